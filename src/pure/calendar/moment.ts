import { dayNumberOf, fromDayNumber, partsOf } from './day-number.ts';

/** A minute on the office's wall: "2019-01-30T14:00". Strings of this form sort as moments do. */
export type WallTime = string;

/** The same in numbers. */
export interface Moment {
  readonly day: number;
  readonly minute: number;
}

/** @throws RangeError where it is no wall time */
export function readWallTime(text: WallTime): Moment {
  const [year, month, ofMonth] = [
    twoDigits(text, 0) * 100 + twoDigits(text, 2),
    twoDigits(text, 5),
    twoDigits(text, 8),
  ];
  const [hour, minute] = [twoDigits(text, 11), twoDigits(text, 14)];
  const day = dayNumberOf({ year, month, day: ofMonth });
  const parts = partsOf(day);
  const isWhole =
    text.length === 16 && text[4] === '-' && text[7] === '-' && text[10] === 'T' && text[13] === ':';
  // 31 June comes back as another day.
  if (!isWhole || parts.day !== ofMonth || parts.month !== month || !(hour < 24 && minute < 60))
    throw new RangeError(`Not a wall time: ${text}`);
  return { day, minute: hour * 60 + minute };
}

/** NaN where there are none. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** The inverse of {@link readWallTime}. */
export function writeWallTime({ day, minute }: Moment): WallTime {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${fromDayNumber(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Whether a moment comes before another one. */
export function isBefore(one: Moment, other: Moment): boolean {
  return one.day < other.day || (one.day === other.day && one.minute < other.minute);
}
