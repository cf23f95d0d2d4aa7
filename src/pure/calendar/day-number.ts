import type { CivilDate } from './civil-date.ts';

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Days since 1 January 1970. Whole numbers instead of Temporal objects, because deadlines are added up
 * hundreds of thousands at a time.
 */
export function toDayNumber(date: CivilDate): number {
  const milliseconds = Date.UTC(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8, 10)),
  );
  if (Number.isNaN(milliseconds)) throw new RangeError(`Not a civil date: ${date}`);
  return milliseconds / MILLISECONDS_A_DAY;
}

/** The civil date of a day number; the inverse of {@link toDayNumber}. */
export function fromDayNumber(day: number): CivilDate {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** Day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1; // day 0, 1 January 1970, was a Thursday
}

const NAMES = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const;

/** The day's name as it stands at the start of a Vietnamese sentence: "Thứ Hai" … "Chủ nhật". */
export function weekdayName(date: CivilDate): string {
  return NAMES[weekday(toDayNumber(date)) - 1] as string;
}
