import { type SqlBool, sql } from 'kysely';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { Reader, Writer } from '../database/database.ts';

/** Of the advisory lock under which one server process sums. */
const LOCK = 3_750_371;

/**
 * A counter's value: sums of closed days plus open deltas, in one statement, so that a delta on its way from one to
 * the other is counted once.
 * @param bucketPrefix counts only buckets that begin so
 */
export async function counterValue(
  query: Reader,
  agencyId: string,
  counter: string,
  bucketPrefix = '',
): Promise<number> {
  const of = sql`agency_id = ${agencyId} AND counter = ${counter} AND starts_with(bucket, ${bucketPrefix})`;
  const { rows } = await sql<{ value: number }>`
    SELECT coalesce(sum(amount), 0)::bigint AS value FROM (
      SELECT amount FROM counter_day WHERE ${of} UNION ALL SELECT amount FROM counter_delta WHERE ${of}
    ) AS amounts`.execute(query);
  return rows[0]?.value ?? 0;
}

/**
 * Moves the deltas of days before `today` into the sums of their days. A delta that comes later for a closed day
 * (an office clock that was moved back) is added to its sum the next time.
 * @returns how many sums were touched; 0 where another server process is summing
 */
export async function sumClosedDays(query: Writer, today: CivilDate): Promise<number> {
  const lock = await sql<{ taken: SqlBool }>`SELECT pg_try_advisory_xact_lock(${LOCK}) AS taken`.execute(
    query,
  );
  if (lock.rows[0]?.taken !== true) return 0;
  const { numAffectedRows } = await sql`
    WITH closed AS (
      DELETE FROM counter_delta WHERE day < ${today}::date RETURNING agency_id, counter, bucket, day, amount
    )
    INSERT INTO counter_day (agency_id, counter, bucket, day, amount)
      SELECT agency_id, counter, bucket, day, sum(amount)::integer FROM closed GROUP BY agency_id, counter, bucket, day
    ON CONFLICT (agency_id, counter, bucket, day)
      DO UPDATE SET amount = counter_day.amount + excluded.amount`.execute(query);
  return Number(numAffectedRows ?? 0n);
}
