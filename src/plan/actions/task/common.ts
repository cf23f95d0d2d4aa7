import { z } from 'zod';
import { listUnits } from '../../../agencies/index.ts';
import type { Performing } from '../../../platform/actions/action.ts';
import { id, whole } from '../../../platform/actions/fields.ts';
import type { Reader } from '../../../platform/database/database.ts';
import type { Actor, Subject } from '../../../platform/policy/policy.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import type { TaskEvent, TaskState } from '../../domain/task.ts';
import type { Decision, Judge } from '../../domain/task-decisions.ts';
import { taskLedger } from '../../task-ledger.ts';
import { confirmSubject, judgeOf, workSubject } from '../../task-rights.ts';
import { findTask, rightsOf } from '../../task-state.ts';

export const ofTask = z.object({ task: id() });
export const ofMilestone = ofTask.extend({ milestone: whole(1, 999) });

/** What policy judges of working on a task. */
export async function taskWork(query: Reader, taskId: string): Promise<Subject | undefined> {
  const task = await findTask(query, taskId);
  return task && workSubject(rightsOf(task));
}

/** What policy judges of confirming it. */
export async function taskConfirmation(
  query: Reader,
  taskId: string,
  actor: Actor,
): Promise<Subject | undefined> {
  const task = await findTask(query, taskId);
  if (task === undefined) return undefined;
  return confirmSubject(rightsOf(task), await listUnits(query, task.agencyId), actor);
}

/** Records what a decision yields on a task's ledger. @returns the action's result */
export async function onTask(
  { query, append, actor }: Performing,
  taskId: string,
  decide: (state: TaskState, judge: Judge) => Decision,
): Promise<{ id: string; seq: number }> {
  const row = await query.selectFrom('task').select('agency_id').where('id', '=', taskId).executeTakeFirst();
  if (row === undefined) throw new RefusalError(refuse('missing:thing'));
  const judge = judgeOf(actor, row.agency_id);
  const { seq } = await append<TaskState, TaskEvent>(taskLedger, row.agency_id, taskId, (state) =>
    state === undefined ? refuse('missing:thing') : decide(state, judge),
  );
  return { id: taskId, seq };
}
