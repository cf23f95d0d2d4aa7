import { sql } from 'kysely';
import type { Reader } from '../database/database.ts';
import { differences } from './cells.ts';
import type { Findings } from './damage.ts';

const PAGE = 1000;

interface Latest {
  agency_id: string;
  row_id: string;
  seq: number;
  versions: number;
  row_value: Record<string, unknown>;
}

/** Each catalogue row is the last of its versions, and no version is missing. */
export async function verifyVersions(query: Reader, findings: Findings): Promise<void> {
  const tables = await query.selectFrom('row_version').select('table_name').distinct().execute();
  for (const { table_name: table } of tables) {
    const known = await sql<{
      present: boolean;
    }>`SELECT to_regclass(${table}) IS NOT NULL AS present`.execute(query);
    if (known.rows[0]?.present === true) await verifyTable(query, table, findings);
    else findings.damage('version', 'row_version', null, table, 'row-added');
  }
}

async function verifyTable(query: Reader, table: string, findings: Findings): Promise<void> {
  let last = {
    agency_id: '00000000-0000-0000-0000-000000000000',
    row_id: '00000000-0000-0000-0000-000000000000',
  };
  for (;;) {
    const latest: Latest[] = await latestAfter(query, table, last);
    const end = latest.at(-1);
    if (end === undefined) break;
    last = end;
    const { rows } = await sql<Record<string, unknown>>`
      SELECT * FROM ${sql.table(table)} WHERE id = ANY (${latest.map((one) => one.row_id)}::uuid[])`.execute(
      query,
    );
    const byId = new Map(rows.map((row) => [String(row.id), row]));
    for (const version of latest) compare(table, version, byId.get(version.row_id), findings);
    findings.progress(table, findings.rows);
  }
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM ${sql.table(table)} AS row WHERE NOT EXISTS (
      SELECT FROM row_version WHERE table_name = ${table} AND row_id = row.id)`.execute(query);
  for (const { id } of rows) findings.damage('version', table, null, id, 'version-none');
}

async function latestAfter(
  query: Reader,
  table: string,
  last: { agency_id: string; row_id: string },
): Promise<Latest[]> {
  const { rows } = await sql<Latest>`
    SELECT agency_id, row_id, max(seq) AS seq, count(*)::integer AS versions,
      (array_agg(row_value ORDER BY seq DESC))[1] AS row_value
    FROM row_version
    WHERE table_name = ${table} AND (agency_id, row_id) > (${last.agency_id}, ${last.row_id})
    GROUP BY agency_id, row_id ORDER BY agency_id, row_id LIMIT ${PAGE}`.execute(query);
  return rows;
}

function compare(
  table: string,
  version: Latest,
  row: Record<string, unknown> | undefined,
  findings: Findings,
): void {
  findings.rows += version.versions;
  const { agency_id: agencyId, row_id: id } = version;
  if (version.seq !== version.versions)
    findings.damage('version', 'row_version', agencyId, `${table} ${id}`, 'version-missing', {
      found: version.versions,
      expected: version.seq,
    });
  if (row === undefined) {
    findings.damage('version', table, agencyId, id, 'row-missing');
    return;
  }
  findings.rows += 1;
  const columns = Object.keys(version.row_value);
  const stored = Object.fromEntries(columns.map((column) => [column, row[column]]));
  const saved = Object.fromEntries(
    columns.map((column) => [column, savedAs(version.row_value[column], row[column])]),
  );
  const differing = differences(stored, saved);
  if (differing.length > 0)
    findings.damage('version', table, agencyId, id, 'version-differs', { columns: differing.join('; ') });
}

/** A version as it was handed to its row: a column of JSON is saved as its text. */
function savedAs(version: unknown, stored: unknown): unknown {
  const isJson =
    Array.isArray(stored) ||
    (typeof stored === 'object' && stored !== null && Object.getPrototypeOf(stored) === Object.prototype);
  if (!isJson || typeof version !== 'string') return version;
  try {
    return JSON.parse(version);
  } catch {
    return version;
  }
}
