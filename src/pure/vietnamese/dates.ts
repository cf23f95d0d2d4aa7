import type { CivilDate } from '../calendar/civil-date.ts';
import { fromDayNumber, toDayNumber, weekdayName } from '../calendar/day-number.ts';

function parts(date: CivilDate): { day: string; month: string; year: string } {
  return { day: date.slice(8, 10), month: date.slice(5, 7), year: date.slice(0, 4) };
}

/** For tables, where columns must align: "03/06/2019". */
export function formatDate(date: CivilDate): string {
  const { day, month, year } = parts(date);
  return `${day}/${month}/${year}`;
}

/**
 * For running text: "03/6/2019". A zero stands before days below 10 and before months 1 and 2 only
 * (Decree 30/2020/NĐ-CP, annex I; Circular 01/2011/TT-BNV before it).
 */
export function formatOfficialDate(date: CivilDate): string {
  const { day, month, year } = parts(date);
  return `${day}/${officialMonth(month)}/${year}`;
}

/** For the head of a day's page: "thứ Hai, ngày 03/6/2019". */
export function formatLongDate(date: CivilDate): string {
  const name = weekdayName(date);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}, ngày ${formatOfficialDate(date)}`;
}

/** A month, "2019-03": "tháng 3/2019". */
export function formatMonth(month: string): string {
  return `tháng ${officialMonth(month.slice(5, 7))}/${month.slice(0, 4)}`;
}

/** For the head of a document: "ngày 03 tháng 6 năm 2019". */
export function formatDocumentDate(date: CivilDate): string {
  const { day, month, year } = parts(date);
  return `ngày ${day} tháng ${officialMonth(month)} năm ${year}`;
}

function officialMonth(month: string): string {
  return Number(month) <= 2 ? month : String(Number(month));
}

/**
 * Reads a day as people type it: "3/6/2019", "03-06-2019", "03.06.2019", "ngày 3 tháng 6 năm 2019", and
 * "2019-06-03" as a browser's date field sends it. Null for what is no day, 30 February among it.
 */
export function parseDate(text: string): CivilDate | null {
  const typed = text.normalize('NFC').trim().toLowerCase();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  if (iso) return civilDate(iso[1], iso[2], iso[3]);
  const vietnamese =
    /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})$/.exec(typed) ??
    /^(?:ngày\s+)?(\d{1,2})\s+(tháng)\s+(\d{1,2})\s+năm\s+(\d{4})$/.exec(typed);
  return vietnamese ? civilDate(vietnamese[4], vietnamese[3], vietnamese[1]) : null;
}

function civilDate(year = '', month = '', day = ''): CivilDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // A day that does not exist (31/6) rolls over into the next month and so comes back as another date.
  return fromDayNumber(toDayNumber(date)) === date ? date : null;
}
