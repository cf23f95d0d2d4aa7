import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { fromDayNumber, toDayNumber } from '../../pure/calendar/index.ts';

/** A period of a report that people ask for by its name. */
export interface ReportWindow {
  kind: (typeof WINDOWS)[number];
  from: CivilDate;
  to: CivilDate;
}

/** Civil periods, and those that end on the 14th, as the reports to the city count. */
export const WINDOWS = ['month', 'quarter', 'year', 'month-15', 'quarter-15', 'year-15'] as const;

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The period of a kind that holds a day: a window "15" runs from the 15th of the month before to the 14th. */
export function reportWindow(kind: ReportWindow['kind'], day: CivilDate): ReportWindow {
  const isFifteenth = kind.endsWith('-15');
  const span = MONTHS[kind.replace('-15', '') as keyof typeof MONTHS];
  // From the 15th on a day belongs to the window of the next month.
  const month = monthNumber(day) + (isFifteenth && Number(day.slice(8)) >= 15 ? 1 : 0);
  const first = Math.floor(month / span) * span;
  if (isFifteenth) return { kind, from: `${monthOf(first - 1)}-15`, to: `${monthOf(first + span - 1)}-14` };
  return { kind, from: `${monthOf(first)}-01`, to: dayBefore(`${monthOf(first + span)}-01`) };
}

/** The period before another one of the same kind. */
export function windowBefore({ kind, from }: ReportWindow): ReportWindow {
  return reportWindow(kind, dayBefore(from));
}

const dayBefore = (day: CivilDate): CivilDate => fromDayNumber(toDayNumber(day) - 1);

/** Months since the year 0. */
const monthNumber = (day: CivilDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthOf = (number: number) =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
