import { sql } from 'kysely';
import type { Reader } from '../database/database.ts';
import type { JsonValue } from '../database/schema.ts';
import { type AnyLedger, canonical, type Projection, type Row } from '../ledger/ledger.ts';
import { differences } from './cells.ts';
import type { Findings } from './damage.ts';
import { type Folded, streamKey } from './folded.ts';

type StoredRow = Record<string, unknown> & { agency_id: string };

/** Compares the rows that stand for some streams with what their states say. */
export async function verifyProjections(
  query: Reader,
  folded: readonly Folded[],
  findings: Findings,
): Promise<void> {
  for (const ledger of new Set(folded.map((one) => one.ledger))) {
    const streams = folded.filter((one) => one.ledger === ledger);
    for (const projection of ledger.projections) {
      const stored = await storedRows(query, projection, streams);
      for (const stream of streams) {
        const rows = stored.get(streamKey(stream.head.agency_id, stream.head.id)) ?? [];
        findings.rows += rows.length;
        if (stream.sound) compareRows(projection, stream, rows, findings);
      }
    }
  }
}

async function storedRows(
  query: Reader,
  projection: Projection<unknown>,
  streams: readonly Folded[],
): Promise<Map<string, StoredRow[]>> {
  const { rows } = await sql<StoredRow>`
    SELECT row.* FROM unnest(${streams.map(({ head }) => head.agency_id)}::uuid[],
      ${streams.map(({ head }) => head.id)}::uuid[]) AS wanted (agency_id, stream)
    JOIN ${sql.table(projection.table)} AS row
      ON row.agency_id = wanted.agency_id AND ${sql.ref(`row.${projection.stream}`)} = wanted.stream`.execute(
    query,
  );
  const byStream = new Map<string, StoredRow[]>();
  for (const row of rows) {
    const key = streamKey(row.agency_id, String(row[projection.stream]));
    const own = byStream.get(key) ?? [];
    byStream.set(key, own);
    own.push(row);
  }
  return byStream;
}

function compareRows(
  projection: Projection<unknown>,
  { head, state }: Folded,
  stored: readonly StoredRow[],
  findings: Findings,
): void {
  const keyOf = (row: Record<string, unknown>) =>
    canonical(projection.key.map((column) => (row[column] ?? null) as JsonValue));
  const named = (key: string) => (projection.key.length === 0 ? head.id : `${head.id} ${key}`);
  const expected = new Map<string, Row>();
  if (state !== undefined) for (const row of projection.rows(state, head.id)) expected.set(keyOf(row), row);
  for (const row of stored) {
    const key = keyOf(row);
    const wanted = expected.get(key);
    expected.delete(key);
    if (wanted === undefined) {
      findings.damage('projection', projection.table, head.agency_id, named(key), 'row-added');
      continue;
    }
    const differing = differences(row, wanted, ['agency_id', projection.stream]);
    if (differing.length > 0)
      findings.damage('projection', projection.table, head.agency_id, named(key), 'row-changed', {
        columns: differing.join('; '),
      });
  }
  for (const key of expected.keys())
    findings.damage('projection', projection.table, head.agency_id, named(key), 'row-missing');
}

/** Rows of projection tables that belong to no stream of their ledger. */
export async function rowsWithoutStream(
  query: Reader,
  ledgers: readonly AnyLedger[],
  findings: Findings,
): Promise<void> {
  const tables = new Map<string, { stream: string; kinds: string[] }>();
  for (const ledger of ledgers)
    for (const { table, stream } of ledger.projections) {
      const known = tables.get(table) ?? { stream, kinds: [] };
      tables.set(table, { stream, kinds: [...known.kinds, ledger.kind] });
    }
  for (const [table, { stream, kinds }] of tables) {
    const { rows } = await sql<{ agency_id: string; stream: string; rows: number }>`
      SELECT row.agency_id, ${sql.ref(`row.${stream}`)} AS stream, count(*)::bigint AS rows
      FROM ${sql.table(table)} AS row
      LEFT JOIN stream ON stream.agency_id = row.agency_id AND stream.id = ${sql.ref(`row.${stream}`)}
        AND stream.kind = ANY (${kinds}::text[])
      WHERE stream.id IS NULL GROUP BY 1, 2`.execute(query);
    for (const row of rows)
      findings.damage('projection', table, row.agency_id, `${row.stream} (${row.rows})`, 'row-added');
    findings.progress(table, findings.rows);
  }
}
