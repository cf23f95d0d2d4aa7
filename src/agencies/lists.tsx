import { sql } from 'kysely';
import { defineList } from '../platform/lists/index.ts';
import { holdsWords } from '../platform/search/folded.ts';
import { AFFILIATED_KINDS, UNIT_KINDS } from './queries.ts';
import { affiliatedUrl, agencyUrl, unitUrl } from './urls.ts';

/** The units of the actor's agency, in the order in which its documents name them. */
export const unitList = defineList({
  name: 'units',
  path: '/units',
  permission: 'agency.read',
  title: 'agencies.units',
  empty: 'agencies.units.empty',
  query: (query, _scope, { actor, clock }) =>
    query
      .selectFrom('unit')
      .select(['id', 'code', 'name', 'kind', 'position', 'valid_from', 'valid_to'])
      .select(sql<boolean>`valid_to < ${clock.today()}`.as('ended'))
      .where('agency_id', '=', actor.agencyId),
  order: ['position', 'code', 'id'],
  id: (unit) => unit.id,
  columns: [
    { key: 'code', label: 'unit.code', value: (unit) => unit.code, sort: 'code', nowrap: true },
    {
      key: 'name',
      label: 'unit.name',
      rowHeader: true,
      value: (unit) => unit.name,
      cell: (unit) => <a href={unitUrl(unit.id)}>{unit.name}</a>,
      sort: 'name',
      width: 'broad',
    },
    {
      key: 'kind',
      label: 'unit.kind',
      value: (unit, say) => say(`unit.kind.${unit.kind}`),
      code: (unit) => unit.kind,
      sort: 'kind',
    },
    { key: 'to', label: 'agency.valid-to', type: 'date', value: (unit) => unit.valid_to, sort: 'valid_to' },
  ],
  filters: [
    {
      name: 'q',
      label: 'agencies.search',
      kind: 'text',
      apply: (builder, typed) => builder.where(holdsWords('name_fold', typed)),
    },
    {
      name: 'kind',
      label: 'unit.kind',
      kind: 'select',
      options: (_query, _scope, { say }) =>
        UNIT_KINDS.map((kind) => ({ value: kind, label: say(`unit.kind.${kind}`) })),
      apply: (builder, kind) => builder.where('kind', '=', kind),
    },
  ],
});

/** The agencies below the actor's own, with how many people of theirs can sign in. */
export const affiliatedList = defineList({
  name: 'agencies',
  path: affiliatedUrl(),
  permission: 'agency.read',
  title: 'agencies.affiliated',
  empty: 'agencies.affiliated.empty',
  query: (query, _scope, { actor }) =>
    query
      .selectFrom('agency')
      .select(['id', 'code', 'name', 'kind', 'position', 'valid_to'])
      .select((eb) =>
        eb
          .selectFrom('account')
          .select((count) => count.fn.countAll<number>().as('count'))
          .whereRef('account.agency_id', '=', 'agency.id')
          .where('account.closed_on', 'is', null)
          .as('accounts'),
      )
      .where('parent_id', '=', actor.agencyId),
  order: ['kind', 'position', 'code', 'id'],
  id: (agency) => agency.id,
  columns: [
    { key: 'code', label: 'agency.code', value: (agency) => agency.code, sort: 'code', nowrap: true },
    {
      key: 'name',
      label: 'agency.name',
      rowHeader: true,
      value: (agency) => agency.name,
      cell: (agency) => <a href={agencyUrl(agency.id)}>{agency.name}</a>,
      sort: 'name',
      width: 'broad',
    },
    {
      key: 'kind',
      label: 'agency.kind',
      value: (agency, say) => say(`agency.kind.${agency.kind}`),
      code: (agency) => agency.kind,
      sort: 'kind',
    },
    {
      key: 'accounts',
      label: 'agency.accounts',
      type: 'number',
      value: (agency) => agency.accounts ?? 0,
    },
    {
      key: 'to',
      label: 'agency.valid-to',
      type: 'date',
      value: (agency) => agency.valid_to,
      sort: 'valid_to',
    },
  ],
  filters: [
    {
      name: 'q',
      label: 'agencies.search',
      kind: 'text',
      apply: (builder, typed) => builder.where(holdsWords('name_fold', typed)),
    },
    {
      name: 'kind',
      label: 'agency.kind',
      kind: 'select',
      options: (_query, _scope, { say }) =>
        AFFILIATED_KINDS.map((kind) => ({ value: kind, label: say(`agency.kind.${kind}`) })),
      apply: (builder, kind) => builder.where('kind', '=', kind),
    },
  ],
});
