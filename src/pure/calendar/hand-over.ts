import { fromDayNumber, toDayNumber } from './day-number.ts';
import type { Deadlines } from './deadline.ts';
import type { WallTime } from './moment.ts';

/**
 * By when an accepted dossier is handed over to the unit that handles it: before the office closes that day, or, where it
 * was accepted after a time of day or on a day off, as soon as the office opens again (Nghị định 61/2018/NĐ-CP, article
 * 18). It moves no due time. Null beyond the known years.
 * @param after "15:00", of the rule set
 */
export function handOverBy(deadlines: Deadlines, acceptedAt: WallTime, after: string): WallTime | null {
  const today = acceptedAt.slice(0, 10);
  const own = deadlines.officeDay(today);
  if (own === null || own.closes.slice(0, 10) !== today) return own?.opens ?? null;
  return isAfter(acceptedAt, after) ? (deadlines.officeDay(dayAfter(today))?.opens ?? null) : own.closes;
}

/**
 * From when a budget is counted: from acceptance, or, only where the procedure's own law says so, for what is accepted
 * after a time of day from the next working day on. Null beyond the known years.
 * @param nextDayAfter of the procedure; null for nearly all
 */
export function startFor(
  deadlines: Deadlines,
  acceptedAt: WallTime,
  nextDayAfter: string | null,
): WallTime | null {
  if (nextDayAfter === null || !isAfter(acceptedAt, nextDayAfter)) return acceptedAt;
  return deadlines.officeDay(dayAfter(acceptedAt.slice(0, 10)))?.opens ?? null;
}

const isAfter = (moment: WallTime, time: string) => moment.slice(11) > time;
const dayAfter = (date: string) => fromDayNumber(toDayNumber(date) + 1);
