import type { CivilDate } from './civil-date.ts';
import { officialCalendar } from './official.ts';
import type { ExplainedDay, WorkingCalendar } from './working-calendar.ts';

export { BUDGET_UNITS, type Budget, type BudgetUnit, readBudget } from './budget.ts';
export { type Appointed, type AppointedChange, changesUnder } from './changes.ts';
export type { CivilDate } from './civil-date.ts';
export { fromDayNumber, isWeekend, toDayNumber, weekdayName } from './day-number.ts';
export {
  type Between,
  CIVIL_CODE,
  type CountingRules,
  Deadlines,
  type ExplainedDeadline,
  type TimeLeft,
} from './deadline.ts';
export { handOverBy, startFor } from './hand-over.ts';
export { type Interval, NOT_COUNTED, SUPPLEMENT_POLICIES, type SupplementPolicy } from './intervals.ts';
export type { WallTime } from './moment.ts';
export { OfficeHours, type OfficeHoursVersion, type OfficeSeason } from './office-hours.ts';
export { officialCalendar, officialDays, officialDeadlines, officialOfficeHours } from './official.ts';
export { readWeek, type WeekHours, writeWeek } from './week.ts';
export type { ExplainedDay, OfficialDay, OfficialDayKind } from './working-calendar.ts';
export { WorkingCalendar } from './working-calendar.ts';

/** Working days left until a due day, or gone since it. */
export interface Remaining {
  readonly late: boolean;
  /** Never negative: what is left, or, when late, what has gone by. */
  readonly workingDays: number;
}

/** Whether the office works on this day; null where the year is not known. */
export function isWorkingDay(date: CivilDate, calendar: WorkingCalendar = officialCalendar): boolean | null {
  return calendar.isWorkingDay(date);
}

/** Why the office is closed ("Chủ nhật", "Tết Nguyên đán"); null on a working day and where the year is not known. */
export function dayOffReason(date: CivilDate, calendar: WorkingCalendar = officialCalendar): string | null {
  return calendar.dayOffReason(date);
}

/** The day that ends a budget of `n` working days beginning on the day after `date`; null beyond the known years. */
export function addWorkingDays(date: CivilDate, n: number, calendar: WorkingCalendar): CivilDate | null {
  return calendar.addWorkingDays(date, n);
}

/** Working days after `from` up to and including `to`, negative backwards; null beyond the known years. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): number | null {
  return calendar.workingDaysBetween(from, to);
}

/** `date` itself if the office works on it, otherwise the next working day; null beyond the known years. */
export function nextWorkingDay(date: CivilDate, calendar: WorkingCalendar): CivilDate | null {
  return calendar.nextWorkingDay(date);
}

/** How far `due` is from `today`. On the due day itself nothing is left, and it is not late. */
export function remaining(today: CivilDate, due: CivilDate, calendar: WorkingCalendar): Remaining | null {
  const days = calendar.workingDaysBetween(today, due);
  return days === null ? null : { late: today > due, workingDays: Math.abs(days) };
}

/** Each day after `from` up to and including `to`, counted or skipped, with the reason in Vietnamese. */
export function explain(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): ExplainedDay[] {
  return calendar.explain(from, to);
}
