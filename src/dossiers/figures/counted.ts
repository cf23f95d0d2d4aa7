import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { officeInstant } from '../../platform/clock/clock.ts';
import type { Reader } from '../../platform/database/database.ts';
import { plannedEachTime } from '../../platform/database/prepared.ts';
import type { AsOf } from '../../platform/measure/as-of.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { handledDossiers, judgedColumns, versionFacts } from './handled.ts';
import type { FormColumn, ReportForm } from './report-form.ts';
import { dossierVerdictSql } from './verdict-sql.ts';

/** What the rows of a handling report are of. */
export const BREAKDOWNS = ['field', 'unit', 'procedure'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** Narrows a handling report; the list that a number opens is narrowed by the same. */
export interface Narrowing {
  unit?: string | undefined;
  field?: string | undefined;
  procedure?: string | undefined;
}

/** A row of a handling report; the key is '' for dossiers of none, null for the total. */
export interface HandlingRow {
  key: string | null;
  name: string | null;
  counts: ReadonlyMap<number, number>;
}

/**
 * The dossiers that a report counts, each once with how it came and how it is judged: the one source of its numbers and
 * of their lists. Columns: agency_id, dossier_id, code, unit_id, procedure_id, field, arrival, verdict, ending.
 */
export function countedDossiers(
  agencies: readonly string[],
  from: CivilDate,
  at: AsOf,
  form: ReportForm,
): RawBuilder<unknown> {
  const start = officeInstant(`${from}T00:00`);
  return sql`SELECT * FROM (
    SELECT r.agency_id, r.id AS dossier_id, r.code, r.unit_id, r.procedure_id, coalesce(v.field, '') AS field,
      CASE WHEN r.accepted_at < ${start} THEN 'carried' WHEN r.channel = 'online' THEN 'online' ELSE 'direct' END AS arrival,
      ${dossierVerdictSql(judgedColumns('r'), form.inclusion, at)} AS verdict, r.ending
    FROM (${handledDossiers(start, at)}) r LEFT JOIN ${versionFacts} v ON v.id = r.procedure_version_id
    WHERE r.agency_id = ANY (${[...agencies]}::uuid[])) c WHERE c.verdict <> 'out'`;
}

/** The same of a closed period, as they stood when it was closed. */
export function closedDossiers(agencies: readonly string[], report: string, no: number): RawBuilder<unknown> {
  return sql`SELECT agency_id, dossier_id, code, unit_id, procedure_id, field, arrival, verdict, ending
    FROM handling_report_dossier
    WHERE agency_id = ANY (${[...agencies]}::uuid[]) AND report_id = ${report} AND no = ${no}`;
}

/** Whether a column of the form counts the dossier `row`. */
export function columnCounts({ arrival, verdict }: FormColumn, row: string): RawBuilder<SqlBool> {
  const one = (column: string, of: readonly string[] | null) =>
    of === null
      ? []
      : [sql`${sql.ref(`${row}.${column}`)} IN (${sql.join(of.map((value) => sql.lit(value)))})`];
  const conditions = [...one('arrival', arrival), ...one('verdict', verdict)];
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`;
}

/** Whether a narrowing leaves the dossier `row`. */
export function narrowed({ unit, field, procedure }: Narrowing, row: string): RawBuilder<SqlBool> {
  const conditions = [
    ...(unit === undefined ? [] : [sql`${sql.ref(`${row}.unit_id`)} = ${unit}`]),
    ...(field === undefined ? [] : [sql`${sql.ref(`${row}.field`)} = ${field}`]),
    ...(procedure === undefined ? [] : [sql`${sql.ref(`${row}.procedure_id`)} = ${procedure}`]),
  ];
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` AND `)}`;
}

const KEYS = {
  field: { key: sql`c.field`, name: sql`c.key`, join: sql``, order: sql`name` },
  unit: {
    key: sql`c.unit_id::text`,
    name: sql`u.name`,
    join: sql`LEFT JOIN unit u ON u.agency_id = c.agency_id AND u.id = c.key::uuid`,
    order: sql`u.position, name`,
  },
  procedure: {
    key: sql`c.procedure_id::text`,
    name: sql`p.name`,
    join: sql`LEFT JOIN procedure p ON p.id = c.key::uuid`,
    order: sql`name`,
  },
} as const;

/** The rows of a report and its total, in one pass over what is counted. */
export async function handlingRows(
  query: Reader,
  counted: RawBuilder<unknown>,
  form: ReportForm,
  by: Breakdown,
  narrowing: Narrowing = {},
): Promise<{ rows: HandlingRow[]; total: HandlingRow }> {
  const { key, name, join, order } = KEYS[by];
  const column = (no: number) => sql.ref(`column_${no}`);
  const counts = form.columns.map(
    (one) => sql`count(*) FILTER (WHERE ${columnCounts(one, 'c')})::int AS ${column(one.no)}`,
  );
  const { rows: found } = await sql<Record<string, number | string | null>>`
    SELECT c.*, ${name} AS name FROM (
      SELECT c.agency_id, ${key} AS key, ${sql.join(counts)} FROM (${counted}) c
      WHERE ${narrowed(narrowing, 'c')} GROUP BY 1, 2
    ) c ${join} ORDER BY ${order} ${plannedEachTime}`.execute(query);
  const rows = found.map(
    (row): HandlingRow => ({
      key: String(row.key ?? ''),
      name: row.name === null || row.name === undefined ? null : String(row.name),
      counts: new Map(form.columns.map(({ no }) => [no, Number(row[`column_${no}`] ?? 0)])),
    }),
  );
  const sum = (no: number) => rows.reduce((all, { counts: of }) => all + (of.get(no) ?? 0), 0);
  return {
    rows,
    total: { key: null, name: null, counts: new Map(form.columns.map(({ no }) => [no, sum(no)])) },
  };
}
