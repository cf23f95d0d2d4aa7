import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { Button, DataTable, Select, TextInput } from '../../platform/view/index.ts';
import { findAgency, listChildren, listUnits } from '../queries.ts';
import { unitsUrl } from '../urls.ts';
import { agencyWords } from '../words.ts';

/** The agency with its units, and the agencies below it. */
export const agenciesPage = definePage(unitsUrl(), async (visit) => {
  const say = agencyWords.in(visit.language);
  const { agency, units, children } = await visit.read('agency.read', async (query) => ({
    agency: await findAgency(query, visit.actor.agencyId),
    units: await listUnits(query, visit.actor.agencyId),
    children: await listChildren(query, visit.actor.agencyId),
  }));
  const field = fieldsOf(visit, 'unit.save');
  const mayManage = visit.may('agency.manage', { agencyId: visit.actor.agencyId }).allowed;
  return {
    title: agency?.name ?? say('agencies.title'),
    body: (
      <>
        <DataTable
          id="units"
          caption={say('agencies.units')}
          rows={units}
          empty={{ text: say('agencies.units.empty') }}
          columns={[
            { key: 'code', label: say('unit.code'), cell: (unit) => unit.code },
            { key: 'name', label: say('unit.name'), rowHeader: true, cell: (unit) => unit.name },
            { key: 'kind', label: say('unit.kind'), cell: (unit) => visit.say(`unit.kind.${unit.kind}`) },
          ]}
        />
        {mayManage ? (
          <section>
            <h2>{say('unit.add')}</h2>
            <ActionForm visit={visit} action="unit.save">
              <TextInput label={say('unit.code')} width="short" {...field('code')} />
              <TextInput label={say('unit.name')} {...field('name')} />
              <Select
                label={say('unit.kind')}
                options={(['division', 'office', 'desk', 'leaders'] as const).map((kind) => ({
                  value: kind,
                  label: say(`unit.kind.${kind}`),
                }))}
                {...field('kind')}
              />
              <Button>{say('unit.save')}</Button>
            </ActionForm>
          </section>
        ) : null}
        <DataTable
          id="children"
          caption={say('agencies.affiliated')}
          rows={children}
          empty={{ text: say('agencies.affiliated.empty') }}
          columns={[
            { key: 'code', label: say('agency.code'), cell: (child) => child.code },
            { key: 'name', label: say('agency.name'), rowHeader: true, cell: (child) => child.name },
            {
              key: 'kind',
              label: say('agency.kind'),
              cell: (child) => visit.say(`agency.kind.${child.kind}`),
            },
          ]}
        />
      </>
    ),
  };
});
