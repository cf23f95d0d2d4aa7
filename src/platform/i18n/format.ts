/** Numbers and days as the reader's language writes them; for pages. A document that is issued stays Vietnamese. */

import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { dayOffReason, weekdayName } from '../../pure/calendar/index.ts';
import {
  englishLongDate,
  englishMonth,
  englishNumber,
  englishPercentage,
  englishWeekday,
} from '../../pure/english/index.ts';
import * as vietnamese from '../../pure/vietnamese/index.ts';
import { readersLanguage } from './language.ts';

const inEnglish = () => readersLanguage() === 'en';

/** "thứ Hai, ngày 03/6/2019", "Monday, 03/06/2019" */
export function formatLongDate(date: CivilDate): string {
  return inEnglish() ? englishLongDate(date) : vietnamese.formatLongDate(date);
}

/** "Thứ Hai", "Monday" */
export function formatWeekday(date: CivilDate): string {
  return inEnglish() ? englishWeekday(date) : weekdayName(date);
}

/** A month, "2019-03": "tháng 3/2019", "March 2019". */
export function formatMonth(month: string): string {
  return inEnglish() ? englishMonth(month) : vietnamese.formatMonth(month);
}

/** A month where space is scarce, "2019-03": "T3", "Mar". */
export function formatShortMonth(month: string): string {
  return inEnglish() ? englishMonth(month).slice(0, 3) : `T${Number(month.slice(5, 7))}`;
}

/** 1234.5 is "1.234,5", "1,234.5". */
export function formatNumber(value: number, decimals = 2): string {
  return inEnglish() ? englishNumber(value, decimals) : vietnamese.formatNumber(value, decimals);
}

/** "96,8 %", "96.8%"; null over nothing. */
export function formatPercentage(ratio: vietnamese.Ratio): string | null {
  return inEnglish() ? englishPercentage(ratio) : vietnamese.formatPercentage(ratio);
}

/** Why the office is closed on a day, a holiday by the name of its notice; null on a working day. */
export function formatDayOff(date: CivilDate): string | null {
  const reason = dayOffReason(date);
  return inEnglish() && reason === weekdayName(date) ? englishWeekday(date) : reason;
}
