import { sql } from 'kysely';
import type { Writer } from '../database/database.ts';
import type { Author } from '../ledger/store.ts';
import { RefusalError, refuse } from '../refusal.ts';
import type { VersionedRow } from './action.ts';

/**
 * Inserts a catalogue row or replaces it, and keeps the version. The row's own `seq` column counts versions.
 * @param expectedSeq the version that the form was made from; refused as a conflict where it has moved on
 */
export async function saveRow(
  query: Writer,
  table: string,
  agencyId: string,
  row: VersionedRow,
  author: Author,
  expectedSeq?: number,
): Promise<{ seq: number }> {
  const known = await sql<{
    seq: number;
  }>`SELECT seq FROM ${sql.table(table)} WHERE id = ${row.id} FOR UPDATE`.execute(query);
  const before = known.rows[0]?.seq ?? 0;
  if (expectedSeq !== undefined && before !== expectedSeq)
    throw new RefusalError(refuse('conflict:changed', { expected: expectedSeq, actual: before }));
  const seq = before + 1;
  const values = { ...row, seq };
  const columns = Object.keys(values);
  if (before === 0)
    await sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      VALUES (${sql.join(Object.values(values))})`.execute(query);
  else
    await sql`UPDATE ${sql.table(table)} SET ${sql.join(
      Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    )} WHERE id = ${row.id}`.execute(query);
  await query
    .insertInto('row_version')
    .values({
      agency_id: agencyId,
      table_name: table,
      row_id: row.id,
      seq,
      row_value: JSON.stringify(values),
      account: author.actorAccount,
      recorded_at: author.recordedAt.toString(),
    })
    .execute();
  return { seq };
}

/** Rows an INSERT, well below the number of parameters that one statement may have. */
const CHUNK = 1000;

/** Inserts many new catalogue rows at once, each with its first version; for imports. */
export async function insertRows(
  query: Writer,
  table: string,
  rows: readonly (VersionedRow & { agencyOfVersion: string })[],
  by: { account: string | null; recordedAt: string },
): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK).map(({ agencyOfVersion, ...row }) => ({
      agency: agencyOfVersion,
      values: { ...row, seq: 1 } as Record<string, string | number | boolean | null>,
      id: row.id as string,
    }));
    const columns = Object.keys(chunk[0]?.values ?? {});
    await sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      VALUES ${sql.join(
        chunk.map(({ values }) => sql`(${sql.join(columns.map((column) => values[column] ?? null))})`),
      )}`.execute(query);
    await query
      .insertInto('row_version')
      .values(
        chunk.map(({ agency, values, id }) => ({
          agency_id: agency,
          table_name: table,
          row_id: id,
          seq: 1,
          row_value: JSON.stringify(values),
          account: by.account,
          recorded_at: by.recordedAt,
        })),
      )
      .execute();
  }
}
