/**
 * Numbers and days in the words of an English page. A day keeps the order of the documents that it is compared with:
 * "03/06/2019" is 3 June.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import { toDayNumber, weekday } from '../calendar/day-number.ts';
import { formatDate, percentageOf, type Ratio } from '../vietnamese/index.ts';
import type { TimeLeftWords } from '../vietnamese/time-left.ts';

/** As `timeLeftText` wants them. */
export const englishTimeLeftWords: TimeLeftWords = {
  left: '{time} of working time left',
  over: '{time} of working time late',
  day: 'day|days',
  hour: 'hour|hours',
  minute: 'minute|minutes',
};

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "Monday" */
export function englishWeekday(date: CivilDate): string {
  return DAYS[weekday(toDayNumber(date)) - 1] ?? '';
}

/** "Monday, 03/06/2019" */
export function englishLongDate(date: CivilDate): string {
  return `${englishWeekday(date)}, ${formatDate(date)}`;
}

/** A month, "2019-03": "March 2019". */
export function englishMonth(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** 1234.5 is "1,234.5". At most `decimals` decimals, none of them idle zeros. */
export function englishNumber(value: number, decimals = 2): string {
  return new Intl.NumberFormat('en-GB', { maximumFractionDigits: decimals })
    .format(value)
    .replace(/^-0$/, '0');
}

/** "96.8%"; null over nothing. */
export function englishPercentage(ratio: Ratio): string | null {
  const percentage = percentageOf(ratio);
  return percentage === null ? null : `${englishNumber(percentage, 1)}%`;
}
