import { findRevisions } from '../../../evidence/index.ts';
import { defineAction } from '../../../platform/actions/action.ts';
import { id, optionalText } from '../../../platform/actions/fields.ts';
import { isRefusal, RefusalError, refuse } from '../../../platform/refusal.ts';
import * as decide from '../../domain/task-decisions.ts';
import { findTask } from '../../task-state.ts';
import { milestoneUrl } from '../../task-urls.ts';
import { ofMilestone, onTask, taskWork } from './common.ts';

/**
 * A piece of the agency's evidence proves this milestone too: as a whole, or by the section in which this deliverable
 * stands. Each use is judged by itself.
 */
export const useEvidence = defineAction({
  name: 'milestone.use-evidence',
  path: '/tasks/:task/milestones/:milestone/evidence',
  permission: 'task.work',
  sees: 'task.read',
  input: ofMilestone.extend({ evidence: id(), section: optionalText(300) }),
  subject: (query, input) => taskWork(query, input.task),
  async perform(performing, { task: taskId, milestone: no, evidence, section }) {
    const { query, clock } = performing;
    const task = await findTask(query, taskId);
    if (task === undefined) throw new RefusalError(refuse('missing:thing'));
    const last = (await findRevisions(query, task.agencyId, [evidence])).at(-1);
    if (last === undefined) throw new RefusalError(refuse('invalid:choose', {}, { field: 'evidence' }));
    const { no: revision, evidenceDate, documentType } = last;
    const used = { evidenceId: evidence, revision, evidenceDate, documentType, use: { section } };
    return onTask(performing, taskId, (state) => {
      const decided = decide.submit(state, no, used, clock.today());
      return isRefusal(decided) && decided.code.startsWith('invalid:') && decided.field !== 'section'
        ? { ...decided, field: 'evidence' }
        : decided;
    });
  },
  next: (input) => milestoneUrl(input.task, input.milestone),
});
