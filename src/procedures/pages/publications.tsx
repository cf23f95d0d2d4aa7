import { sql } from 'kysely';
import { Figures, readFigures } from '../../measures/index.ts';
import { todayOn, type Verdict, verdictSql } from '../../plan/index.ts';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { ListView, listPage } from '../../platform/lists/index.ts';
import { asOfNow } from '../../platform/measure/as-of.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, Checkboxes, DateInput, EmptyState } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { keyOf } from '../actions/record-publications.ts';
import { procedureMeasures, publicationMeasures } from '../measures.ts';
import { type OwedPublication, owedPublications } from '../owed.ts';
import { publicationList } from '../publication-list.tsx';
import { publicationWords } from '../publication-words.ts';
import { ownPublicationsUrl, publicationsUrl } from '../urls.ts';

/** What has to be public where, against the five working days, and the figures counted from it. */
export const publicationsPage = listPage(publicationList, async (visit, page) => ({
  width: 'wide',
  lead: visit.say('publications.lead'),
  act: visit.may('publication.record', { agencyId: visit.actor.agencyId }).allowed ? (
    <Button href={ownPublicationsUrl()}>{visit.say('publications.own')}</Button>
  ) : undefined,
  body: (
    <>
      <Figures
        visit={visit}
        figures={await readFigures(visit, [...publicationMeasures, ...procedureMeasures])}
      />
      <ListView visit={visit} list={publicationList} read={page} captionHidden />
    </>
  ),
}));

interface OwnRow extends OwedPublication {
  verdict: Verdict;
}

/** What the own agency still has to make public, with the form that says it was, and the places that it looks after. */
export const ownPublicationsPage = definePage(ownPublicationsUrl(), async (visit) => {
  const { agencyId } = visit.actor;
  if (!visit.may('publication.record', { agencyId }).allowed)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const say = publicationWords.in(visit.language);
  const rows = await readOwn(visit);
  const open = rows.filter((row) => row.published_on === null);
  const places = [...new Map(rows.map((row) => [row.place_id, row])).values()];
  return {
    title: say('publications.own'),
    breadcrumbs: [
      { href: publicationsUrl(), label: say('publications.title') },
      { href: ownPublicationsUrl(), label: say('publications.own'), current: true },
    ],
    body: (
      <>
        <section>
          <h2>{say('publications.open', { count: open.length })}</h2>
          {open.length === 0 ? (
            <EmptyState>{say('publications.none-open')}</EmptyState>
          ) : (
            <RecordForm visit={visit} rows={open} />
          )}
        </section>
        {places.length === 0 ? null : (
          <section>
            <h2>{say('places.check')}</h2>
            <CheckForm visit={visit} rows={places} />
          </section>
        )}
      </>
    ),
  };
});

async function readOwn(visit: Visit): Promise<OwnRow[]> {
  const at = asOfNow(visit.house.clock);
  const { rows } = await visit.read('publication.read', (query) =>
    sql<OwnRow>`
      SELECT owed.*, ${verdictSql(sql`owed.due_end`, sql`owed.published_on`, todayOn(at.day))} AS verdict
      FROM (${owedPublications(at)}) owed WHERE owed.agency_id = ${visit.actor.agencyId}
      ORDER BY owed.due_end, owed.name, owed.place_id`.execute(query),
  );
  return rows;
}

function RecordForm({ visit, rows }: { visit: Visit; rows: readonly OwnRow[] }) {
  const say = publicationWords.in(visit.language);
  const field = fieldsOf(visit, 'publication.record');
  return (
    <ActionForm visit={visit} action="publication.record">
      <Checkboxes
        label={say('publications.made-public')}
        options={rows.map((row) => ({
          value: keyOf(row),
          label: placeWords(visit, row),
          hint: say(`publication.hint.${row.verdict === 'late' ? 'late' : 'due'}`, {
            number: row.decision_number,
            due: row.due_end === null ? '–' : formatDate(row.due_end),
          }),
        }))}
        {...field.many('owed', [])}
      />
      <DateInput
        label={say('publication.published-on')}
        {...field('publishedOn', formatDate(visit.house.clock.today()))}
      />
      <Button>{say('publication.record')}</Button>
    </ActionForm>
  );
}

function CheckForm({ visit, rows }: { visit: Visit; rows: readonly OwnRow[] }) {
  const say = publicationWords.in(visit.language);
  const field = fieldsOf(visit, 'place.check');
  return (
    <ActionForm visit={visit} action="place.check">
      <Checkboxes
        label={say('places.checked-today')}
        options={rows.map((row) => ({
          value: row.place_id,
          label: placeWords(visit, row),
          hint:
            row.checked_on === null
              ? say('place.never-checked')
              : say('place.checked-last', { day: formatDate(row.checked_on) }),
        }))}
        {...field.many('places', [])}
      />
      <Button variant="secondary">{say('place.check')}</Button>
    </ActionForm>
  );
}

const placeWords = (visit: Visit, row: OwnRow): string =>
  [row.name, visit.say(`place.kind.${row.kind}`), row.place_text].filter((part) => part !== null).join(' – ');
