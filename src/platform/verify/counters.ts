import { sql } from 'kysely';
import type { Reader } from '../database/database.ts';
import { canonical } from '../ledger/ledger.ts';
import type { Findings } from './damage.ts';
import type { Amounts } from './streams.ts';

/** Compares each counter's days, closed and open, with what the events count. */
export async function verifyCounters(query: Reader, expected: Amounts, findings: Findings): Promise<void> {
  const { rows } = await sql<{
    agency_id: string;
    counter: string;
    bucket: string;
    day: string;
    amount: number;
    rows: number;
  }>`
    SELECT agency_id, counter, bucket, day, sum(amount)::bigint AS amount, count(*)::bigint AS rows FROM (
      SELECT agency_id, counter, bucket, day, amount FROM counter_day
      UNION ALL SELECT agency_id, counter, bucket, day, amount FROM counter_delta
    ) AS amounts GROUP BY agency_id, counter, bucket, day`.execute(query);
  const open = new Map([...expected].filter(([, amount]) => amount !== 0));
  for (const { agency_id, counter, bucket, day, amount, rows: count } of rows) {
    findings.rows += count;
    const key = canonical([agency_id, counter, bucket, day]);
    differs(key, amount, open.get(key) ?? 0, findings);
    open.delete(key);
  }
  for (const [key, amount] of open) differs(key, 0, amount, findings);
  findings.progress('counter', findings.rows);
}

function differs(key: string, found: number, expected: number, findings: Findings): void {
  if (found === expected) return;
  const [agencyId, counter, bucket, day] = JSON.parse(key) as [string, string, string, string];
  findings.damage(
    'counter',
    'counter_day, counter_delta',
    agencyId,
    `${counter} ${bucket} ${day}`,
    'counter-differs',
    {
      found,
      expected,
    },
  );
}
