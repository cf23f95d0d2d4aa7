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
