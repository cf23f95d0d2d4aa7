export const taskUrl = (task: string) => `/tasks/${task}`;
export const milestoneUrl = (task: string, milestone: number) => `${taskUrl(task)}#milestone-${milestone}`;
export const submissionUrl = (task: string, milestone: number | string) =>
  `/tasks/${task}/milestones/${milestone}/submission`;
/** Chooses a piece of evidence that was handed in before. */
export const existingEvidenceUrl = (task: string, milestone: number | string) =>
  `/tasks/${task}/milestones/${milestone}/existing-evidence`;
export const evidenceUrl = (evidence: string) => `/evidence/${evidence}`;
export const evidenceFileUrl = (task: string, evidence: string, revision: number | string) =>
  `/tasks/${task}/evidence/${evidence}/revisions/${revision}/file`;
export const chasesUrl = (plan: string) => `/plans/${plan}/chases`;
export const newChaseUrl = (plan: string) => `/plans/${plan}/new-chase`;
export const tasksUrl = () => '/tasks';
export const myWorkUrl = (whose?: string) => `/my-work${whose === undefined ? '' : `?whose=${whose}`}`;
