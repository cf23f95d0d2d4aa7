import { sql } from 'kysely';
import { defineList } from '../platform/lists/index.ts';
import { holdsWords } from '../platform/search/folded.ts';
import { HELD_ROLES } from './actions/common.ts';
import { peopleUrl, personUrl } from './urls.ts';

const ACCOUNT_STATES = ['open', 'invited', 'closed', 'none'] as const;

/** People whom the actor may see: of the own agency, and for administrators of those below it. */
export const peopleList = defineList({
  name: 'people',
  path: peopleUrl(),
  permission: 'person.read',
  title: 'people.title',
  empty: 'people.empty',
  query: (query, scope, { clock }) =>
    query
      .selectFrom('person')
      .innerJoin('agency', 'agency.id', 'person.agency_id')
      .leftJoin('account', (join) =>
        join.onRef('account.agency_id', '=', 'person.agency_id').onRef('account.person_id', '=', 'person.id'),
      )
      .select(['person.id', 'person.name', 'person.position', 'agency.short_name as agency'])
      .select(
        sql<string>`CASE WHEN account.id IS NULL THEN 'none' WHEN account.closed_on IS NOT NULL THEN 'closed'
          WHEN account.password_hash IS NULL THEN 'invited' ELSE 'open' END`.as('account_state'),
      )
      .select(
        sql<{ role: string; unit: string | null }[]>`(
          SELECT coalesce(json_agg(json_build_object('role', post.role, 'unit', unit.code) ORDER BY post.id), '[]')
          FROM post LEFT JOIN unit ON unit.agency_id = post.agency_id AND unit.id = post.unit_id
          WHERE post.agency_id = person.agency_id AND post.person_id = person.id
            AND post.valid_from <= ${clock.today()} AND (post.valid_to IS NULL OR post.valid_to >= ${clock.today()})
        )`.as('posts'),
      )
      .where('person.agency_id', 'in', [...scope.whole]),
  order: ['person.name_fold', 'person.id'],
  id: (person) => person.id,
  columns: [
    {
      key: 'name',
      label: 'person.name',
      rowHeader: true,
      value: (person) => person.name,
      cell: (person) => <a href={personUrl(person.id)}>{person.name}</a>,
      // Vietnamese lists go by the given name, which stands last.
      sort: sql`(substring(person.name from '[^ ]+$') || ' ' || person.name) COLLATE vietnamese`,
    },
    {
      key: 'position',
      label: 'person.position',
      value: (person) => person.position,
      cell: (person) => (person.position === person.name ? '' : person.position),
      sort: 'person.position',
    },
    {
      key: 'posts',
      label: 'people.posts',
      width: 'broad',
      value: (person, say) =>
        person.posts
          .map(({ role, unit }) => (unit === null ? say(`role.${role}`) : `${say(`role.${role}`)} (${unit})`))
          .join('; '),
    },
    { key: 'agency', label: 'person.agency', value: (person) => person.agency, sort: 'agency.short_name' },
    {
      key: 'account',
      label: 'person.account',
      value: (person, say) => say(`account.state.${person.account_state}`),
      code: (person) => person.account_state,
    },
  ],
  filters: [
    {
      name: 'q',
      label: 'people.search',
      kind: 'text',
      apply: (builder, typed) => builder.where(holdsWords('person.name_fold', typed)),
    },
    {
      name: 'role',
      label: 'account.roles',
      kind: 'select',
      options: (_query, _scope, { say }) =>
        HELD_ROLES.map((role) => ({ value: role, label: say(`role.${role}`) })),
      apply: (builder, role, { clock }) =>
        builder.where((eb) =>
          eb.exists(
            eb
              .selectFrom('post')
              .select('post.id')
              .whereRef('post.agency_id', '=', 'person.agency_id')
              .whereRef('post.person_id', '=', 'person.id')
              .where('post.role', '=', role)
              .where('post.valid_from', '<=', clock.today())
              .where((or) =>
                or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>=', clock.today())]),
              ),
          ),
        ),
    },
    {
      name: 'unit',
      label: 'account.unit',
      kind: 'select',
      options: async (query, _scope, { actor }) => {
        const units = await query
          .selectFrom('unit')
          .select(['id', 'name'])
          .where('agency_id', '=', actor.agencyId)
          .orderBy('position')
          .execute();
        return units.map(({ id, name }) => ({ value: id, label: name }));
      },
      apply: (builder, unit, { clock }) =>
        builder.where((eb) =>
          eb.exists(
            eb
              .selectFrom('post')
              .select('post.id')
              .whereRef('post.agency_id', '=', 'person.agency_id')
              .whereRef('post.person_id', '=', 'person.id')
              .where('post.unit_id', '=', unit)
              .where((or) =>
                or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>=', clock.today())]),
              ),
          ),
        ),
    },
    {
      name: 'account',
      label: 'person.account',
      kind: 'select',
      options: (_query, _scope, { say }) =>
        ACCOUNT_STATES.map((state) => ({ value: state, label: say(`account.state.${state}`) })),
      apply: (builder, state) => {
        if (state === 'none') return builder.where('account.id', 'is', null);
        if (state === 'closed') return builder.where('account.closed_on', 'is not', null);
        return builder
          .where('account.id', 'is not', null)
          .where('account.closed_on', 'is', null)
          .where('account.password_hash', state === 'open' ? 'is not' : 'is', null);
      },
    },
    {
      name: 'agency',
      label: 'person.agency',
      kind: 'select',
      options: async (query, scope) => {
        const agencies = await query
          .selectFrom('agency')
          .select(['id', 'name'])
          .where('id', 'in', [...scope.whole])
          .orderBy('parent_id', (to) => to.asc().nullsFirst())
          .orderBy('kind')
          .orderBy('position')
          .execute();
        return agencies.map(({ id, name }) => ({ value: id, label: name }));
      },
      apply: (builder, agency) => builder.where('person.agency_id', '=', agency),
    },
  ],
});
