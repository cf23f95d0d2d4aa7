import { sql } from 'kysely';
import type { Writer } from '../platform/database/database.ts';

/** Whoever makes the thing of this name at the same time waits, and finds it there. */
export async function oneAfterAnother(query: Writer, ...name: readonly string[]): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name.join(' ')}, 0))`.execute(query);
}
