import type { Performing } from '../platform/actions/action.ts';
import { refuse } from '../platform/refusal.ts';
import { uuid7 } from '../platform/uuid.ts';
import type { PlannedTask, TaskState } from './domain/task.ts';
import { amendTask, openTask, place, withdrawTask } from './domain/task-decisions.ts';
import { taskLedger } from './task-ledger.ts';

/** The version of a plan whose tasks are written. */
export interface PlanInForce {
  agencyId: string;
  planId: string;
  version: number;
}

/** Opens the tasks of a plan that is issued; part of the action that issues it. @returns the id of each, by key */
export async function openTasks(
  performing: Performing,
  plan: PlanInForce,
  tasks: readonly PlannedTask[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const task of tasks) {
    const id = uuid7();
    await performing.append(
      taskLedger,
      plan.agencyId,
      id,
      () => openTask(plan.planId, plan.version, task),
      false,
    );
    ids.set(task.key, id);
  }
  return ids;
}

/**
 * Brings a plan's tasks to a later version: new ones are opened, changed ones amended, absent ones withdrawn. What
 * was done stays with its task.
 */
export async function amendTasks(
  performing: Performing,
  plan: PlanInForce,
  tasks: readonly PlannedTask[],
): Promise<void> {
  const known = await performing.query
    .selectFrom('task')
    .select(['id', 'key'])
    .where('agency_id', '=', plan.agencyId)
    .where('plan_id', '=', plan.planId)
    .orderBy('id')
    .execute();
  const wanted = new Map(tasks.map((task) => [task.key, task]));
  // Streams are locked in the order of their ids, as everywhere.
  for (const { id, key } of known) {
    const task = wanted.get(key);
    wanted.delete(key);
    await performing.append(
      taskLedger,
      plan.agencyId,
      id,
      (state) => {
        if (state === undefined) return refuse('missing:thing');
        return task === undefined ? withdrawTask(state, plan.version) : amendTask(state, plan.version, task);
      },
      false,
    );
  }
  await openTasks(performing, plan, [...wanted.values()]);
}

/** Moves the tasks of an issued plan into the areas where they were put; each that stays records nothing. */
export async function placeTasksOf(
  performing: Performing,
  agencyId: string,
  planId: string,
  placed: Readonly<Record<string, string | null>>,
): Promise<void> {
  const known = await performing.query
    .selectFrom('task')
    .select(['id', 'key', 'area'])
    .where('agency_id', '=', agencyId)
    .where('plan_id', '=', planId)
    .orderBy('id')
    .execute();
  for (const { id, key, area: before } of known) {
    const area = placed[key];
    if (area === undefined || area === before) continue;
    const move = (state: TaskState | undefined) =>
      state === undefined ? refuse('missing:thing') : place(state, area);
    await performing.append(taskLedger, agencyId, id, move, false);
  }
}
