import { Temporal } from 'temporal-polyfill';
import { agencyDeadlines } from '../calendar/index.ts';
import { officeInstant, wallTime } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import {
  type CivilDate,
  type Deadlines,
  type Interval,
  readBudget,
  startFor,
  type WallTime,
} from '../pure/calendar/index.ts';
import type { InstantText } from '../pure/calendar/instant-text.ts';
import { type OneStopRules, oneStopRuleSets, oneStopRulesOn } from '../pure/one-stop/index.ts';
import type { Appointment, DossierState, IntervalKind } from './domain/dossier.ts';

/** By which calendar and rules the due times of an agency's dossiers are set. */
export interface DeskClock {
  deadlines: Deadlines;
  /** Version of the calendar. */
  calendar: number;
  rules: OneStopRules;
}

/** The time that the law gives, and whether the procedure's own law moves what comes after a time of day. */
export interface LegalLimit {
  budget: string | null;
  nextDayAfter: string | null;
}

/** The rules of the one-stop desk by their code, as a dossier holds it. */
export function deskRulesOf(code: string): OneStopRules {
  const rules = oneStopRuleSets.find((one) => one.code === code);
  if (rules === undefined) throw new Error(`no rules of the one-stop desk are called ${code}`);
  return rules;
}

/** The code of the rules in force on a day. */
export function deskRulesOn(day: CivilDate): string {
  return oneStopRulesOn(day).code;
}

/**
 * The clock of an agency's desk under a rule set.
 * @param calendar the version by which something was appointed; the one in force where none is named
 */
export async function deskClockOf(
  query: Reader,
  agencyId: string,
  code: string,
  calendar?: number,
): Promise<DeskClock> {
  const rules = deskRulesOf(code);
  const known = await agencyDeadlines(query, agencyId, {
    rules: rules.counting,
    ...(calendar === undefined ? {} : { calendar }),
  });
  return { deadlines: known.deadlines, calendar: known.calendar, rules };
}

/** What a limit that begins now appoints; one that cannot be computed appoints nothing. */
export function appointment(
  { deadlines, calendar }: DeskClock,
  { budget, nextDayAfter }: LegalLimit,
  now: Temporal.Instant,
): Appointment {
  const read = budget === null ? null : readBudget(budget);
  const start = startFor(deadlines, wallTime(now), nextDayAfter);
  const due = read === null || start === null ? null : deadlines.add(start, read);
  return {
    budget,
    startAt: start === null ? now.toString() : instantOf(start),
    due: due === null ? null : instantOf(due),
    calendar,
  };
}

/** When the office closes on a day. @param day one of the known years */
export function closingOn({ deadlines }: DeskClock, day: CivilDate): InstantText {
  return instantOf(deadlines.closing(day) ?? `${day}T23:59`);
}

/** What a dossier is judged by once a supplement has come: its lawful supplements are given back, or begin the budget anew. */
export function dueAfterSupplement(
  clock: DeskClock,
  state: DossierState,
  now: Temporal.Instant,
): InstantText | null {
  return dueWithout(clock, state, ['supplement'], now);
}

/** What the applicant is told when handling goes on after a suspension. */
export function appointedAfterSuspension(
  clock: DeskClock,
  state: DossierState,
  now: Temporal.Instant,
): InstantText | null {
  return dueWithout(clock, state, ['supplement', 'suspension'], now);
}

function dueWithout(
  { deadlines, rules }: DeskClock,
  state: DossierState,
  kinds: readonly IntervalKind[],
  now: Temporal.Instant,
): InstantText | null {
  const budget = state.budget === null ? null : readBudget(state.budget);
  if (budget === null || state.startAt === null) return state.due;
  const start = wallOf(state.startAt);
  const due = deadlines.dueWith(start, budget, intervalsOf(state, kinds, now), rules.supplementPolicy);
  return due === null ? state.due : instantOf(due);
}

/** The intervals of some kinds that have ended, or that end now. */
export function intervalsOf(
  { intervals }: Pick<DossierState, 'intervals'>,
  kinds: readonly IntervalKind[],
  now: Temporal.Instant,
): Interval[] {
  return intervals
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ from, to }) => ({ from: wallOf(from), to: to === null ? wallTime(now) : wallOf(to) }));
}

export const instantOf = (wall: WallTime): InstantText => officeInstant(wall).toString();
export const wallOf = (instant: InstantText): WallTime => wallTime(Temporal.Instant.from(instant));
