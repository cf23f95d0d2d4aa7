import {
  type CivilDate,
  fromDayNumber,
  nextWorkingDay,
  toDayNumber,
  type WorkingCalendar,
} from '../../pure/calendar/index.ts';

/** So many working days before the last day there is a reminder, the last one first; the first says "due soon". */
const WORKING_DAYS_BEFORE = [1, 3, 7] as const;
const WEEK = 7;

/** How many working days ahead a source has to look. */
export const REACH_WORKING_DAYS = 7;

/**
 * The day whose reminder of an open thing is the newest on a day: 7, 3 and 1 working days before the last day, the last day
 * itself, then every week. Where no job ran on that day the reminder is sent later, and those that were missed before it
 * are not: one reminder tells it all.
 * @returns null where it is too early for the first
 */
export function reminderDay(
  lastDay: CivilDate,
  today: CivilDate,
  calendar: WorkingCalendar,
): CivilDate | null {
  const weeks = Math.floor((toDayNumber(today) - toDayNumber(lastDay)) / WEEK);
  for (let week = weeks; week > 0; week--) {
    const day = fromDayNumber(toDayNumber(lastDay) + week * WEEK);
    // Nobody is in the office on a day off; beyond the known years every day counts.
    const working = nextWorkingDay(day, calendar) ?? day;
    if (working <= today) return working;
  }
  if (today >= lastDay) return lastDay;
  for (const days of WORKING_DAYS_BEFORE) {
    const day = workingDayBefore(lastDay, days, calendar);
    if (day !== null && day <= today) return day;
  }
  return null;
}

/** The working day that so many working days lie before a day, itself among them; null beyond the known years. */
function workingDayBefore(date: CivilDate, days: number, calendar: WorkingCalendar): CivilDate | null {
  let day = toDayNumber(date);
  for (let left = days; left > 0; ) {
    const working = calendar.isWorkingDay(fromDayNumber(--day));
    if (working === null) return null;
    if (working) left--;
  }
  return fromDayNumber(day);
}
