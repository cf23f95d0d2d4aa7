import type { Ledger, Row } from '../platform/ledger/ledger.ts';
import { fold } from '../pure/vietnamese/index.ts';
import {
  currentSubmission,
  foldTask,
  submissionState,
  type TaskEvent,
  type TaskState,
  taskStateOf,
} from './domain/task.ts';

/** The ledger of tasks: one stream a task, from the plan that opens it to the confirmation of its last milestone. */
export const taskLedger: Ledger<TaskState, TaskEvent> = {
  kind: 'task',
  fold: (state, event) => foldTask(state, event, event.stamp),
  projections: [
    { table: 'task', stream: 'id', key: [], rows: (state) => [taskRow(state)] },
    { table: 'task_unit', stream: 'task_id', key: ['role', 'position'], rows: unitRows },
    { table: 'milestone', stream: 'task_id', key: ['no'], rows: milestoneRows },
    { table: 'task_period', stream: 'task_id', key: ['position'], rows: periodRows },
    {
      table: 'milestone_period',
      stream: 'task_id',
      key: ['milestone', 'position'],
      rows: milestonePeriodRows,
    },
    {
      table: 'evidence_use',
      stream: 'task_id',
      key: ['milestone', 'position'],
      rows: useRows,
    },
    { table: 'task_chase', stream: 'task_id', key: ['chase_id'], rows: chaseRows },
  ],
  counted: (state) => [{ counter: `${state.kind}.state`, bucket: `${state.planId}:${taskStateOf(state)}` }],
};

function taskRow(state: TaskState): Row {
  const now = state.periods.at(-1);
  return {
    plan_id: state.planId,
    plan_version: state.planVersion,
    kind: state.kind,
    rhythm: state.rhythm ?? null,
    key: state.key,
    no: state.no,
    position: state.position,
    area: state.area,
    title: state.title,
    title_fold: fold(`${state.no} ${state.title}`),
    requirement: state.requirement,
    deliverable: state.deliverable,
    state: taskStateOf(state),
    next_end: now?.nextEnd ?? null,
    expected_on: state.expectedOn,
    waiting: now?.waiting ?? false,
  };
}

function unitRows(state: TaskState): Row[] {
  const rows = (role: string, ids: readonly string[]) =>
    ids.map((unitId, position) => ({
      role,
      position,
      unit_id: unitId,
      person_id:
        role === 'lead' ? (state.assignees.find((one) => one.unitId === unitId)?.personId ?? null) : null,
    }));
  return [...rows('lead', state.leadUnits), ...rows('supporting', state.supportUnits)];
}

function milestoneRows(state: TaskState): Row[] {
  return state.milestones.map((milestone) => {
    const submission = currentSubmission(milestone);
    return {
      no: milestone.no,
      label: milestone.label,
      raw: milestone.raw,
      kind: milestone.kind,
      due_start: milestone.start,
      due_end: milestone.end,
      boundary: milestone.boundary,
      requirement_end: milestone.requirementEnd,
      state: state.withdrawn || milestone.dropped ? 'withdrawn' : milestone.state,
      evidence_id: submission?.evidenceId ?? null,
      evidence_date: submission?.evidenceDate ?? null,
    };
  });
}

function useRows(state: TaskState): Row[] {
  return state.milestones.flatMap(({ no, submissions }) =>
    submissions.map((submission, position) => ({
      milestone: no,
      position,
      evidence_id: submission.evidenceId,
      revision: submission.revision,
      borrowed: submission.use !== null,
      section: submission.use?.section ?? null,
      state: submissionState(submission, position === submissions.length - 1),
      reason: submission.answer?.reason ?? null,
      submitted_at: submission.at,
    })),
  );
}

function chaseRows(state: TaskState): Row[] {
  return state.chases.map((one) => ({
    chase_id: one.chase,
    unit_id: one.unitId,
    chase_text: one.text,
    sent_at: one.at,
    sent_by: one.by,
    answer: one.answer?.text ?? null,
    answered_at: one.answer?.at ?? null,
  }));
}

function periodRows(state: TaskState): Row[] {
  return state.periods.map((period, position) => ({
    position,
    plan_id: state.planId,
    kind: state.kind,
    from_at: period.from,
    to_at: period.to,
    withdrawn: period.withdrawn,
    confirmed: period.confirmed,
    waiting: period.waiting,
    next_end: period.nextEnd,
    expected_on: period.expectedOn,
    lead_units: [...period.leadUnits],
  }));
}

function milestonePeriodRows(state: TaskState): Row[] {
  return state.milestones.flatMap((milestone) =>
    milestone.periods.map((period, position) => ({
      milestone: milestone.no,
      position,
      plan_id: state.planId,
      kind: state.kind,
      state: period.state,
      from_at: period.from,
      to_at: period.to,
      due_end: period.end,
      requirement_end: period.requirementEnd,
      evidence_date: period.evidenceDate,
      expected_on: period.expectedOn,
      lead_units: [...period.leadUnits],
    })),
  );
}
