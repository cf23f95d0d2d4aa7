import type { Reader } from '../platform/database/database.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';

export interface PersonOfUnit {
  id: string;
  unitId: string;
  name: string;
  position: string;
}

/** Who holds a post in one of these units on a day, by name. */
export async function listPeopleOfUnits(
  query: Reader,
  agencyId: string,
  unitIds: readonly string[],
  day: CivilDate,
): Promise<PersonOfUnit[]> {
  if (unitIds.length === 0) return [];
  const rows = await query
    .selectFrom('post')
    .innerJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'post.agency_id').onRef('person.id', '=', 'post.person_id'),
    )
    .select(['person.id', 'person.name', 'person.position', 'post.unit_id'])
    .distinct()
    .where('post.agency_id', '=', agencyId)
    .where('post.unit_id', 'in', [...unitIds])
    .where('post.valid_from', '<=', day)
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>=', day)]))
    .orderBy('person.name')
    .execute();
  return rows.flatMap(({ unit_id, ...person }) => (unit_id === null ? [] : [{ ...person, unitId: unit_id }]));
}

/** Who works in an agency on a day, by name. */
export async function listPeopleOfAgency(
  query: Reader,
  agencyId: string,
  day: CivilDate,
): Promise<{ id: string; name: string; position: string }[]> {
  return query
    .selectFrom('person')
    .select(['id', 'name', 'position'])
    .where('agency_id', '=', agencyId)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .orderBy('name')
    .execute();
}

/** Names of people by id, as far as the transaction may see them. */
export async function namesOfPeople(
  query: Reader,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await query
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(personIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Whose account it is; undefined where there is none of that id. */
export async function agencyAndPersonOf(
  query: Reader,
  accountId: string,
): Promise<{ agencyId: string; personId: string } | undefined> {
  return query
    .selectFrom('account')
    .select(['agency_id as agencyId', 'person_id as personId'])
    .where('id', '=', accountId)
    .executeTakeFirst();
}

/** Names of the people behind accounts, as far as the transaction may see them. */
export async function namesOfAccounts(
  query: Reader,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await query
    .selectFrom('account')
    .innerJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'account.agency_id').onRef('person.id', '=', 'account.person_id'),
    )
    .select(['account.id', 'person.name'])
    .where('account.id', 'in', [...new Set(accountIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
