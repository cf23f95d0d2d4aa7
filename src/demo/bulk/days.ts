import { type CivilDate, fromDayNumber, isWorkingDay, toDayNumber } from '../../pure/calendar/index.ts';

const DAY = 86_400_000;
/** Office time is seven hours ahead of UTC. */
const AHEAD = 7 * 3_600_000;

/** So many dossiers come in a month, for one in an average month: pupils change schools and fetch copies in summer. */
const MONTHS = [0.7, 0.45, 0.8, 0.85, 1.05, 1.5, 1.9, 2, 1.2, 0.8, 0.75, 0.7] as const;
/** Likewise by weekday from Monday. */
const WEEKDAYS = [1.35, 1.1, 1, 0.95, 0.9, 0, 0] as const;

/** The working days of a period, with how many of all dossiers come on each. */
export function weightedDays(
  from: CivilDate,
  to: CivilDate,
): { day: CivilDate; start: number; weight: number }[] {
  const days = [];
  for (let number = toDayNumber(from); number <= toDayNumber(to); number++) {
    const day = fromDayNumber(number);
    if (isWorkingDay(day) !== true) continue;
    // The first of January 1970 was a Thursday.
    const weight = (MONTHS[Number(day.slice(5, 7)) - 1] ?? 1) * (WEEKDAYS[(number + 3) % 7] || 0.5);
    days.push({ day, start: number * DAY - AHEAD, weight });
  }
  return days;
}

/** The civil day of a moment in milliseconds. */
export const dayOf = (at: number): CivilDate => fromDayNumber(Math.floor((at + AHEAD) / DAY));

const works = new Map<number, boolean>();

/** The moment itself where it lies in working hours, or in the hours that come next, as far in as chance will have it. */
export function inOfficeHours(at: number, chance: number): number {
  let number = Math.floor((at + AHEAD) / DAY);
  const minute = Math.floor(((at + AHEAD) % DAY) / 60_000);
  const into = 8 * 60 + Math.floor(chance * 150);
  if (worksOn(number) && minute >= 8 * 60 && minute < 17 * 60) return at - (at % 1000);
  if (!worksOn(number) || minute >= 17 * 60)
    do number += 1;
    while (!worksOn(number));
  return number * DAY - AHEAD + into * 60_000 + Math.floor(chance * 59) * 1000;
}

function worksOn(number: number): boolean {
  let known = works.get(number);
  if (known === undefined) {
    // Beyond the known years a week has its five days.
    known = isWorkingDay(fromDayNumber(number)) ?? (number + 3) % 7 < 5;
    works.set(number, known);
  }
  return known;
}
