import type { CivilDate } from './civil-date.ts';

/** A day of the Gregorian calendar in numbers. */
export interface DayParts {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

/** Days from 1 March of the year 0 to 1 January 1970. */
const EPOCH = 719_468;
const DAYS_OF_400_YEARS = 146_097;

/**
 * Days since 1 January 1970. Whole numbers instead of Temporal objects or Date, because deadlines are added up
 * hundreds of thousands at a time. Years begin with March, so that the leap day is the last.
 */
export function dayNumberOf({ year, month, day }: DayParts): number {
  const fromMarch = month > 2 ? month - 3 : month + 9;
  const ofMarch = month > 2 ? year : year - 1;
  const era = Math.floor(ofMarch / 400);
  const yearOfEra = ofMarch - era * 400;
  const dayOfYear = Math.floor((153 * fromMarch + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_400_YEARS + dayOfEra - EPOCH;
}

/** The inverse of {@link dayNumberOf}. */
export function partsOf(dayNumber: number): DayParts {
  const fromMarch = dayNumber + EPOCH;
  const era = Math.floor(fromMarch / DAYS_OF_400_YEARS);
  const dayOfEra = fromMarch - era * DAYS_OF_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const year = yearOfEra + era * 400 + (month > 9 ? 1 : 0);
  return {
    year,
    month: month < 10 ? month + 3 : month - 9,
    day: dayOfYear - Math.floor((153 * month + 2) / 5) + 1,
  };
}

/** The number of a civil date. @throws RangeError where it is none */
export function toDayNumber(date: CivilDate): number {
  const number = dayNumberOf({
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  });
  if (Number.isNaN(number)) throw new RangeError(`Not a civil date: ${date}`);
  return number;
}

/** The civil date of a day number; the inverse of {@link toDayNumber}. */
export function fromDayNumber(dayNumber: number): CivilDate {
  const { year, month, day } = partsOf(dayNumber);
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** Day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1; // day 0, 1 January 1970, was a Thursday
}

/** Whether a date is a Saturday or a Sunday. */
export function isWeekend(date: CivilDate): boolean {
  return weekday(toDayNumber(date)) > 5;
}

const NAMES = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const;

/** The day's name as it stands at the start of a Vietnamese sentence: "Thứ Hai" … "Chủ nhật". */
export function weekdayName(date: CivilDate): string {
  return NAMES[weekday(toDayNumber(date)) - 1] as string;
}
