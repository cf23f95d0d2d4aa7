import { addWorkingDays, nextWorkingDay, officialCalendar } from '../../pure/calendar/index.ts';

/** The working day so many working days after a day. */
export function workingDaysAfter(day: string, count: number): string {
  const found =
    count === 0 ? nextWorkingDay(day, officialCalendar) : addWorkingDays(day, count, officialCalendar);
  return known(found, day);
}

/** The day itself, or the next on which the office works. */
export function onWorkingDay(day: string): string {
  return known(nextWorkingDay(day, officialCalendar), day);
}

function known(day: string | null, from: string): string {
  if (day === null) throw new Error(`the calendar around ${from} is not known`);
  return day;
}
