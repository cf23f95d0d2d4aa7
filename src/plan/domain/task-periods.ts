import { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import {
  currentSubmission,
  type EventStamp,
  type Milestone,
  type MilestoneState,
  type TaskState,
} from './task.ts';

/** From when to when something held, as instants of the office clock; null while it holds. */
interface Span {
  from: string;
  to: string | null;
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

/** The task with its periods brought up to an event that has been folded into it. */
export function withPeriods(task: TaskState, { occurredAt }: EventStamp): TaskState {
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
  const standing = task.withdrawn ? [] : task.milestones.filter(({ dropped }) => !dropped);
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

/** Closes the open period and begins another where the picture has changed. */
function continued<P extends Span>(
  periods: readonly P[],
  picture: Omit<P, keyof Span>,
  at: Temporal.Instant,
): readonly P[] {
  const last = periods.at(-1);
  if (last !== undefined && shows(last, picture)) return periods;
  const from = at.toString();
  const open = { ...picture, from, to: null } as P;
  if (last === undefined) return [open];
  const earlier = periods.slice(0, -1);
  // Two events at one instant of the office clock: only what held after both has lasted.
  const lasted = Temporal.Instant.compare(Temporal.Instant.from(last.from), at) < 0;
  return lasted ? [...earlier, { ...last, to: from }, open] : [...earlier, { ...open, from: last.from }];
}

function shows<P extends Span>(period: P, picture: Omit<P, keyof Span>): boolean {
  return Object.entries(picture).every(([name, value]) => {
    const known = period[name as keyof P];
    return Array.isArray(value) && Array.isArray(known)
      ? known.length === value.length && known.every((one, index) => one === value[index])
      : known === value;
  });
}
