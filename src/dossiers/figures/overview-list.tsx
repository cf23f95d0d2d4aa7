import { sql } from 'kysely';
import { findUnit } from '../../agencies/index.ts';
import { defineList } from '../../platform/lists/index.ts';
import { Policy } from '../../platform/policy/policy.ts';
import { type ListedDossier, listedDossiers } from '../dossier-list.tsx';
import { StatusTag } from '../pages/status-tag.tsx';
import { TimeCell } from '../pages/time-cell.tsx';
import { statusOf } from '../queries.ts';
import { dossierUrl } from '../urls.ts';
import { OVERVIEW_COLUMNS, type OverviewColumn, overviewCondition } from './overview.ts';
import { dossierFigureGrants } from './policy.ts';
import { unitDossiersUrl } from './urls.ts';

/** Who sees figures of single officers; the rest of policy is no concern of this list. */
const officers = new Policy(dossierFigureGrants);

/** Stands for dossiers that no officer has. */
export const NOBODY = 'nobody';

/** The dossiers of a unit that a number of an overview was counted from. */
export const unitDossierList = defineList({
  name: 'unit-dossiers',
  path: unitDossiersUrl(':unit'),
  permission: 'dossier-overview.read',
  title: 'unit-dossiers.title',
  empty: 'unit-dossiers.empty',
  async subject(query, { params }) {
    const unit = await findUnit(query, params.unit ?? '');
    return unit && { agencyId: unit.agencyId, units: [unit.id] };
  },
  query: (query, { agencies }, { params }) =>
    listedDossiers(
      query,
      sql`dossier.agency_id = ANY (${[...agencies]}::uuid[]) AND dossier.unit_id = ${params.unit ?? ''}`,
    ),
  order: ['dossier.due_at', 'dossier.id'],
  id: (row: ListedDossier) => row.id,
  columns: [
    {
      key: 'code',
      label: 'dossiers.code',
      value: (row, say) => row.code ?? say('dossier.without-code'),
      cell: (row, visit) => <a href={dossierUrl(row.id)}>{row.code ?? visit.say('dossier.without-code')}</a>,
      rowHeader: true,
      nowrap: true,
    },
    {
      key: 'procedure',
      label: 'dossier.procedure',
      value: (row) => row.procedure,
      cell: (row) => <span lang="vi">{row.procedure}</span>,
      width: 'broad',
    },
    {
      key: 'status',
      label: 'dossiers.status',
      value: (row, say) => say(`dossier.status.${row.status}`),
      code: (row) => row.status,
      cell: (row, visit) => <StatusTag visit={visit} status={statusOf(row.status)} />,
    },
    {
      key: 'time',
      label: 'dossiers.time',
      type: 'instant',
      value: (row) => row.due_at,
      cell: (row, visit) => <TimeCell row={row} visit={visit} />,
      sort: 'dossier.due_at',
    },
    {
      key: 'person',
      label: 'dossier.person',
      value: (row) => row.person,
      cell: (row) => <span lang="vi">{row.person}</span>,
    },
  ],
  filters: [
    {
      kind: 'select',
      name: 'of',
      label: 'dossiers.show',
      options: (_query, _scope, { say }) =>
        OVERVIEW_COLUMNS.map((column) => ({ value: column, label: say(`overview.column.${column}`) })),
      apply: (builder, column, { clock }) =>
        builder.where(overviewCondition(column as OverviewColumn, clock)),
    },
    {
      kind: 'select',
      name: 'person',
      label: 'dossier.person',
      async options(query, _scope, { actor, params, say }) {
        const unit = await findUnit(query, params.unit ?? '');
        const subject = unit && { agencyId: unit.agencyId, units: [unit.id] };
        if (subject === undefined || !officers.decide(actor, 'officer-figure.read', subject).allowed)
          return [];
        const rows = await query
          .selectFrom('person')
          .select(['id', 'name'])
          .where('agency_id', '=', subject.agencyId)
          .orderBy('name')
          .execute();
        return [
          { value: NOBODY, label: say('overview.nobody') },
          ...rows.map(({ id, name }) => ({ value: id, label: name })),
        ];
      },
      apply: (builder, person) =>
        person === NOBODY
          ? builder.where('dossier.person_id', 'is', null)
          : builder.where('dossier.person_id', '=', person),
    },
  ],
});
