import { createHash } from 'node:crypto';
import { z } from 'zod';
import { listUnits } from '../../agencies/index.ts';
import type { Performing } from '../../platform/actions/action.ts';
import { id } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { AsOf } from '../../platform/measure/as-of.ts';
import type { Actor, Subject } from '../../platform/policy/policy.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { type Manifest, manifestText, type ReportTask } from '../domain/manifest.ts';
import type { ReportEvent, ReportState } from '../domain/report.ts';
import type { ReportDecision, ReportJudge } from '../domain/report-decisions.ts';
import { reportLedger } from '../ledger.ts';
import { findReport } from '../queries.ts';
import { chainSubject, draftSubject, judgeSubject, reportJudge } from '../report-rights.ts';

export const ofReport = z.object({ report: id() });

/** What policy judges of drafting and submitting. */
export async function reportDrafting(query: Reader, report: string): Promise<Subject | undefined> {
  const found = await findReport(query, report);
  return found && draftSubject(found);
}

/** What policy judges of confirming a unit's report and sending it back. */
export async function reportJudging(
  query: Reader,
  report: string,
  actor: Actor,
): Promise<Subject | undefined> {
  const found = await findReport(query, report);
  return found && judgeSubject(found, await listUnits(query, found.agencyId), actor);
}

/** What policy judges of the steps of the department's report; other reports have none. */
export async function reportChain(query: Reader, report: string): Promise<Subject | undefined> {
  const found = await findReport(query, report);
  if (found === undefined || found.kind !== 'department') return undefined;
  return chainSubject(found.agencyId, await listUnits(query, found.agencyId));
}

/** Records what a decision yields on a report's ledger. @returns the action's result */
export async function onReport(
  { query, append, actor }: Performing,
  report: string,
  decide: (state: ReportState, judge: ReportJudge) => ReportDecision,
): Promise<{ id: string; seq: number; state: ReportState }> {
  const row = await query
    .selectFrom('report')
    .select('agency_id')
    .where('id', '=', report)
    .executeTakeFirst();
  if (row === undefined) throw new RefusalError(refuse('missing:thing'));
  const judge = reportJudge(actor, row.agency_id);
  const { state, seq } = await append<ReportState, ReportEvent>(
    reportLedger,
    row.agency_id,
    report,
    (known) => (known === undefined ? refuse('missing:thing') : decide(known, judge)),
  );
  if (state === undefined) throw new RefusalError(refuse('missing:thing'));
  return { id: report, seq, state };
}

/** What figures were counted from, with its digest. */
export function manifestOf(at: AsOf, tasks: ReportTask[]): Manifest {
  const asOf = at.instant.toString();
  const digest = createHash('sha256').update(manifestText({ asOf, tasks })).digest('hex');
  return { asOf, tasks, digest };
}
