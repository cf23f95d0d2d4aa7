import { sql } from 'kysely';
import type { Reader } from '../database/database.ts';
import type { Findings } from './damage.ts';

/** Each action that left events stands in the audit trail as done, at the same instant. */
export async function verifyAudit(query: Reader, findings: Findings): Promise<void> {
  const { rows } = await sql<{ agency_id: string; stream: string; seqs: string; action: string }>`
    SELECT event.agency_id, event.stream, event.action, string_agg(event.seq::text, ', ' ORDER BY event.seq) AS seqs
    FROM event
    WHERE NOT EXISTS (
      SELECT FROM audit_trail AS audit
      WHERE audit.outcome = 'done' AND audit.action = event.action AND audit.recorded_at = event.recorded_at
        AND audit.office_time = event.occurred_at AND audit.role = event.actor_role
        AND audit.account IS NOT DISTINCT FROM event.actor_account
        AND audit.on_behalf_of IS NOT DISTINCT FROM event.on_behalf_of
        AND audit.request_key IS NOT DISTINCT FROM event.request_key)
    GROUP BY event.agency_id, event.stream, event.action, event.recorded_at`.execute(query);
  for (const { agency_id, stream, seqs, action } of rows)
    findings.damage('audit', 'audit_trail', agency_id, stream, 'audit-missing', { seqs, action });
  const { audits } = await query
    .selectFrom('audit_trail')
    .select((eb) => eb.fn.countAll<number>().as('audits'))
    .executeTakeFirstOrThrow();
  findings.rows += audits;
  findings.progress('audit_trail', audits);
}
