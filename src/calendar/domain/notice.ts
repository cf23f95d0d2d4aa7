import {
  type CivilDate,
  fromDayNumber,
  isWeekend,
  type OfficialDay,
  type OfficialDayKind,
  toDayNumber,
} from '../../pure/calendar/index.ts';
import { readCivilDate } from '../../pure/law/index.ts';
import { fold } from '../../pure/vietnamese/index.ts';

/** A day as a notice has it; `ordinary` takes back what was announced before. */
export interface NoticeDay {
  date: CivilDate;
  kind: OfficialDayKind | 'ordinary';
  name: string;
  legalBasis: string;
  provisional: boolean;
}

/** What a row of a notice says, as it is typed. */
export interface NoticeRow {
  date: string;
  kind: string;
  name: string;
  legalBasis: string;
}

/** A line of a notice that cannot be taken, and what is wrong with it. */
export interface NoticeLine {
  line: number;
  fault: 'day' | 'kind' | 'weekday' | 'twice' | 'line';
  text: string;
}

/** How a table names the kinds of days. */
export const KIND_WORDS = ['nghỉ lễ', 'nghỉ bù', 'nghỉ hoán đổi', 'làm bù', 'ngày thường'] as const;

const KINDS: Readonly<Record<string, NoticeDay['kind']>> = {
  'nghi le': 'off-holiday',
  'nghi le tet': 'off-holiday',
  'nghi tet': 'off-holiday',
  'ngay le': 'off-holiday',
  'off-holiday': 'off-holiday',
  'nghi bu': 'off-compensation',
  'off-compensation': 'off-compensation',
  'nghi hoan doi': 'off-swap',
  'hoan doi': 'off-swap',
  'off-swap': 'off-swap',
  'lam bu': 'working-swap',
  'di lam bu': 'working-swap',
  'working-swap': 'working-swap',
  'ngay thuong': 'ordinary',
  ordinary: 'ordinary',
};

/** Days of a notice from the rows of a table; those that cannot be read are told by their line. */
export function daysOfRows(
  rows: readonly { line: number; cells: NoticeRow }[],
  number: string,
): { days: NoticeDay[]; faults: NoticeLine[] } {
  const found: Found[] = [];
  const faults: NoticeLine[] = [];
  for (const { line, cells } of rows) {
    const date = readCivilDate(cells.date);
    const kind = KINDS[fold(cells.kind.replaceAll(/[,.]/g, ' ')).replaceAll(/\s+/g, ' ').trim()];
    if (date === null) faults.push({ line, fault: 'day', text: cells.date });
    else if (kind === undefined) faults.push({ line, fault: 'kind', text: cells.kind });
    else {
      const legalBasis = cells.legalBasis === '' ? number : cells.legalBasis;
      found.push({ line, day: { date, kind, name: cells.name, legalBasis, provisional: false } });
    }
  }
  return checked(found, faults);
}

/** "02/01/2026", "ngày 2 tháng 1 năm 2026" */
const DATE = /(\d{1,2})(?:[/.-]|\s+tháng\s+)(\d{1,2})(?:[/.-]|\s+năm\s+)(\d{4})/giu;

/**
 * Days of a notice from its sentences, one a line: "Nghỉ Tết Nguyên đán từ ngày 16/02/2026 đến ngày 20/02/2026", "Nghỉ bù
 * Giỗ Tổ Hùng Vương ngày 27/4/2026", "Hoán đổi ngày làm việc từ thứ Sáu 02/01/2026 sang thứ Bảy 10/01/2026". Of a range
 * only its weekdays are official days; those of the weekend are off already.
 */
export function daysOfText(text: string, number: string): { days: NoticeDay[]; faults: NoticeLine[] } {
  const found: Found[] = [];
  const faults: NoticeLine[] = [];
  const lines = text.split('\n').map((words, at) => ({ line: at + 1, words: words.trim() }));
  for (const { line, words } of lines.filter((one) => one.words !== '')) {
    const dates = [...words.matchAll(DATE)].map((match) => readCivilDate(match[0]));
    const [first, second] = dates;
    const day = (date: CivilDate, kind: NoticeDay['kind'], name: string) =>
      found.push({ line, day: { date, kind, name, legalBasis: number, provisional: false } });
    const told = fold(words);
    if (first === undefined || first === null || second === null || dates.length > 2)
      faults.push({ line, fault: dates.length === 0 ? 'line' : 'day', text: words });
    else if (/\b(hoan doi|lam bu)\b/.test(told)) {
      if (second === undefined) faults.push({ line, fault: 'line', text: words });
      else {
        day(first, 'off-swap', `Nghỉ hoán đổi, làm bù ngày ${printed(second)}`);
        day(second, 'working-swap', `Làm bù cho ngày ${printed(first)}`);
      }
    } else if (/\bnghi\b/.test(told)) {
      const kind = /\bnghi bu\b/.test(told) ? 'off-compensation' : 'off-holiday';
      for (const date of range(first, second ?? first))
        if (second === undefined || !isWeekend(date)) day(date, kind, nameIn(words));
    } else faults.push({ line, fault: 'line', text: words });
  }
  return checked(found, faults);
}

/** "Tết Nguyên đán" of "- Nghỉ Tết Nguyên đán từ thứ Hai ngày 16/02/2026 …". */
function nameIn(words: string): string {
  const before =
    words.replace(/^[-–+*•\d.)\s]+/u, '').split(/\s+(?:từ|vào|ngày|trong)\s|:|\d{1,2}\//iu)[0] ?? words;
  const plain = before.replace(/^nghỉ\s+(?:lễ\s+)?(?!bù)/iu, '').replace(/[,;\s]+$/u, '');
  return plain === '' ? words.slice(0, 100) : `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}

function* range(from: CivilDate, to: CivilDate): Generator<CivilDate> {
  // No leave of the whole country is longer than a month: more is a mistake in a year.
  const last = Math.min(toDayNumber(to), toDayNumber(from) + 31);
  for (let day = toDayNumber(from); day <= last; day++) yield fromDayNumber(day);
}

const printed = (date: CivilDate) => date.split('-').reverse().join('/');

interface Found {
  line: number;
  day: NoticeDay;
}

function checked(
  found: readonly Found[],
  faults: readonly NoticeLine[],
): { days: NoticeDay[]; faults: NoticeLine[] } {
  const seen = new Set<CivilDate>();
  const all = [...faults];
  for (const { line, day } of found) {
    const { date, kind } = day;
    const swapsWeekday = kind === 'working-swap' && !isWeekend(date);
    const freesWeekend = (kind === 'off-swap' || kind === 'off-compensation') && isWeekend(date);
    if (swapsWeekday || freesWeekend) all.push({ line, fault: 'weekday', text: printed(date) });
    if (seen.has(date)) all.push({ line, fault: 'twice', text: printed(date) });
    seen.add(date);
  }
  const days = found.map(({ day }) => day).sort((a, b) => (a.date < b.date ? -1 : 1));
  return { days, faults: all.sort((a, b) => a.line - b.line) };
}

/**
 * The calendar that a notice makes. One that names New Year's Day is the calendar of that whole year and replaces it; any
 * other adds, corrects and takes back the days that it names.
 */
export function underNotice(
  inForce: readonly OfficialDay[],
  days: readonly NoticeDay[],
  announcedOn: CivilDate,
): OfficialDay[] {
  const years = new Set(
    days
      .map(({ date }) => date)
      .filter((date) => date.endsWith('-01-01'))
      .map(yearOf),
  );
  const named = new Set(days.map(({ date }) => date));
  const kept = inForce.filter(({ date }) => !years.has(yearOf(date)) && !named.has(date));
  const added = days.flatMap(({ kind, provisional, ...day }): OfficialDay[] =>
    kind === 'ordinary' ? [] : [{ ...day, kind, announcedOn, ...(provisional && { provisional }) }],
  );
  return [...kept, ...added].sort((a, b) => (a.date < b.date ? -1 : 1));
}

const yearOf = (date: CivilDate) => date.slice(0, 4);

/** A day that one calendar has otherwise than another. */
export interface DayChange {
  date: CivilDate;
  before: OfficialDay | null;
  after: OfficialDay | null;
}

/** Which days differ, in their order; another basis or name of the same day is a difference too. */
export function dayChanges(before: readonly OfficialDay[], after: readonly OfficialDay[]): DayChange[] {
  const old = new Map(before.map((day) => [day.date, day]));
  const now = new Map(after.map((day) => [day.date, day]));
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((date) => {
    const [one, other] = [old.get(date) ?? null, now.get(date) ?? null];
    return one !== null && other !== null && says(one) === says(other)
      ? []
      : [{ date, before: one, after: other }];
  });
}

const says = ({ kind, name, legalBasis, provisional = false }: OfficialDay) =>
  JSON.stringify([kind, name, legalBasis, provisional]);

/** A calendar as a notice against another one, for what comes with the product itself. */
export function noticeBetween(before: readonly OfficialDay[], after: readonly OfficialDay[]): NoticeDay[] {
  return dayChanges(before, after).flatMap(({ date, before: old, after: now }): NoticeDay[] => {
    if (now === null)
      return old === null
        ? []
        : [{ date, kind: 'ordinary', name: old.name, legalBasis: old.legalBasis, provisional: false }];
    const { kind, name, legalBasis, provisional = false } = now;
    return [{ date, kind, name, legalBasis, provisional }];
  });
}
