import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { fromDayNumber, toDayNumber } from '../../pure/calendar/day-number.ts';
import type { DueWindow } from './read-plan.ts';
import { civilDate } from './remarks/limits.ts';
import { periodOf, QUARTERS } from './remarks/periods.ts';

const DAY_OF_PERIOD =
  /trước\s+ngày\s+(?:mùng\s+|mồng\s+)?(\d{1,2})\s+(?:của\s+)?tháng\s+(cuối|đầu)\s+(?:của\s+)?(?:kỳ(?: báo cáo)?|quý)(\s+sau)?/giu;

/** A day that words appoint in every period. */
export interface DayOfPeriod {
  /** Where the words stand. */
  start: number;
  end: number;
  words: string;
  /** The last day that they allow for each window; null for one that is of no quarter. */
  lastDays: (CivilDate | null)[];
}

/** "Trước ngày mùng 5 của tháng cuối kỳ báo cáo", for windows of quarters: "5/4: BC quý I" is asked for by 4 March. */
export function daysOfPeriod(
  words: string,
  windows: readonly Pick<DueWindow, 'label' | 'raw'>[],
  year: number,
): DayOfPeriod[] {
  return [...words.matchAll(DAY_OF_PERIOD)].map((match) => {
    const offset = (match[2] === 'cuối' ? 0 : -2) + (match[3] === undefined ? 0 : 3);
    return {
      start: match.index,
      end: match.index + match[0].length,
      words: match[0],
      lastDays: windows.map(({ label, raw }) => {
        const quarter = QUARTERS.indexOf(periodOf(label ?? raw) ?? '') + 1;
        if (quarter === 0) return null;
        const month = quarter * 3 + offset;
        const [ofYear, ofMonth] = month > 12 ? [year + 1, month - 12] : [year, month];
        const day = civilDate(`${ofYear}`, `${ofMonth}`, match[1]);
        return day === null ? null : fromDayNumber(toDayNumber(day) - 1);
      }),
    };
  });
}
