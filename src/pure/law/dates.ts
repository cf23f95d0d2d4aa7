import type { CivilDate } from '../calendar/civil-date.ts';
import { matchAt, type PlainText, plainText } from './plain-text.ts';

/** Dates as written: "5/3", "05-03-2019", "ngày 28 tháng 01 năm 2019", "mùng 5 tháng 3". */

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Number of days of a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
}

/** The civil day, or null where no calendar has it (20/0/2020, 31/6/2019). */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function parts(date: CivilDate): [year: number, month: number, day: number] {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return [year, month, day];
}

/** The civil day before. */
export function dayBefore(date: CivilDate): CivilDate {
  const [year, month, day] = parts(date);
  const earlier =
    civilDate(year, month, day - 1) ??
    civilDate(year, month - 1, daysInMonth(year, month - 1)) ??
    civilDate(year - 1, 12, 31);
  return earlier ?? date;
}

/** The civil day after. */
export function dayAfter(date: CivilDate): CivilDate {
  const [year, month, day] = parts(date);
  return (
    civilDate(year, month, day + 1) ?? civilDate(year, month + 1, 1) ?? civilDate(year + 1, 1, 1) ?? date
  );
}

const monthNames: readonly (readonly [pattern: string, month: number])[] = [
  ['gieng', 1],
  ['muoi hai|chap', 12],
  ['muoi mot', 11],
  ['muoi', 10],
  ['mot', 1],
  ['hai', 2],
  ['ba', 3],
  ['tu|bon', 4],
  ['nam', 5],
  ['sau', 6],
  ['bay', 7],
  ['tam', 8],
  ['chin', 9],
];

/** A month after "tháng": digits or a word. "tháng năm" and "tháng sáu" would be read in "trong tháng sau": digits rule. */
export const monthWords = monthNames
  .filter(([pattern]) => !/^(?:nam|sau|mot)$/.test(pattern))
  .map(([pattern]) => pattern)
  .join('|');

/** 1 to 12 of "3", "03", "tư", "mười hai"; NaN where it is none. */
export function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  const found = monthNames.find(([pattern]) => pattern.split('|').includes(word));
  return found ? found[1] : Number.NaN;
}

/** A date as printed, whether or not a calendar has it. */
export interface PrintedDate {
  day: number;
  month: number;
  /** null where no year is printed. */
  year: number | null;
  /** Place of the plain text behind it. */
  end: number;
}

const sep = ` ?(?<sep>[/.-]) ?`;
const numericYear = new RegExp(
  String.raw`(?<d>\d{1,2})${sep}(?<m>\d{1,2}) ?\k<sep> ?(?<y>\d{4,5}|\d{2})(?![\d/])`,
  'y',
);
const dayMonthThenYear = /(?<d>\d{1,2}) ?\/ ?(?<m>\d{1,2})(?:,? n(?:g)?am | ?- ?)(?<y>\d{4,5})(?!\d)/iy;
const longForm = new RegExp(
  String.raw`(?<d>\d{1,2}) ?,? ?th[ao]ng ?(?<m>\d{1,2}|${monthWords})(?![A-Za-z\d])(?: ?,? ?(?:n(?:g)?am ?|/ ?|- ?)(?<y>\d{4,5})(?!\d))?`,
  'iy',
);
const dayMonth = /(?<d>\d{1,2}) ?[/] ?(?<m>\d{1,2})(?! ?[/.] ?\d| ?- ?\d{4}|\d| ?%)/y;
const iso = /(?<y>(?:19|20)\d{2})-(?<m>\d{2})-(?<d>\d{2})(?!\d)/y;

function fullYear(digits: string): number {
  const value = Number(digits);
  if (digits.length !== 2) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}

/** The date whose digits begin at a place of the plain text, or null; possible or not. */
export function printedDateAt(plain: PlainText, at: number): PrintedDate | null {
  for (const pattern of [iso, numericYear, dayMonthThenYear, longForm, dayMonth]) {
    const match = matchAt(pattern, plain.text, at);
    if (!match?.groups) continue;
    const { d = '', m = '', y } = match.groups;
    return {
      day: Number(d),
      month: monthNumber(m),
      year: y === undefined ? null : fullYear(y),
      end: at + match[0].length,
    };
  }
  return null;
}

/** The words before a date's digits: "ngày", "ngày ngày", "ngày mùng". */
export const dayWord = `(?:ngay[: ]*){1,2}(?:m[uo]ng )?|m[uo]ng `;

/**
 * The first date in a text, or null where there is none or no calendar has it. A date without a year is read only
 * where `contextYear` gives one.
 */
export function readCivilDate(text: string, contextYear: number | null = null): CivilDate | null {
  const plain = plainText(text);
  for (const { index } of plain.text.matchAll(/(?<!\d)\d{1,4}/g)) {
    const printed = printedDateAt(plain, index);
    if (printed === null) continue;
    const year = printed.year ?? contextYear;
    return year === null ? null : civilDate(year, printed.month, printed.day);
  }
  return null;
}
