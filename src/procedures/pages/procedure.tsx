import { type Agency, findUnit } from '../../agencies/index.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { Button, ButtonRow, DataTable, Facts, Notice } from '../../platform/view/index.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { missingParts } from '../domain/announcing.ts';
import type { ProcedureText, ProcedureVersion } from '../domain/procedure.ts';
import { holdsOn } from '../domain/version-at.ts';
import { listPlaces, listStanding, type PlaceOfAgency } from '../places.ts';
import { keepSubject } from '../policy.ts';
import { StandingTag, standingOf } from '../procedure-list.tsx';
import {
  findDraftText,
  findProcedure,
  listProcedureVersions,
  listSuccessors,
  type ProcedureRow,
  type VersionNote,
} from '../queries.ts';
import { type Judgement, listJudgements } from '../suitability.ts';
import {
  procedureDraftUrl,
  procedureGuideUrl,
  proceduresUrl,
  procedureUrl,
  procedureVersionUrl,
} from '../urls.ts';
import { procedureWords } from '../words.ts';
import { AbolitionForm, AnnouncementForm, OnlineLevelForm } from './decision-forms.tsx';
import { Differences } from './differences.tsx';
import { Places } from './places.tsx';
import { ProcedureTextView } from './procedure-text.tsx';
import { ProcessesOfProcedure } from './processes-of-procedure.tsx';
import { SuitabilityView } from './suitability.tsx';

/** A procedure as its page says it. */
interface VisitedProcedure {
  row: ProcedureRow;
  versions: (ProcedureVersion & VersionNote)[];
  draft: ProcedureText | undefined;
  owner: string | null;
  keeps: boolean;
  places: PlaceOfAgency[];
  /** Agencies for which the visitor says where it is made public. */
  agencies: Pick<Agency, 'id' | 'name'>[];
  judgements: Judgement[];
  /** Procedures that may take its place. */
  successors: { id: string; name: string }[];
}

/** A procedure: what holds today, what is prepared, and every version. */
export const procedurePage = definePage(procedureUrl(':procedure'), async (visit) => {
  const found = await procedureOfVisit(visit);
  if ('refused' in found) return found;
  const { row, versions, draft, owner, keeps, places, agencies, judgements, successors } = found;
  const say = procedureWords.in(visit.language);
  const today = visit.house.clock.today();
  const now = versions.find((version) => holdsOn(version, today));
  const shown = now ?? versions[0] ?? draft;
  const standing = standingOf(
    { state: row.state, inForce: now !== undefined, abolishedFrom: row.abolished_from },
    today,
  );
  return {
    title: row.name,
    kicker: row.code ?? say('procedure.no-code'),
    width: 'wide',
    breadcrumbs: [
      { href: proceduresUrl(), label: say('procedures.title') },
      { href: procedureUrl(row.id), label: row.name, current: true },
    ],
    body: (
      <>
        <Facts
          facts={[
            {
              label: say('procedure.state'),
              value: <StandingTag standing={standing} words={say(`procedure.standing.${standing}`)} />,
            },
            { label: say('procedure.owner'), value: owner },
            ...(now === undefined ? [] : decisionFacts(visit, now)),
            ...(row.abolished_from === null
              ? []
              : [{ label: say('procedure.abolished-from'), value: abolitionWords(visit, row) }]),
          ]}
        />
        {shown === undefined ? null : <Missing visit={visit} text={shown} />}
        <ButtonRow>
          {versions.length === 0 ? null : (
            <Button variant="secondary" href={procedureGuideUrl(row.id)}>
              {say('procedure.guide')}
            </Button>
          )}
          {keeps && row.state !== 'abolished' ? (
            <Button variant="secondary" href={procedureDraftUrl(row.id)}>
              {say(row.state === 'draft' ? 'procedure.edit' : 'procedure.next-version')}
            </Button>
          ) : null}
        </ButtonRow>
        {draft === undefined || versions[0] === undefined ? null : (
          <Differences
            visit={visit}
            caption={say('version.draft-differences')}
            before={versions[0]}
            after={draft}
          />
        )}
        {keeps && draft !== undefined ? (
          <AnnouncementForm visit={visit} row={row} first={versions.length === 0} />
        ) : null}
        {shown === undefined ? null : <ProcedureTextView visit={visit} text={shown} />}
        {row.state === 'draft' ? null : <ProcessesOfProcedure visit={visit} procedure={row.id} />}
        {versions.length === 0 ? null : <VersionTable visit={visit} versions={versions} today={today} />}
        {row.state === 'draft' ? null : (
          <>
            <Places visit={visit} row={row} places={places} agencies={agencies} />
            <SuitabilityView visit={visit} row={row} judgements={judgements} keeps={keeps} />
          </>
        )}
        {keeps && row.state === 'announced' ? (
          <>
            <OnlineLevelForm visit={visit} row={row} />
            <AbolitionForm visit={visit} row={row} successors={successors} />
          </>
        ) : null}
      </>
    ),
  };
});

/** The procedure of the address, as far as the visitor may see it: what is prepared only within its agency. */
export async function procedureOfVisit(visit: Visit): Promise<VisitedProcedure | Refusal> {
  const found = await visit.read('procedure.read', async (query, scope) => {
    const row =
      scope.agencies.length === 0 ? undefined : await findProcedure(query, visit.param('procedure'));
    if (row === undefined) return undefined;
    const own = visit.signedIn !== null && row.agency_id === visit.actor.agencyId;
    if (row.state === 'draft' && !own) return undefined;
    return {
      row,
      places: await listPlaces(query, row.id, visit.house.clock.today()),
      agencies: await listStanding(query, visit.scope('place.keep').whole),
      judgements: await listJudgements(query, row.id),
      successors: await listSuccessors(query, row),
      versions: await listProcedureVersions(query, row.id),
      draft: own ? await findDraftText(query, row.id) : undefined,
      owner: row.owner_unit_id === null ? null : ((await findUnit(query, row.owner_unit_id))?.name ?? null),
      keeps: visit.may('procedure.keep', keepSubject(row)).allowed,
    };
  });
  return found ?? refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
}

function decisionFacts(visit: Visit, version: ProcedureVersion) {
  const say = procedureWords.in(visit.language);
  return [
    { label: say('procedure.decision'), value: decisionWords(visit, version) },
    { label: say('procedure.valid-from'), value: formatDate(version.validFrom) },
  ];
}

/** "1234/QĐ-UBND, 05/03/2019". */
export function decisionWords(visit: Visit, { decision }: ProcedureVersion) {
  return decision === null
    ? null
    : procedureWords.in(visit.language)('procedure.decision.of', {
        number: decision.number,
        date: formatDate(decision.date),
      });
}

function abolitionWords(visit: Visit, row: ProcedureRow) {
  const say = procedureWords.in(visit.language);
  const { abolished_from: from, abolition_number: number, abolition_date: date } = row;
  if (from === null || number === null || date === null) return null;
  return (
    <>
      {formatDate(from)}, {say('procedure.decision.of', { number, date: formatDate(date) })}
      {row.successor_id === null ? null : (
        <>
          {'. '}
          <a href={procedureUrl(row.successor_id)}>{say('procedure.successor')}</a>
        </>
      )}
    </>
  );
}

function Missing({ visit, text }: { visit: Visit; text: ProcedureText }) {
  const say = procedureWords.in(visit.language);
  const missing = missingParts(text);
  if (missing.length === 0) return null;
  return (
    <Notice tone="warning" title={say('procedure.missing')}>
      {missing.map((part) => say(`procedure.part.${part}`)).join('; ')}
    </Notice>
  );
}

function VersionTable({
  visit,
  versions,
  today,
}: {
  visit: Visit;
  versions: VisitedProcedure['versions'];
  today: CivilDate;
}) {
  const say = procedureWords.in(visit.language);
  return (
    <DataTable
      id="versions"
      caption={say('procedure.versions')}
      rows={versions}
      empty={{ text: say('procedure.none') }}
      columns={[
        {
          key: 'no',
          label: say('version.no'),
          rowHeader: true,
          cell: ({ procedureId, no }) => <a href={procedureVersionUrl(procedureId, no)}>{no}</a>,
        },
        {
          key: 'change',
          label: say('version.change'),
          cell: ({ change }) => visit.say(`version.change.${change}`),
        },
        {
          key: 'decision',
          label: say('procedure.decision'),
          cell: (version) => decisionWords(visit, version),
        },
        {
          key: 'from',
          label: say('procedure.valid-from'),
          nowrap: true,
          cell: ({ validFrom }) => formatDate(validFrom),
        },
        {
          key: 'to',
          label: say('procedure.valid-to'),
          nowrap: true,
          cell: ({ validTo }) => (validTo === null ? null : formatDate(validTo)),
        },
        {
          key: 'now',
          label: say('procedure.state'),
          cell: (version) => (holdsOn(version, today) ? say('procedure.standing.in-force') : null),
        },
      ]}
    />
  );
}
