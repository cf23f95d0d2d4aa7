import { checkEvidence, evidenceFields, handIn } from '../../../evidence/index.ts';
import { defineAction } from '../../../platform/actions/action.ts';
import { isRefusal, RefusalError, refuse } from '../../../platform/refusal.ts';
import { ownEvidence } from '../../domain/task.ts';
import * as decide from '../../domain/task-decisions.ts';
import { findTask } from '../../task-state.ts';
import { milestoneUrl } from '../../task-urls.ts';
import { ofMilestone, onTask, taskWork } from './common.ts';

/** Evidence for a milestone; after it was sent back, as the next revision of the same evidence. */
export const submitMilestone = defineAction({
  name: 'milestone.submit',
  path: '/tasks/:task/milestones/:milestone/submission',
  permission: 'task.work',
  sees: 'task.read',
  input: ofMilestone.extend(evidenceFields).superRefine(checkEvidence),
  subject: (query, input) => taskWork(query, input.task),
  async perform(performing, { task: taskId, milestone: no, ...input }) {
    const { query, clock } = performing;
    const task = await findTask(query, taskId);
    const milestone = task?.state.milestones.find((one) => one.no === no);
    if (task === undefined || milestone === undefined) throw new RefusalError(refuse('missing:thing'));
    // What was handed in for something else is not revised from here.
    const evidence = await handIn(performing, task.agencyId, input, ownEvidence(milestone));
    return onTask(performing, taskId, (state) => {
      const decided = decide.submit(state, no, evidence, clock.today());
      const field = input.kind === 'document' ? 'issueDate' : 'day';
      return isRefusal(decided) && decided.code === 'invalid:evidence-date-ahead'
        ? { ...decided, field }
        : decided;
    });
  },
  next: (input) => milestoneUrl(input.task, input.milestone),
});
