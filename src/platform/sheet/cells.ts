import type { Temporal } from 'temporal-polyfill';
import { toDayNumber } from '../../pure/calendar/day-number.ts';
import type { Ratio } from '../../pure/vietnamese/index.ts';
import { wallTime } from '../clock/wall-time.ts';

/** How a column's values are written. */
export type SheetType = 'text' | 'number' | 'date' | 'instant' | 'percent';

/** Text, a number, a civil day ("2019-06-03"), an instant, or a ratio for a percentage; null leaves the cell empty. */
export type SheetValue = string | number | Temporal.Instant | Ratio | null;

/** Index of each style in the workbook's cellXfs; see styles.ts. */
export const STYLE = { header: 1, text: 2, number: 3, date: 4, instant: 5, percent: 6, notice: 7 } as const;

/** The format allows no longer text in a cell. */
const LONGEST_TEXT = 32_767;
/** Day 0 of the format, 30 December 1899, as a day number; the format's own calendar is right from 1 March 1900 on. */
const EPOCH = toDayNumber('1899-12-30');
const FIRST_TRUE_DAY = 61;
const SECONDS_A_DAY = 86_400;

/** "A" for 0, "AB" for 27. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Text without the characters that XML 1.0 has no way to write. */
export function xmlCharacters(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}

/** Text as it may stand in XML. */
export function xmlText(text: string): string {
  return xmlCharacters(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** A cell of text; never a formula, whatever it begins with. */
export function textCell(reference: string, text: string, style: number): string {
  const kept = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  // A carriage return inside a cell is shown as "_x000D_" by some programs.
  const body = xmlText(kept.replace(/\r\n?/g, '\n'));
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${body}</t></is></c>`;
}

/** A cell of its column's type; a day before March 1900 stands as text, since the format cannot count it. */
export function typedCell(reference: string, type: SheetType, value: SheetValue): string {
  if (value === null || value === '') return '';
  if (typeof value === 'object') {
    if ('denominator' in value)
      return value.denominator === 0
        ? ''
        : numberCell(reference, value.numerator / value.denominator, STYLE.percent);
    const [date = '', time = ''] = wallTime(value).split('T');
    const [hours = 0, minutes = 0, rest = 0] = time.split(':').map(Number);
    const serial = serialDay(date);
    const seconds = hours * 3600 + minutes * 60 + rest;
    return numberCell(reference, serial + seconds / SECONDS_A_DAY, STYLE.instant);
  }
  if (typeof value === 'number')
    return Number.isFinite(value)
      ? numberCell(reference, value, type === 'percent' ? STYLE.percent : STYLE.number)
      : '';
  if (type !== 'date') return textCell(reference, value, STYLE.text);
  const serial = serialDay(value);
  return serial < FIRST_TRUE_DAY
    ? textCell(reference, value, STYLE.text)
    : numberCell(reference, serial, STYLE.date);
}

function numberCell(reference: string, value: number, style: number): string {
  return `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
}

function serialDay(date: string): number {
  return toDayNumber(date) - EPOCH;
}
