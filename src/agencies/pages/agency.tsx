import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import { Button, DateInput, Facts, Select } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { type Agency, findAgency, listChildren } from '../queries.ts';
import { affiliatedUrl, agencyUrl, unitsUrl } from '../urls.ts';
import { versionsOf } from '../versions.ts';
import { agencyWords } from '../words.ts';
import { AgencyInputs } from './agency-inputs.tsx';
import { VersionHistory } from './version-history.tsx';

const LABELS = {
  code: 'agency.code',
  name: 'agency.name',
  short_name: 'agency.short-name',
  symbol: 'agency.symbol',
  superior: 'agency.superior',
  place: 'agency.place',
  kind: 'agency.kind',
  position: 'unit.position',
  valid_from: 'agency.valid-from',
  valid_to: 'agency.valid-to',
  successor_id: 'agency.successor',
} as const;

/** An agency: the actor's own, one below it, or another of the directory; with its versions for who manages it. */
export const agencyPage = definePage(agencyUrl(':agency'), async (visit) => {
  const id = visit.param('agency');
  if (visit.scope('agency.read').agencies.length === 0) return refuse('unauthenticated:sign-in');
  const found = UUID.test(id)
    ? await visit.read('agency.read', async (query) => {
        const agency = await findAgency(query, id);
        return (
          agency && {
            agency,
            siblings: agency.parentId === null ? [] : await listChildren(query, agency.parentId),
            versions: await versionsOf(query, 'agency', id),
          }
        );
      })
    : undefined;
  if (found === undefined) return refuse('missing:thing');
  const { agency, siblings, versions } = found;
  const say = agencyWords.in(visit.language);
  const own = id === visit.actor.agencyId;
  const managedBy = own ? id : (agency.parentId ?? id);
  const mayManage = visit.may('agency.manage', { agencyId: managedBy }).allowed;
  const successor = siblings.find((one) => one.id === agency.successorId);
  return {
    title: agency.name,
    kicker: visit.say(`agency.kind.${agency.kind}`),
    breadcrumbs: [
      { href: unitsUrl(), label: say('agencies.menu') },
      ...(own ? [] : [{ href: affiliatedUrl(), label: say('agencies.affiliated') }]),
    ],
    act: visit.may('person.manage', { agencyId: id }).allowed ? (
      <Button href={`/people?agency=${id}`} variant="secondary">
        {say('agency.people')}
      </Button>
    ) : undefined,
    body: (
      <>
        {mayManage ? (
          <ActionForm visit={visit} action="agency.save" seq={agency.seq} hidden={{ agency: id }}>
            <AgencyInputs visit={visit} field={fieldsOf(visit, 'agency.save')} agency={agency} />
            <Button>{say('unit.save')}</Button>
          </ActionForm>
        ) : (
          <Facts
            facts={[
              { label: say('agency.code'), value: agency.code },
              { label: say('agency.short-name'), value: agency.shortName },
              { label: say('agency.symbol'), value: agency.symbol },
              ...(agency.superior === null
                ? []
                : [{ label: say('agency.superior'), value: agency.superior }]),
              { label: say('agency.place'), value: agency.place },
              { label: say('agency.valid-to'), value: agency.validTo && formatDate(agency.validTo) },
              { label: say('agency.successor'), value: successor?.name },
            ]}
          />
        )}
        {mayManage && agency.parentId !== null && !own ? (
          <EndForm visit={visit} agency={agency} siblings={siblings} />
        ) : null}
        {versions.length === 0 ? null : (
          <VersionHistory
            visit={visit}
            versions={versions}
            label={(column) => (column in LABELS ? say(LABELS[column as keyof typeof LABELS]) : column)}
            show={(column, value) => {
              if (column === 'kind') return visit.say(`agency.kind.${value}`);
              if (column === 'successor_id') return siblings.find((one) => one.id === value)?.name ?? value;
              return column.startsWith('valid_') ? formatDate(value) : value;
            }}
          />
        )}
      </>
    ),
  };
});

function EndForm({
  visit,
  agency,
  siblings,
}: {
  visit: Parameters<typeof fieldsOf>[0];
  agency: Agency;
  siblings: readonly Agency[];
}) {
  const say = agencyWords.in(visit.language);
  const params = { agency: agency.id };
  const field = fieldsOf(visit, 'agency.end', params);
  return (
    <section>
      <h2>{say('agency.end')}</h2>
      <ActionForm visit={visit} action="agency.end" params={params} seq={agency.seq}>
        <DateInput
          label={say('agency.valid-to')}
          hint={say('agency.end.hint')}
          optional
          {...field('day', agency.validTo === null ? null : formatDate(agency.validTo))}
        />
        <Select
          label={say('agency.successor')}
          optional
          empty={say('agency.successor.none')}
          options={siblings
            .filter((one) => one.id !== agency.id)
            .map((one) => ({ value: one.id, label: one.name }))}
          {...field('successor', agency.successorId)}
        />
        <Button variant="secondary">{say('agency.end.save')}</Button>
      </ActionForm>
    </section>
  );
}
