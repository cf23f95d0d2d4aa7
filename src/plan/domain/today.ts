import { addWorkingDays, type CivilDate, officialCalendar } from '../../pure/calendar/index.ts';
import type { Today } from './verdict.ts';

/** What falls due within so many working days is due soon: the first reminder goes out then. */
const SOON_WORKING_DAYS = 7;

/** A day on which one judges. Beyond the known calendars nothing counts as soon but the day itself. */
export function todayOn(day: CivilDate): Today {
  return { today: day, soonUntil: addWorkingDays(day, SOON_WORKING_DAYS, officialCalendar) ?? day };
}
