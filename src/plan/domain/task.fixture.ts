import { Temporal } from 'temporal-polyfill';
import { foldTask, type PlannedMilestone, type PlannedTask, type TaskEvent, type TaskState } from './task.ts';

export const UNIT = '01900000-0000-7000-8000-000000000001';
export const OTHER_UNIT = '01900000-0000-7000-8000-000000000002';
export const PERSON = '01900000-0000-7000-8000-000000000011';
export const ACCOUNT = '01900000-0000-7000-8000-000000000021';
export const PLAN = '01900000-0000-7000-8000-000000000031';

export function plannedMilestone(no: number, end: string | null, requirementEnd: string | null = null) {
  return {
    no,
    label: no === 1 ? null : `Lần ${no}`,
    raw: end ?? 'Thường xuyên',
    kind: end === null ? 'continuous' : 'date',
    start: null,
    end,
    boundary: null,
    requirementEnd,
  } satisfies PlannedMilestone;
}

export function plannedTask(fields: Partial<PlannedTask> = {}): PlannedTask {
  return {
    key: 'task:15',
    no: '16',
    position: 15,
    area: null,
    title: 'Ban hành kế hoạch đào tạo, bồi dưỡng',
    requirement: 'Ban hành trong tháng 1 là kịp thời',
    deliverable: null,
    leadUnits: [UNIT],
    supportUnits: [],
    leadWritten: ['TCCB'],
    supportWritten: [],
    milestones: [plannedMilestone(1, '2019-03-31', '2019-01-31')],
    ...fields,
  };
}

/** Folds events an hour apart from the morning of 28 January 2019. */
export function folded(events: readonly TaskEvent[], hours = 1, before?: TaskState): TaskState | undefined {
  const begin = Temporal.Instant.from('2019-01-28T01:00:00Z');
  return events.reduce<TaskState | undefined>(
    (state, event, index) =>
      foldTask(state, event, {
        occurredAt: begin.add({ hours: index * hours }),
        actorAccount: ACCOUNT,
      }),
    before,
  );
}

export function foldedTask(events: readonly TaskEvent[], hours = 1): TaskState {
  const state = folded(events, hours);
  if (state === undefined) throw new Error('no events');
  return state;
}
