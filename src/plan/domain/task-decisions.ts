import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../pure/refusal.ts';
import { saysHosted } from './hosted.ts';
import type { EvidenceUse, Milestone, PlannedTask, TaskEvent, TaskState } from './task.ts';
import { unwanted, wantedDocumentTypes } from './wanted-document.ts';

/** What may happen to a task: each yields the events to record, or says why not. */
export type Decision = TaskEvent[] | Refusal;

/** Who decides on somebody's work: the units that the person belongs to or stands in for, and the account. */
export interface Judge {
  units: readonly string[];
  accountId: string | null;
}

/** A task of a plan that is issued. A task without a due window has one milestone without a date. */
export function openTask(planId: string, planVersion: number, task: PlannedTask): TaskEvent[] {
  const milestones = task.milestones.length > 0 ? task.milestones : [UNDATED];
  return [{ type: 'opened', version: 1, payload: { planId, planVersion, task: { ...task, milestones } } }];
}

const UNDATED = {
  no: 1,
  label: null,
  raw: '',
  kind: null,
  start: null,
  end: null,
  boundary: null,
  requirementEnd: null,
} as const;

/** A later version of the plan changes the task; nothing is recorded where it changes nothing. */
export function amendTask(state: TaskState, planVersion: number, task: PlannedTask): TaskEvent[] {
  const wanted: PlannedTask = {
    ...task,
    milestones: task.milestones.length > 0 ? task.milestones : [UNDATED],
  };
  const held = plannedOf(state);
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const field of Object.keys(held) as (keyof PlannedTask)[]) {
    if (JSON.stringify(held[field]) === JSON.stringify(ordered(wanted)[field])) continue;
    before[field] = held[field];
    after[field] = ordered(wanted)[field];
  }
  if (Object.keys(after).length === 0 && !state.withdrawn) return [];
  return [{ type: 'amended', version: 1, payload: { planVersion, before, after } }];
}

/** A later version of the plan no longer has the task; the work done stays in its ledger. */
export function withdrawTask(state: TaskState, planVersion: number): TaskEvent[] {
  return state.withdrawn ? [] : [{ type: 'withdrawn', version: 1, payload: { planVersion } }];
}

/** The drafters put the task into a reform area; nothing is recorded where it is in that already. */
export function place(state: TaskState, area: string | null): TaskEvent[] {
  return state.area === area ? [] : [{ type: 'placed', version: 1, payload: { area } }];
}

/** The head of a lead unit gives the task to a person of that unit. */
export function assign(state: TaskState, unitId: string, personId: string): Decision {
  const refusal = closed(state);
  if (refusal) return refusal;
  if (!state.leadUnits.includes(unitId)) return refuse('conflict:task-not-of-unit');
  if (state.assignees.some((one) => one.unitId === unitId && one.personId === personId))
    return refuse('conflict:task-already-assigned', {}, { field: 'person' });
  return [{ type: 'assigned', version: 1, payload: { unitId, personId } }];
}

export function start(state: TaskState): Decision {
  const refusal = closed(state);
  if (refusal) return refusal;
  return state.started
    ? refuse('conflict:task-already-started')
    : [{ type: 'started', version: 1, payload: {} }];
}

export function progress(state: TaskState, note: string): Decision {
  return closed(state) ?? [{ type: 'progressed', version: 1, payload: { note } }];
}

/** Whoever works on the task declares when it will be done: from today on. */
export function expect(state: TaskState, day: CivilDate, note: string | null, today: CivilDate): Decision {
  const refusal = closed(state);
  if (refusal) return refusal;
  if (day < today) return refuse('invalid:past-day', {}, { field: 'day' });
  return [{ type: 'expected', version: 1, payload: { day, note } }];
}

/** The Office reminds a lead unit of a task on which work is left. */
export function chase(state: TaskState, id: string, unitId: string, text: string): Decision {
  if (closed(state) !== null) return refuse('conflict:chase-needless', { no: state.no });
  if (!state.leadUnits.includes(unitId)) return refuse('conflict:task-not-of-unit');
  return [{ type: 'chased', version: 1, payload: { chase: id, unitId, text } }];
}

/**
 * The chased unit says how things stand, once for each chase; another lead unit does not say it in its place.
 * @param expected the day on which it expects to be done, where it says one too
 */
export function answerChase(
  state: TaskState,
  id: string,
  text: string,
  judge: Judge,
  expected: { day: CivilDate; today: CivilDate } | null = null,
): Decision {
  const found = state.chases.find((one) => one.chase === id);
  if (found === undefined) return refuse('missing:thing');
  if (found.answer !== null) return refuse('conflict:chase-answered');
  const ofAnother = judge.units.some((unit) => state.leadUnits.includes(unit));
  if (ofAnother && !judge.units.includes(found.unitId)) return refuse('conflict:chase-of-other-unit');
  const expectation =
    expected && expected.day !== state.expectedOn ? expect(state, expected.day, null, expected.today) : [];
  if (isRefusal(expectation)) return expectation;
  return [{ type: 'chase-answered', version: 1, payload: { chase: id, text } }, ...expectation];
}

/** What is submitted: a revision of a piece of evidence, with the type of its document where it is one. */
export interface SubmittedEvidence {
  evidenceId: string;
  revision: number;
  evidenceDate: CivilDate;
  documentType: string | null;
  /** Set where the piece was handed in for something else. */
  use?: EvidenceUse;
}

/** Whether a milestone waits for evidence. */
export function maySubmit(state: TaskState, no: number): Refusal | null {
  const milestone = milestoneOf(state, no);
  if ('refused' in milestone) return milestone;
  if (milestone.state === 'submitted') return refuse('conflict:milestone-submitted');
  return milestone.state === 'confirmed' ? refuse('conflict:milestone-confirmed') : null;
}

/**
 * Evidence for a milestone. Its date is a day that has come. A task that brings forth a document is proved by one of that
 * kind, but where its deliverable stands in a section of another document, which is then named.
 */
export function submit(
  state: TaskState,
  no: number,
  { documentType, ...evidence }: SubmittedEvidence,
  today: CivilDate,
): Decision {
  const refusal = maySubmit(state, no);
  if (refusal) return refusal;
  if (evidence.evidenceDate > today) return refuse('invalid:evidence-date-ahead');
  const hosted = (evidence.use?.section ?? null) !== null;
  if (evidence.use && !hosted && saysHosted(state))
    return refuse('invalid:hosting-section', {}, { field: 'section' });
  const wanted = hosted ? [] : wantedDocumentTypes(state.title, state.deliverable);
  return (
    unwanted(wanted, documentType) ?? [
      { type: 'submitted', version: 1, payload: { milestone: no, ...evidence } },
    ]
  );
}

export function sendBack(state: TaskState, no: number, reason: string, judge: Judge): Decision {
  return (
    awaiting(state, no, judge) ?? [{ type: 'sent-back', version: 1, payload: { milestone: no, reason } }]
  );
}

export function confirm(state: TaskState, no: number, judge: Judge): Decision {
  return awaiting(state, no, judge) ?? [{ type: 'confirmed', version: 1, payload: { milestone: no } }];
}

/** Undoes a confirmation that proved wrong; the milestone is open again. */
export function reopen(state: TaskState, no: number, reason: string, judge: Judge): Decision {
  const milestone = milestoneOf(state, no);
  if ('refused' in milestone) return milestone;
  if (milestone.state !== 'confirmed') return refuse('conflict:milestone-not-confirmed');
  return (
    ownWork(state, milestone, judge) ?? [{ type: 'reopened', version: 1, payload: { milestone: no, reason } }]
  );
}

/** Why somebody may not judge this work: nobody confirms the work of their own unit, or what they sent in. */
export function ownWork(state: TaskState, milestone: Milestone, judge: Judge): Refusal | null {
  if (judge.units.some((unit) => state.leadUnits.includes(unit))) return refuse('forbidden:own-unit');
  const by = milestone.submissions.at(-1)?.by ?? null;
  return by !== null && by === judge.accountId ? refuse('forbidden:own-submission') : null;
}

function awaiting(state: TaskState, no: number, judge: Judge): Refusal | null {
  const milestone = milestoneOf(state, no);
  if ('refused' in milestone) return milestone;
  if (milestone.state === 'confirmed') return refuse('conflict:milestone-confirmed');
  if (milestone.state !== 'submitted') return refuse('conflict:milestone-not-submitted');
  return ownWork(state, milestone, judge);
}

function milestoneOf(state: TaskState, no: number): Milestone | Refusal {
  const milestone = state.milestones.find((one) => one.no === no && !one.dropped);
  if (milestone === undefined) return refuse('missing:thing');
  return state.withdrawn ? refuse('conflict:task-withdrawn') : milestone;
}

/** Nothing is left to do where the task is withdrawn or all of it is confirmed. */
function closed(state: TaskState): Refusal | null {
  if (state.withdrawn) return refuse('conflict:task-withdrawn');
  const standing = state.milestones.filter((milestone) => !milestone.dropped);
  return standing.every((milestone) => milestone.state === 'confirmed')
    ? refuse('conflict:task-confirmed')
    : null;
}

function plannedOf(state: TaskState): PlannedTask {
  return ordered({
    ...state,
    milestones: state.milestones.filter((milestone) => !milestone.dropped),
  });
}

/** The planned fields alone, in one order, so that two of them compare. */
function ordered(task: PlannedTask): PlannedTask {
  const { key, no, position, area, title, requirement, deliverable } = task;
  const { leadUnits, supportUnits, leadWritten, supportWritten, rhythm } = task;
  return {
    key,
    ...(rhythm === undefined ? {} : { rhythm }),
    no,
    position,
    area,
    title,
    requirement,
    deliverable,
    leadUnits,
    supportUnits,
    leadWritten,
    supportWritten,
    milestones: task.milestones.map((one) => ({
      no: one.no,
      label: one.label,
      raw: one.raw,
      kind: one.kind,
      start: one.start,
      end: one.end,
      boundary: one.boundary,
      requirementEnd: one.requirementEnd,
    })),
  };
}
