import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { civilDate, officeInstant } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import type { AsOf, Columns, Measure } from '../platform/measure/measure.ts';
import type { Scope } from '../platform/policy/policy.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';

/** Narrows a figure to a unit, or to the plan or other whole that the records belong to. */
export interface Within {
  unit?: string | undefined;
  partOf?: string | undefined;
}

export interface Value {
  numerator: number;
  /** Null where the figure is a plain count. */
  denominator: number | null;
}

export interface UnitValue extends Value {
  unitId: string;
  name: string;
}

/** Which records a list shows: those counted, or those of the denominator that are not. */
export const PARTS = ['counted', 'rest'] as const;
export type Part = (typeof PARTS)[number];

export interface CountedRecord {
  id: string;
  name: string;
  units: string[];
}

/** As of an instant. */
export function asOf(instant: Temporal.Instant): AsOf {
  return { instant, day: civilDate(instant) };
}

/** As of the end of a civil day; never later than now. */
export function asOfDay(day: CivilDate, now: Temporal.Instant): AsOf {
  const end = officeInstant(`${day}T23:59:59.999999`);
  return asOf(Temporal.Instant.compare(end, now) < 0 ? end : now);
}

/** The figure. Its list comes from the same predicates, so the two cannot differ. */
export async function value(
  query: Reader,
  scope: Scope,
  measure: Measure,
  at: AsOf,
  within: Within = {},
): Promise<Value> {
  const { from, counts } = counted(scope, measure, at, within);
  const { rows } = await sql<{ numerator: number; denominator: number }>`
    SELECT count(*) FILTER (WHERE ${counts})::int AS numerator, count(*)::int AS denominator
    FROM ${from}`.execute(query);
  const [row] = rows;
  return valueFrom(measure, row?.numerator ?? 0, row?.denominator ?? 0);
}

/** The figure of each unit; a record of two units counts in both. */
export async function valueByUnit(
  query: Reader,
  scope: Scope,
  measure: Measure,
  at: AsOf,
  within: Within = {},
): Promise<UnitValue[]> {
  const { from, counts } = counted(scope, measure, at, within);
  const { rows } = await sql<{ unit_id: string; name: string; numerator: number; denominator: number }>`
    SELECT u.id AS unit_id, u.name, count(*) FILTER (WHERE ${counts})::int AS numerator,
           count(*)::int AS denominator
    FROM ${from} JOIN unit u ON u.agency_id = r.agency_id AND u.id = ANY (r.unit_ids)
    GROUP BY u.id, u.name, u.position ORDER BY u.position, u.name`.execute(query);
  return rows.map((row) => ({
    unitId: row.unit_id,
    name: row.name,
    ...valueFrom(measure, row.numerator, row.denominator),
  }));
}

/** The records that the figure was counted from. */
export async function list(
  query: Reader,
  scope: Scope,
  measure: Measure,
  at: AsOf,
  within: Within = {},
  part: Part = 'counted',
): Promise<CountedRecord[]> {
  const { from, counts } = counted(scope, measure, at, within);
  const shown = part === 'counted' ? counts : sql`(${counts}) IS NOT TRUE`;
  const { rows } = await sql<CountedRecord>`
    SELECT r.id, r.name,
           ARRAY(SELECT u.name FROM unit u WHERE u.agency_id = r.agency_id AND u.id = ANY (r.unit_ids)
                 ORDER BY u.position) AS units
    FROM ${from} WHERE ${shown} ORDER BY r.part_of, r.position, r.name`.execute(query);
  return rows;
}

function valueFrom(measure: Measure, numerator: number, denominator: number): Value {
  return { numerator, denominator: measure.of === undefined ? null : denominator };
}

/** The records that the measure is about, and the predicate that counts them. */
function counted(
  scope: Scope,
  measure: Measure,
  at: AsOf,
  { unit, partOf }: Within,
): { from: RawBuilder<unknown>; counts: RawBuilder<SqlBool> } {
  const columns = Object.fromEntries(
    measure.records.columns.map((column) => [column, sql.ref(`r.${column}`)]),
  ) as Columns<string>;
  const conditions = [sql`r.agency_id = ANY (${[...scope.whole]}::uuid[])`];
  if (measure.of !== undefined) conditions.push(sql`(${measure.of(columns, at)})`);
  if (unit !== undefined) conditions.push(sql`${unit} = ANY (r.unit_ids)`);
  if (partOf !== undefined && !measure.records.alone) conditions.push(sql`r.part_of = ${partOf}`);
  return {
    from: sql`(SELECT r.* FROM (${measure.records.rows(at)}) r WHERE ${sql.join(conditions, sql` AND `)}) r`,
    counts: measure.counts(columns, at),
  };
}
