import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import { plannedEachTime } from '../platform/database/prepared.ts';
import type { AsOf } from '../platform/measure/as-of.ts';
import type { Columns, Measure } from '../platform/measure/measure.ts';
import type { Scope } from '../platform/policy/policy.ts';

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

/** The figure. Its list comes from the same predicates, so the two cannot differ. */
export async function value(
  query: Reader,
  scope: Scope,
  measure: Measure,
  at: AsOf,
  within: Within = {},
): Promise<Value> {
  const [found] = await values(query, scope, [measure], at, within);
  return found ?? valueFrom(measure, 0, 0);
}

/** Several figures, in their order; those of the same records are counted in one go. */
export async function values(
  query: Reader,
  scope: Scope,
  measures: readonly Measure[],
  at: AsOf,
  within: Within = {},
): Promise<Value[]> {
  const found = new Map<Measure, Value>();
  for (const records of new Set(measures.map((measure) => measure.records))) {
    const alike = measures.filter((measure) => measure.records === records);
    const counts = alike.flatMap((measure, index) => {
      const { counts, of } = predicates(measure, at);
      return [
        sql`sum(alike) FILTER (WHERE ${of} AND ${counts})::int AS ${sql.ref(`numerator_${index}`)}`,
        sql`sum(alike) FILTER (WHERE ${of})::int AS ${sql.ref(`denominator_${index}`)}`,
      ];
    });
    // Predicates see the named columns alone: records that are alike in these are judged once.
    const columns = sql.join(records.columns.map((column) => sql.ref(`r.${column}`)));
    const { rows } = await sql<Record<string, number | null>>`
      SELECT ${sql.join(counts)} FROM (
        SELECT ${columns}, count(*) AS alike FROM ${recordsWithin(scope, records, at, within)} GROUP BY ${columns}
      ) r`.execute(query);
    alike.forEach((measure, index) => {
      const count = (part: string) => rows[0]?.[`${part}_${index}`] ?? 0;
      found.set(measure, valueFrom(measure, count('numerator'), count('denominator')));
    });
  }
  return measures.map((measure) => found.get(measure) ?? valueFrom(measure, 0, 0));
}

/**
 * The figure of each unit; a record of two units counts in both.
 * @param agency whose units; those of every agency that has records, unless said
 */
export async function valueByUnit(
  query: Reader,
  scope: Scope,
  measure: Measure,
  at: AsOf,
  within: Within = {},
  agency?: string,
): Promise<UnitValue[]> {
  const ofAgency =
    agency === undefined ? scope : { ...scope, whole: scope.whole.filter((id) => id === agency) };
  const { from, counts } = counted(ofAgency, measure, at, within);
  const { rows } = await sql<{ unit_id: string; name: string; numerator: number; denominator: number }>`
    SELECT u.id AS unit_id, u.name, count(*) FILTER (WHERE ${counts})::int AS numerator,
           count(*)::int AS denominator
    FROM ${from} JOIN unit u ON u.agency_id = r.agency_id AND u.id = ANY (r.unit_ids)
    GROUP BY u.id, u.name, u.position ORDER BY u.position, u.name ${plannedEachTime}`.execute(query);
  return rows.map((row) => ({
    unitId: row.unit_id,
    name: row.name,
    ...valueFrom(measure, row.numerator, row.denominator),
  }));
}

/** So many records stand on a page. */
export const RECORDS_SHOWN = 100;

/** The records that the figure was counted from; a page of them where one is asked for. */
export async function list(
  query: Reader,
  scope: Scope,
  measure: Measure,
  at: AsOf,
  within: Within = {},
  part: Part = 'counted',
  page?: number,
): Promise<CountedRecord[]> {
  const { from, counts } = counted(scope, measure, at, within);
  const shown = part === 'counted' ? counts : sql`(${counts}) IS NOT TRUE`;
  const cut = page === undefined ? sql`` : sql`LIMIT ${RECORDS_SHOWN} OFFSET ${(page - 1) * RECORDS_SHOWN}`;
  const { rows } = await sql<CountedRecord>`
    SELECT r.id, r.name,
           ARRAY(SELECT u.name FROM unit u WHERE u.agency_id = r.agency_id AND u.id = ANY (r.unit_ids)
                 ORDER BY u.position) AS units
    FROM (SELECT r.* FROM ${from} WHERE ${shown} ORDER BY r.part_of, r.position, r.name, r.id ${cut}) r
    ORDER BY r.part_of, r.position, r.name, r.id ${plannedEachTime}`.execute(query);
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
  within: Within,
): { from: RawBuilder<unknown>; counts: RawBuilder<SqlBool> } {
  const { counts, of } = predicates(measure, at);
  return {
    from: sql`(SELECT r.* FROM ${recordsWithin(scope, measure.records, at, within)} WHERE ${of}) r`,
    counts,
  };
}

/** Which records `r` a measure admits, and which of those it counts. */
function predicates(measure: Measure, at: AsOf) {
  const columns = Object.fromEntries(
    measure.records.columns.map((column) => [column, sql.ref(`r.${column}`)]),
  ) as Columns<string>;
  return {
    counts: sql<SqlBool>`(${measure.counts(columns, at)})`,
    of: measure.of === undefined ? sql<SqlBool>`true` : sql<SqlBool>`(${measure.of(columns, at)})`,
  };
}

/** Records `r` of a scope, narrowed. */
function recordsWithin(
  scope: Scope,
  records: Measure['records'],
  at: AsOf,
  { unit, partOf }: Within,
): RawBuilder<unknown> {
  const conditions = [sql`r.agency_id = ANY (${[...scope.whole]}::uuid[])`];
  if (unit !== undefined) conditions.push(sql`${unit} = ANY (r.unit_ids)`);
  if (partOf !== undefined && !records.alone) conditions.push(sql`r.part_of = ${partOf}`);
  return sql`(SELECT r.* FROM (${records.rows(at)}) r WHERE ${sql.join(conditions, sql` AND `)}) r`;
}
