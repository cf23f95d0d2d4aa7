import { type Expression, type SqlBool, sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { type Absence, lastDay } from './domain/absence.ts';

export interface AbsenceRow extends Absence {
  id: string;
  agencyId: string;
  personName: string;
  deputyName: string;
  reason: string;
}

/** How an absence stands on a day. */
export type AbsenceState = 'now' | 'coming' | 'past';

export function absenceState(
  { from, until }: Pick<Absence, 'from' | 'until'>,
  today: CivilDate,
): AbsenceState {
  if (until < from || until < today) return 'past';
  return from > today ? 'coming' : 'now';
}

/** SQL for an absence that is not over on a day: it has not ended early, nor at its end. */
export function notOver(today: CivilDate): Expression<SqlBool> {
  return sql<SqlBool>`(absence.ends_on >= ${today} AND (absence.ended_early_on IS NULL
    OR (absence.ended_early_on > ${today} AND absence.ended_early_on > absence.starts_on)))`;
}

/** Absences that are not over, of one person or in which one stands in, the first to come first. */
export async function listAbsences(
  query: Reader,
  { person, today }: { person: string; today: CivilDate },
): Promise<AbsenceRow[]> {
  const rows = await absencesWithNames(query)
    .where((eb) => eb.or([eb('absence.person_id', '=', person), eb('absence.deputy_id', '=', person)]))
    .where(notOver(today))
    .orderBy('absence.starts_on')
    .orderBy('absence.id')
    .execute();
  return rows.map(absenceOf);
}

/** Absences of an agency that share a day with a period, whoever is absent. */
export async function absencesWithin(
  query: Reader,
  agencyId: string,
  from: CivilDate,
  until: CivilDate,
): Promise<AbsenceRow[]> {
  const rows = await absencesWithNames(query)
    .where('absence.agency_id', '=', agencyId)
    .where('absence.starts_on', '<=', until)
    .where('absence.ends_on', '>=', from)
    .execute();
  return rows.map(absenceOf).filter((absence) => absence.until >= absence.from);
}

export function absencesWithNames(query: Reader) {
  return query
    .selectFrom('absence')
    .innerJoin('person as absent', (join) =>
      join.onRef('absent.agency_id', '=', 'absence.agency_id').onRef('absent.id', '=', 'absence.person_id'),
    )
    .innerJoin('person as deputy', (join) =>
      join.onRef('deputy.agency_id', '=', 'absence.agency_id').onRef('deputy.id', '=', 'absence.deputy_id'),
    )
    .selectAll('absence')
    .select(['absent.name as person_name', 'deputy.name as deputy_name']);
}

export function absenceOf(row: {
  id: string;
  agency_id: string;
  person_id: string;
  deputy_id: string;
  starts_on: CivilDate;
  ends_on: CivilDate;
  ended_early_on: CivilDate | null;
  reason: string;
  person_name: string;
  deputy_name: string;
}): AbsenceRow {
  return {
    id: row.id,
    agencyId: row.agency_id,
    person: row.person_id,
    deputy: row.deputy_id,
    from: row.starts_on,
    until: lastDay(row.ends_on, row.ended_early_on),
    personName: row.person_name,
    deputyName: row.deputy_name,
    reason: row.reason,
  };
}

/** Units in which a person holds a post on a day: their heads speak for the person. */
export async function unitsOfPerson(query: Reader, personId: string, day: CivilDate): Promise<string[]> {
  const posts = await query
    .selectFrom('post')
    .select('unit_id')
    .where('person_id', '=', personId)
    .where('unit_id', 'is not', null)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .execute();
  return posts.flatMap((post) => post.unit_id ?? []);
}
