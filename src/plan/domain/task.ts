import type { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { DueKind } from '../../pure/law/types.ts';
import type { Rhythm } from './rhythm.ts';
import { continued, type Span } from './spans.ts';

/** One of several deadlines of a task, as the plan has it. */
export interface PlannedMilestone {
  /** From 1, in the order of the due cell; stable over the plan's versions. */
  no: number;
  label: string | null;
  raw: string;
  kind: DueKind | null;
  start: CivilDate | null;
  /** Last day that is still on time. */
  end: CivilDate | null;
  /** Of before_date only: the printed day. */
  boundary: CivilDate | null;
  /** The requirement's own last day for this milestone, where it has one. */
  requirementEnd: CivilDate | null;
}

/** A task of the plan's appendix, or a duty that the plan gives to a unit and that is followed like one. */
export const TASK_KINDS = ['task', 'duty'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** A task, or a followed duty, as an issued version of a plan has it. */
export interface PlannedTask {
  /** A task where it is not said. */
  kind?: TaskKind;
  /** Of a duty: how often it has to be shown. */
  rhythm?: Rhythm;
  /** Its name within the plan, the same in every version. */
  key: string;
  no: string;
  position: number;
  area: string | null;
  title: string;
  requirement: string | null;
  deliverable: string | null;
  /** Ids of the units that the written names stand for. */
  leadUnits: string[];
  supportUnits: string[];
  leadWritten: string[];
  supportWritten: string[];
  milestones: PlannedMilestone[];
}

/** What happens to a task, in the words of its ledger. */
export type TaskEvent =
  | { type: 'opened'; version: 1; payload: { planId: string; planVersion: number; task: PlannedTask } }
  | {
      type: 'amended';
      version: 1;
      payload: { planVersion: number; before: Partial<PlannedTask>; after: Partial<PlannedTask> };
    }
  | { type: 'withdrawn'; version: 1; payload: { planVersion: number } }
  /** The drafters put it into a reform area, or out of any. */
  | { type: 'placed'; version: 1; payload: { area: string | null } }
  | { type: 'assigned'; version: 1; payload: { unitId: string; personId: string } }
  | { type: 'started'; version: 1; payload: object }
  | { type: 'progressed'; version: 1; payload: { note: string } }
  | { type: 'expected'; version: 1; payload: { day: CivilDate; note: string | null } }
  | {
      type: 'submitted';
      version: 1;
      payload: {
        milestone: number;
        evidenceId: string;
        revision: number;
        evidenceDate: CivilDate;
        /** Set where a piece was used that was handed in for something else. */
        use?: EvidenceUse;
      };
    }
  | { type: 'sent-back'; version: 1; payload: { milestone: number; reason: string } }
  | { type: 'confirmed'; version: 1; payload: { milestone: number } }
  | { type: 'reopened'; version: 1; payload: { milestone: number; reason: string } }
  | { type: 'chased'; version: 1; payload: { chase: string; unitId: string; text: string } }
  | { type: 'chase-answered'; version: 1; payload: { chase: string; text: string } };

export const MILESTONE_STATES = ['open', 'submitted', 'sent_back', 'confirmed', 'withdrawn'] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];

export const TASK_STATES = [
  'not_started',
  'assigned',
  'started',
  'submitted',
  'sent_back',
  'confirmed',
  'withdrawn',
] as const;
export type TaskStateName = (typeof TASK_STATES)[number];

/** How a milestone uses a piece of evidence that was handed in for another. */
export interface EvidenceUse {
  /** The part of that document in which this deliverable stands ("lồng ghép"); null where the whole proves this too. */
  section: string | null;
}

/** Evidence given for a milestone, and what the Office made of it. */
export interface Submission {
  evidenceId: string;
  revision: number;
  evidenceDate: CivilDate;
  /** Null where the evidence was handed in for this milestone. */
  use: EvidenceUse | null;
  /** Account of who submitted it. */
  by: string | null;
  at: string;
  answer: { kind: 'sent_back' | 'confirmed' | 'reopened'; reason: string | null; at: string } | null;
}

/** What held of a milestone from one instant to another, for questions as of a past day. */
export interface MilestonePeriod extends Span {
  state: MilestoneState;
  end: CivilDate | null;
  requirementEnd: CivilDate | null;
  evidenceDate: CivilDate | null;
  /** Day on which the task was expected to be done. */
  expectedOn: CivilDate | null;
  leadUnits: readonly string[];
}

/** What held of a whole task from one instant to another: what is counted of tasks, without asking their milestones. */
export interface TaskPeriod extends Span {
  /** No longer in the plan's version in force. */
  withdrawn: boolean;
  /** Every milestone is. */
  confirmed: boolean;
  /** One waits to be confirmed. */
  waiting: boolean;
  /** The first last day of what has no evidence. */
  nextEnd: CivilDate | null;
  expectedOn: CivilDate | null;
  leadUnits: readonly string[];
}

/** A milestone with the work done for it. */
export interface Milestone extends PlannedMilestone {
  state: MilestoneState;
  /** No longer in the plan's version in force; its work is kept. */
  dropped: boolean;
  submissions: readonly Submission[];
  periods: readonly MilestonePeriod[];
}

/** A reminder with an author, and what the unit answered. */
export interface Chase {
  /** Its id, the same on every task that it names. */
  chase: string;
  unitId: string;
  text: string;
  at: string;
  /** Account of the author. */
  by: string | null;
  answer: { text: string; at: string } | null;
}

/** A task, folded from its events. */
export interface TaskState extends Omit<PlannedTask, 'milestones' | 'kind'> {
  kind: TaskKind;
  planId: string;
  planVersion: number;
  withdrawn: boolean;
  /** Who holds it, one person a lead unit. */
  assignees: readonly { unitId: string; personId: string }[];
  started: boolean;
  /** Declared by whoever works on it; counted apart from what is done. */
  expectedOn: CivilDate | null;
  chases: readonly Chase[];
  milestones: readonly Milestone[];
  periods: readonly TaskPeriod[];
}

/** When and by whom an event was recorded, as far as the fold needs it. */
export interface EventStamp {
  occurredAt: Temporal.Instant;
  actorAccount: string | null;
}

/** The evidence that counts: submitted or confirmed, not sent back. */
export function currentSubmission(milestone: Pick<Milestone, 'state' | 'submissions'>): Submission | null {
  const counts = milestone.state === 'submitted' || milestone.state === 'confirmed';
  return counts ? (milestone.submissions.at(-1) ?? null) : null;
}

/** Where the Office stands with a submission; an earlier one that it has not judged is superseded. */
export function submissionState(
  { answer }: Submission,
  newest: boolean,
): 'submitted' | 'confirmed' | 'sent_back' | 'reopened' | 'superseded' {
  return answer?.kind ?? (newest ? 'submitted' : 'superseded');
}

/** The piece of evidence that was handed in for a milestone itself, of which the next is a revision; null without one. */
export function ownEvidence({ submissions }: Pick<Milestone, 'submissions'>): string | null {
  return submissions.findLast(({ use }) => use === null)?.evidenceId ?? null;
}

/** The milestones of the version in force. */
export function standingMilestones(task: TaskState): Milestone[] {
  return task.milestones.filter((milestone) => !milestone.dropped);
}

/** The state of the whole task, from that of its milestones. */
export function taskStateOf(task: TaskState): TaskStateName {
  if (task.withdrawn) return 'withdrawn';
  const states = standingMilestones(task).map((milestone) => milestone.state);
  if (states.length > 0 && states.every((state) => state === 'confirmed')) return 'confirmed';
  if (states.includes('sent_back')) return 'sent_back';
  if (states.includes('submitted')) return 'submitted';
  if (task.started || states.includes('confirmed')) return 'started';
  return task.assignees.length > 0 ? 'assigned' : 'not_started';
}

/** The fold of a task's ledger. */
export function foldTask(state: TaskState | undefined, event: TaskEvent, stamp: EventStamp): TaskState {
  const next = state === undefined ? opened(event) : applied(state, event, stamp);
  return withPeriods(next, stamp);
}

function opened(event: TaskEvent): TaskState {
  if (event.type !== 'opened') throw new Error(`a task begins when it is opened, not with ${event.type}`);
  const { planId, planVersion, task } = event.payload;
  return {
    ...task,
    kind: task.kind ?? 'task',
    planId,
    planVersion,
    withdrawn: false,
    assignees: [],
    started: false,
    expectedOn: null,
    chases: [],
    milestones: task.milestones.map(freshMilestone),
    periods: [],
  };
}

function applied(state: TaskState, event: TaskEvent, stamp: EventStamp): TaskState {
  switch (event.type) {
    case 'opened':
      return state;
    case 'amended':
      return amended(state, event.payload);
    case 'withdrawn':
      return { ...state, planVersion: event.payload.planVersion, withdrawn: true };
    case 'placed':
      return { ...state, area: event.payload.area };
    case 'assigned': {
      const others = state.assignees.filter((one) => one.unitId !== event.payload.unitId);
      return { ...state, assignees: [...others, event.payload] };
    }
    case 'started':
      return { ...state, started: true };
    case 'progressed':
      return state;
    case 'expected':
      return { ...state, expectedOn: event.payload.day };
    case 'submitted':
      return onMilestone(state, event.payload.milestone, (milestone) => ({
        ...milestone,
        state: 'submitted',
        submissions: [...milestone.submissions, submissionOf(event.payload, stamp)],
      }));
    case 'sent-back':
      return onMilestone(state, event.payload.milestone, (milestone) =>
        answered(milestone, 'sent_back', 'sent_back', event.payload.reason, stamp),
      );
    case 'confirmed':
      return onMilestone(state, event.payload.milestone, (milestone) =>
        answered(milestone, 'confirmed', 'confirmed', null, stamp),
      );
    case 'reopened':
      return onMilestone(state, event.payload.milestone, (milestone) =>
        answered(milestone, 'open', 'reopened', event.payload.reason, stamp),
      );
    case 'chased': {
      const at = stamp.occurredAt.toString();
      const chase: Chase = { ...event.payload, at, by: stamp.actorAccount, answer: null };
      return { ...state, chases: [...state.chases, chase] };
    }
    case 'chase-answered': {
      const { chase, text } = event.payload;
      const answer = { text, at: stamp.occurredAt.toString() };
      return {
        ...state,
        chases: state.chases.map((one) => (one.chase === chase ? { ...one, answer } : one)),
      };
    }
  }
}

function amended(
  state: TaskState,
  { planVersion, after }: { planVersion: number; after: Partial<PlannedTask> },
): TaskState {
  const { milestones, ...fields } = after;
  const next = { ...state, ...fields, planVersion, withdrawn: false };
  return {
    ...next,
    // A unit that no longer leads has nobody on the task; the work done stays.
    assignees: next.assignees.filter((one) => next.leadUnits.includes(one.unitId)),
    milestones: milestones === undefined ? state.milestones : carriedOver(state.milestones, milestones),
  };
}

/** New due windows over the old: work stays with the milestone of its number; one that is gone keeps its history. */
function carriedOver(old: readonly Milestone[], planned: readonly PlannedMilestone[]): Milestone[] {
  const kept = planned.map((window) => {
    const known = old.find((milestone) => milestone.no === window.no);
    return known === undefined ? freshMilestone(window) : { ...known, ...window, dropped: false };
  });
  const gone = old.filter((milestone) => !planned.some((window) => window.no === milestone.no));
  return [...kept, ...gone.map((milestone) => ({ ...milestone, dropped: true }))].sort((a, b) => a.no - b.no);
}

function freshMilestone(window: PlannedMilestone): Milestone {
  return { ...window, state: 'open', dropped: false, submissions: [], periods: [] };
}

function onMilestone(state: TaskState, no: number, change: (milestone: Milestone) => Milestone): TaskState {
  return {
    ...state,
    milestones: state.milestones.map((milestone) => (milestone.no === no ? change(milestone) : milestone)),
  };
}

function submissionOf(
  payload: { evidenceId: string; revision: number; evidenceDate: CivilDate; use?: EvidenceUse },
  stamp: EventStamp,
): Submission {
  const { evidenceId, revision, evidenceDate, use = null } = payload;
  const at = stamp.occurredAt.toString();
  return { evidenceId, revision, evidenceDate, use, by: stamp.actorAccount, at, answer: null };
}

function answered(
  milestone: Milestone,
  state: MilestoneState,
  kind: 'sent_back' | 'confirmed' | 'reopened',
  reason: string | null,
  stamp: EventStamp,
): Milestone {
  const at = stamp.occurredAt.toString();
  const last = milestone.submissions.length - 1;
  return {
    ...milestone,
    state,
    submissions: milestone.submissions.map((submission, index) =>
      index === last ? { ...submission, answer: { kind, reason, at } } : submission,
    ),
  };
}

/** The task with its periods brought up to an event that has been folded into it. */
function withPeriods(task: TaskState, { occurredAt }: EventStamp): TaskState {
  return {
    ...task,
    milestones: task.milestones.map((milestone) => {
      const periods = continued(milestone.periods, pictureOf(milestone, task), occurredAt);
      return periods === milestone.periods ? milestone : { ...milestone, periods };
    }),
    periods: continued(task.periods, pictureOfWhole(task), occurredAt),
  };
}

function pictureOf(milestone: Milestone, task: TaskState): Omit<MilestonePeriod, keyof Span> {
  return {
    state: task.withdrawn || milestone.dropped ? 'withdrawn' : milestone.state,
    end: milestone.end,
    requirementEnd: milestone.requirementEnd,
    evidenceDate: currentSubmission(milestone)?.evidenceDate ?? null,
    expectedOn: task.expectedOn,
    leadUnits: task.leadUnits,
  };
}

function pictureOfWhole(task: TaskState): Omit<TaskPeriod, keyof Span> {
  const standing = task.withdrawn ? [] : standingMilestones(task);
  return {
    withdrawn: standing.length === 0,
    confirmed: standing.every(({ state }) => state === 'confirmed'),
    waiting: standing.some(({ state }) => state === 'submitted'),
    nextEnd: earliest(standing.flatMap((one) => (currentSubmission(one) === null ? [one.end] : []))),
    expectedOn: task.expectedOn,
    leadUnits: task.leadUnits,
  };
}

function earliest(days: readonly (CivilDate | null)[]): CivilDate | null {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}
