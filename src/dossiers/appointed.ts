import { Temporal } from 'temporal-polyfill';
import { officeInstant, wallTime } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import { readBudget } from '../pure/calendar/budget.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { Deadlines } from '../pure/calendar/deadline.ts';
import type { InstantText } from '../pure/calendar/instant-text.ts';
import { officialDeadlines } from '../pure/calendar/official.ts';
import type { DeskRules } from './domain/decisions.ts';
import type { Appointment, DossierState, Interval } from './domain/dossier.ts';

/** By which calendar and rules the due times of an agency's dossiers are set. */
export interface DeskClock {
  deadlines: Deadlines;
  rules: DeskRules;
}

/** The rules of the one-stop desk that a dossier was accepted under. */
export function deskRulesOf(_rules: string): DeskRules {
  return { supplementsAllowed: 1, newDatesAllowed: 1 };
}

/** The code of the rules in force on a day. */
export function deskRulesOn(_day: CivilDate): string {
  return 'nd61-2018';
}

export async function deskClockOf(_query: Reader, _agencyId: string, rules: string): Promise<DeskClock> {
  return { deadlines: officialDeadlines, rules: deskRulesOf(rules) };
}

/** The time that the law gives, and whether its own law moves what comes after a time of day. */
export interface LegalLimit {
  budget: string | null;
  nextDayAfter: string | null;
}

/** What a limit that begins now appoints; one that cannot be computed appoints nothing. */
export function appointment(
  { deadlines }: DeskClock,
  { budget }: LegalLimit,
  now: Temporal.Instant,
): Appointment {
  const read = budget === null ? null : readBudget(budget);
  const due = read === null ? null : deadlines.add(wallTime(now), read);
  return { budget, startAt: now.toString(), due: due === null ? null : officeInstant(due).toString() };
}

/** When the office closes on a day. */
export function closingOn({ deadlines }: DeskClock, day: CivilDate): InstantText {
  return officeInstant(deadlines.closing(day) ?? `${day}T17:00`).toString();
}

/** What a dossier is judged by once a supplement has come: the time that the applicant took is given back. */
export function dueAfterSupplement(
  clock: DeskClock,
  state: DossierState,
  now: Temporal.Instant,
): InstantText | null {
  return state.due === null ? null : movedBy(clock, state, state.due, now);
}

/** What the applicant is told when handling goes on after a suspension. */
export function appointedAfterSuspension(
  clock: DeskClock,
  state: DossierState,
  now: Temporal.Instant,
): InstantText | null {
  return state.appointed === null ? null : movedBy(clock, state, state.appointed, now);
}

function movedBy(
  { deadlines }: DeskClock,
  state: DossierState,
  due: InstantText,
  now: Temporal.Instant,
): InstantText {
  const interval = state.intervals.find((one: Interval) => one.to === null);
  const budget = state.budget === null ? null : readBudget(state.budget);
  if (interval === undefined || budget === null) return due;
  const lost = deadlines.between(wallTime(Temporal.Instant.from(interval.from)), wallTime(now));
  const wall = wallTime(Temporal.Instant.from(due));
  const amount = budget.unit === 'wd' ? (lost?.workingDays ?? 0) : (lost?.calendarDays ?? 0);
  if (amount === 0) return due;
  const moved = deadlines.add(wall, { amount, unit: budget.unit === 'wd' ? 'wd' : 'd' });
  return moved === null ? due : officeInstant(moved).toString();
}
