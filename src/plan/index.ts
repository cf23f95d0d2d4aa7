import type { Reader } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/store.ts';
import type { Draft } from './domain/draft.ts';
import { findPlanState } from './queries.ts';
import { loadDraft } from './readings.ts';

export { type AreaRow, listAreas } from './areas.ts';
export { tasksAsOf } from './as-of.ts';
export type { CommitmentFields, Draft, DutyFields, ReportingFields } from './domain/draft.ts';
export { groupOf, type RecipientGroup } from './domain/due-of-recipients.ts';
export type { LiveTarget } from './domain/living/live-items.ts';
export type { IssuedItem } from './domain/plan.ts';
export { suggestRecipient } from './domain/recipients.ts';
export { containsSecrecyMark } from './domain/secrecy.ts';
export type { Judge } from './domain/task-decisions.ts';
export { todayOn } from './domain/today.ts';
export { VERDICTS, type Verdict } from './domain/verdict.ts';
export { verdictSql } from './measures.ts';
export { PlanTabs } from './pages/plan/plan-tabs.tsx';
export {
  findPlan,
  listPlanItems,
  listReporting,
  listReportingPlans,
  type PlanRow,
} from './queries.ts';
export { submitEvidence } from './submit-evidence.ts';
export { readTargets } from './targets.ts';
export { confirmSubject, judgeOf } from './task-rights.ts';
export { milestoneUrl, taskUrl } from './task-urls.ts';
export { overviewUrl, plansUrl, planUrl, reportPeriodUrl, subplansUrl } from './urls.ts';

/** A plan as its drafters see it; undefined until it has been read. */
export async function draftOfPlan(
  query: Reader,
  files: Pick<FileStore, 'get'>,
  planId: string,
): Promise<Draft | undefined> {
  const found = await findPlanState(query, planId);
  return found && (await loadDraft(files, found.state))?.draft;
}
