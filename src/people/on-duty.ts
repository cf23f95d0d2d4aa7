import { sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';

/** Who heads each of these units on a day: its head, or where it has none its deputy heads. */
export async function headsOfUnits(
  query: Reader,
  unitIds: readonly string[],
  day: CivilDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ unit: string; people: string[] }>`
    SELECT unit_id AS unit, coalesce(array_agg(person_id) FILTER (WHERE role = 'head'), array_agg(person_id)) AS people
    FROM post WHERE unit_id = ANY (${[...new Set(unitIds)]}::uuid[]) AND role IN ('head', 'deputy_head')
      AND valid_from <= ${day} AND (valid_to IS NULL OR valid_to >= ${day})
    GROUP BY unit_id`.execute(query);
  return new Map(rows.map(({ unit, people }) => [unit, people]));
}

/** Who answers for each of these agencies on a day: its head, and who keeps its records of reform. */
export async function peopleInCharge(
  query: Reader,
  agencyIds: readonly string[],
  day: CivilDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ agency: string; people: string[] }>`
    SELECT agency_id AS agency, array_agg(DISTINCT person_id) AS people FROM post
    WHERE agency_id = ANY (${[...new Set(agencyIds)]}::uuid[])
      AND role IN ('director', 'agency_clerk', 'reform_focal_officer')
      AND valid_from <= ${day} AND (valid_to IS NULL OR valid_to >= ${day})
    GROUP BY agency_id`.execute(query);
  return new Map(rows.map(({ agency, people }) => [agency, people]));
}

/** Those of these people who work here on a day. */
export async function peopleInOffice(
  query: Reader,
  personIds: readonly string[],
  day: CivilDate,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM person WHERE id = ANY (${[...new Set(personIds)]}::uuid[])
      AND (valid_to IS NULL OR valid_to >= ${day})`.execute(query);
  return new Set(rows.map(({ id }) => id));
}

/** Who acts for each absent person on a day, also where the deputy is absent and has one in turn. */
export async function standInsOn(
  query: Reader,
  agencyIds: readonly string[],
  day: CivilDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ person: string; deputies: string[] }>`
    WITH RECURSIVE absent_today AS (
      SELECT person_id, deputy_id FROM absence
      WHERE agency_id = ANY (${[...agencyIds]}::uuid[]) AND starts_on <= ${day} AND ends_on >= ${day}
        AND (ended_early_on IS NULL OR ended_early_on > ${day})
    ), stands_in AS (
      SELECT person_id, deputy_id FROM absent_today
      UNION
      SELECT s.person_id, a.deputy_id FROM stands_in s JOIN absent_today a ON a.person_id = s.deputy_id
    )
    SELECT person_id AS person, array_agg(deputy_id) AS deputies FROM stands_in
    WHERE deputy_id <> person_id GROUP BY person_id`.execute(query);
  return new Map(rows.map(({ person, deputies }) => [person, deputies]));
}

/** Addresses of those of these people who can sign in and take mail. */
export async function mailAddresses(
  query: Reader,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; email: string }>`
    SELECT person.id, person.email FROM person
    JOIN account ON account.agency_id = person.agency_id AND account.person_id = person.id
    WHERE person.id = ANY (${[...new Set(personIds)]}::uuid[]) AND person.email IS NOT NULL
      AND account.wants_mail IS NOT FALSE AND account.closed_on IS NULL`.execute(query);
  return new Map(rows.map(({ id, email }) => [id, email]));
}
