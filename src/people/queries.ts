import { sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { loginBeginning, proposeLogin } from './domain/login.ts';

export interface Person {
  id: string;
  agencyId: string;
  agencyName: string;
  name: string;
  position: string;
  email: string | null;
  telephone: string | null;
  seq: number;
}

/** A person, as far as the transaction may see people. */
export async function findPerson(query: Reader, id: string): Promise<Person | undefined> {
  const row = await query
    .selectFrom('person')
    .innerJoin('agency', 'agency.id', 'person.agency_id')
    .selectAll('person')
    .select('agency.name as agency_name')
    .where('person.id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      agencyId: row.agency_id,
      agencyName: row.agency_name,
      name: row.name,
      position: row.position,
      email: row.email,
      telephone: row.telephone,
      seq: row.seq,
    }
  );
}

export interface HeldPost {
  id: string;
  role: string;
  unitId: string | null;
  unitName: string | null;
  validFrom: CivilDate;
  validTo: CivilDate | null;
}

/** The posts that a person holds, will hold or has held, the newest first. */
export async function listPosts(query: Reader, personId: string): Promise<HeldPost[]> {
  const rows = await query
    .selectFrom('post')
    .leftJoin('unit', (join) =>
      join.onRef('unit.agency_id', '=', 'post.agency_id').onRef('unit.id', '=', 'post.unit_id'),
    )
    .select(['post.id', 'post.role', 'post.unit_id', 'unit.name', 'post.valid_from', 'post.valid_to'])
    .where('post.person_id', '=', personId)
    .orderBy('post.valid_from', 'desc')
    .orderBy('post.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    unitId: row.unit_id,
    unitName: row.name,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

export interface PersonalAccount {
  id: string;
  login: string;
  closedOn: CivilDate | null;
  /** False while only an invitation opens it. */
  hasPassword: boolean;
}

/** The account of a person; for those who manage people. */
export async function findAccount(query: Reader, personId: string): Promise<PersonalAccount | undefined> {
  const row = await query
    .selectFrom('account')
    .select(['id', 'login', 'closed_on', 'password_hash'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      login: row.login,
      closedOn: row.closed_on,
      hasPassword: row.password_hash !== null,
    }
  );
}

/** A login for a name that nobody has yet. */
export async function freeLogin(query: Reader, name: string): Promise<string> {
  const rows = await query
    .selectFrom('account')
    .select('login')
    .where('login', 'like', `${loginBeginning(name)}%`)
    .execute();
  const taken = new Set(rows.map((row) => row.login));
  return proposeLogin(name, (login) => taken.has(login));
}

/** Logins that are somebody's, in any agency. */
export async function takenLogins(query: Reader): Promise<Set<string>> {
  const rows = await query.selectFrom('account').select('login').execute();
  return new Set(rows.map((row) => row.login));
}

export interface Colleague {
  id: string;
  agencyId: string;
  name: string;
  position: string;
  units: readonly string[];
}

/** Those who work in the agency of a person today, by name, with the units in which they hold posts. */
export async function listColleagues(
  query: Reader,
  personId: string,
  today: CivilDate,
): Promise<Colleague[]> {
  const rows = await query
    .selectFrom('person')
    .select(['person.id', 'person.agency_id', 'person.name', 'person.position'])
    .select(
      sql<string[]>`ARRAY(SELECT unit_id::text FROM post WHERE post.agency_id = person.agency_id
        AND post.person_id = person.id AND unit_id IS NOT NULL
        AND valid_from <= ${today} AND (valid_to IS NULL OR valid_to >= ${today}))`.as('units'),
    )
    .where('person.agency_id', '=', (eb) =>
      eb.selectFrom('person as asked').select('asked.agency_id').where('asked.id', '=', personId),
    )
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .orderBy('person.name_fold')
    .orderBy('person.id')
    .execute();
  return rows.map(({ agency_id, ...row }) => ({ ...row, agencyId: agency_id }));
}

export async function countPeople(query: Reader, agencyId: string): Promise<number> {
  const { count } = await query
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('agency_id', '=', agencyId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Plans that the agency has begun, by their ledgers. */
export async function countPlans(query: Reader, agencyId: string): Promise<number> {
  const { count } = await query
    .selectFrom('stream')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'plan')
    .executeTakeFirstOrThrow();
  return count;
}

/** Where an account's person gets mail, and whether reminders go there. */
export async function findMailChoice(
  query: Reader,
  accountId: string | null,
): Promise<{ email: string | null; wanted: boolean } | undefined> {
  const row = await query
    .selectFrom('account')
    .innerJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'account.agency_id').onRef('person.id', '=', 'account.person_id'),
    )
    .select(['person.email', 'account.wants_mail'])
    .where('account.id', '=', accountId)
    .executeTakeFirst();
  return row && { email: row.email, wanted: row.wants_mail !== false };
}
