import type { CivilDate } from '../calendar/civil-date.ts';
import { civilDate, daysInMonth, dayWord, monthNumber, monthWords, printedDateAt } from './dates.ts';
import { matchAt, type PlainText } from './plain-text.ts';
import type { DueKind } from './types.ts';

/** Days, weeks, months, quarters, half years and years as written: the atoms of a due window. */

export interface Interval {
  start: CivilDate;
  end: CivilDate;
}

/** The year of a moment: printed, or told from the plan's year by an offset ("năm sau" is 1). */
export interface WrittenYear {
  printed: number | null;
  offset: number;
}

export interface Moment {
  unit: 'day' | 'week' | 'part' | 'month' | 'quarter' | 'half_year' | 'months' | 'year';
  kind: DueKind;
  /** null where no year stands beside it. */
  year: WrittenYear | null;
  /** Ordinal within the year, so that neighbours can be told: 3 of March, 2 of the second quarter, the year itself. */
  ordinal: number | null;
  /** What it means in a year; null where no calendar has it. */
  within: (year: number) => Interval | null;
  /** Place of the plain text behind it. */
  end: number;
  /** Whether a unit's word ("ngày", "tháng", "quý", "năm") is written, not numbers only. */
  named: boolean;
}

function months(year: number, from: number, to: number): Interval | null {
  const start = civilDate(year, from, 1);
  const end = civilDate(year, to, daysInMonth(year, to));
  return start === null || end === null ? null : { start, end };
}

function days(year: number, month: number, from: number, to: number): Interval | null {
  const start = civilDate(year, month, from);
  const end = civilDate(year, month, Math.min(to, daysInMonth(year, month)));
  return start === null || end === null ? null : { start, end };
}

const quarterMonths = (year: number, quarter: number): Interval | null =>
  quarter >= 1 && quarter <= 4 ? months(year, 3 * quarter - 2, 3 * quarter) : null;

const offsets: Record<string, number> = {
  'ke hoach': 0,
  nay: 0,
  sau: 1,
  toi: 1,
  'tiep theo': 1,
  'ke tiep': 1,
  'lien ke': 1,
  truoc: -1,
};
const yearWord = String.raw`(?<yw>ke hoach|nay|sau|toi|tiep theo|ke tiep|lien ke|truoc)(?![A-Za-z]| (?:ngay|thang|quy|khi|thoi|\d))`;
const yearBeside = new RegExp(
  String.raw`(?: ?[/.,-] ?| ?,? ?\(?(?:(?:cua|trong) )?(?:ca )?n(?:g)?am |(?: ?, ?| ))(?<y>(?:19|20|21)\d{2})(?![\d/])(?! ?- ?(?:19|20|21)\d{2})|,? (?:(?:cua|trong) )?nam ${yearWord}`,
  'iy',
);

function yearAt(plain: PlainText, at: number): { year: WrittenYear | null; end: number } {
  const match = matchAt(yearBeside, plain.text, at);
  if (!match?.groups) return { year: null, end: at };
  const { y, yw } = match.groups;
  const year =
    y !== undefined
      ? { printed: Number(y), offset: 0 }
      : { printed: null, offset: offsets[(yw ?? '').toLowerCase()] ?? 0 };
  return { year, end: at + match[0].length };
}

const dayLead = new RegExp(`(?:${dayWord})`, 'iy');
const dayDotMonth = /(?<d>\d{1,2}) ?[.-] ?(?<m>\d{1,2})(?![\d/]| ?[/.-] ?\d)/y;
const dayOfQuarterEnd =
  /(?<d>\d{1,2}) (?:cua )?thang cuoi (?:cua )?qu[iy] (?<q>IV|I{1,3}|0?[1-4])(?![A-Za-z\d])/iy;

function dayAt(plain: PlainText, at: number): Moment | null {
  const lead = matchAt(dayLead, plain.text, at);
  const from = at + (lead?.[0].length ?? 0);
  const ofQuarter = matchAt(dayOfQuarterEnd, plain.text, from);
  if (ofQuarter?.groups) {
    const day = Number(ofQuarter.groups.d);
    const month = 3 * quarterNumber(ofQuarter.groups.q ?? '');
    const beside = yearAt(plain, from + ofQuarter[0].length);
    return dayMoment(day, month, beside.year, beside.end, true);
  }
  const printed = printedDateAt(plain, from);
  if (printed) {
    if (printed.year !== null)
      return dayMoment(
        printed.day,
        printed.month,
        { printed: printed.year, offset: 0 },
        printed.end,
        lead !== null,
      );
    const beside = yearAt(plain, printed.end);
    return dayMoment(printed.day, printed.month, beside.year, beside.end, lead !== null);
  }
  const dotted = lead && matchAt(dayDotMonth, plain.text, from);
  if (!dotted?.groups) return null;
  const beside = yearAt(plain, from + dotted[0].length);
  return dayMoment(Number(dotted.groups.d), Number(dotted.groups.m), beside.year, beside.end, true);
}

function dayMoment(
  day: number,
  month: number,
  year: WrittenYear | null,
  end: number,
  named: boolean,
): Moment {
  const within = (y: number): Interval | null => {
    const date = civilDate(y, month, day);
    return date === null ? null : { start: date, end: date };
  };
  return { unit: 'day', kind: 'date', year, ordinal: null, within, end, named };
}

const monthNamed = new RegExp(String.raw`(?:thang ?|T\.? ?)(?<m>\d{1,2}|${monthWords})(?![A-Za-z\d])`, 'iy');
const monthSlashYear = /(?<m>0?[1-9]|1[0-2]) ?[/-] ?(?<y>20\d{2})(?![\d/])/y;

function monthAt(plain: PlainText, at: number): Moment | null {
  const named = matchAt(monthNamed, plain.text, at);
  if (named?.groups) {
    const month = monthNumber(named.groups.m ?? '');
    const beside = yearAt(plain, at + named[0].length);
    // "T3" is a month only with its year.
    if (!/^t[h]/i.test(named[0]) && beside.year === null) return null;
    return monthMoment(month, beside.year, beside.end, true);
  }
  const numbers = matchAt(monthSlashYear, plain.text, at);
  if (!numbers?.groups) return null;
  return monthMoment(
    Number(numbers.groups.m),
    { printed: Number(numbers.groups.y), offset: 0 },
    at + numbers[0].length,
    false,
  );
}

function monthMoment(month: number, year: WrittenYear | null, end: number, named: boolean): Moment {
  return {
    unit: 'month',
    kind: 'month',
    year,
    ordinal: month,
    within: (y) => months(y, month, month),
    end,
    named,
  };
}

/** Scanners read the numeral I as l, 1 or a bar. */
const numeral = `(?<q>IV|[Il1|]{2,3}|[Il1|]?V|[Il|]|0?[1-4]|nhat|mot|hai|ba|tu|bon)`;
const quarterNamed = new RegExp(
  String.raw`(?:qu[iy] ?|Q\.? ?)(?:${numeral}|(?<no>V|\d{1,2}))(?![A-Za-z\d])`,
  'iy',
);

function quarterNumber(text: string): number {
  if (/^0?[1-4]$/.test(text)) return Number(text);
  const words = ['', 'nhat', 'hai', 'ba', 'tu'];
  const word = words.indexOf(text.toLowerCase());
  if (word > 0) return word;
  if (text.toLowerCase() === 'mot') return 1;
  if (text.toLowerCase() === 'bon') return 4;
  const roman = text.replace(/[l1|i]/g, 'I').toUpperCase();
  return roman === 'IV' ? 4 : /^I{1,3}$/.test(roman) ? roman.length : 0;
}

function quarterAt(plain: PlainText, at: number): Moment | null {
  const match = matchAt(quarterNamed, plain.text, at);
  if (!match?.groups) return null;
  const beside = yearAt(plain, at + match[0].length);
  return quarterMoment(quarterNumber(match.groups.q ?? ''), beside.year, beside.end);
}

function quarterMoment(quarter: number, year: WrittenYear | null, end: number): Moment {
  return {
    unit: 'quarter',
    kind: 'quarter',
    year,
    ordinal: quarter,
    within: (y) => quarterMonths(y, quarter),
    end,
    named: true,
  };
}

const someMonths =
  /(?<n>\d{1,2}|sau|ba|chin) thang (?<side>dau|cuoi)(?: (?:cua )?nam(?! (?:19|20|21)\d{2}| ke hoach| nay| sau| toi| tiep theo))?/iy;
const half = /nua (?<side>dau|cuoi) nam(?! (?:19|20|21)\d{2})?/iy;

function monthsAt(plain: PlainText, at: number): Moment | null {
  const match = matchAt(someMonths, plain.text, at) ?? matchAt(half, plain.text, at);
  if (!match?.groups) return null;
  const words: Record<string, number> = { ba: 3, sau: 6, chin: 9 };
  const n = match.groups.n ?? '6';
  const count = words[n.toLowerCase()] ?? Number(n);
  const opening = match.groups.side?.toLowerCase() === 'dau';
  const beside = yearAt(plain, at + match[0].length);
  const isHalf = count === 6;
  return {
    unit: isHalf ? 'half_year' : 'months',
    kind: isHalf ? 'half_year' : 'range',
    year: beside.year,
    ordinal: isHalf ? (opening ? 1 : 2) : null,
    within: (y) =>
      count < 1 || count > 12 ? null : opening ? months(y, 1, count) : months(y, 13 - count, 12),
    end: beside.end,
    named: true,
  };
}

const yearNamed = new RegExp(
  String.raw`(?:ca |trong |suot )?n(?:g)?am (?:(?<y>(?:19|20|21)\d{2})(?![\d/])|${yearWord})`,
  'iy',
);
const wholeYear = /(?:ca|trong|toan) nam(?! (?:hoc|19|20|21)|[A-Za-z])/iy;
const yearBare = /(?<y>20\d{2})(?![\d/%]|[.,]\d|[A-Za-z])/y;

function yearMomentAt(plain: PlainText, at: number): Moment | null {
  const match =
    matchAt(yearNamed, plain.text, at) ??
    matchAt(wholeYear, plain.text, at) ??
    matchAt(yearBare, plain.text, at);
  if (!match) return null;
  const { y, yw } = match.groups ?? {};
  const year =
    y !== undefined
      ? { printed: Number(y), offset: 0 }
      : yw !== undefined
        ? { printed: null, offset: offsets[yw.toLowerCase()] ?? 0 }
        : null;
  return {
    unit: 'year',
    kind: 'year',
    year,
    ordinal: year?.printed ?? null,
    within: (value) => months(value, 1, 12),
    end: at + match[0].length,
    named: /n/i.test(match[0]),
  };
}

const partOf = /(?<part>dau|giua|cuoi|thuong tuan|trung tuan|ha tuan)(?: cua)? /iy;
const yearAfterPart = /nam(?! (?:hoc|19|20|21)|[A-Za-z])/iy;
const week =
  /tuan (?:le )?(?:thu )?(?<n>\d|nhat|hai|ba|tu|bon|dau(?: tien)?|cuoi(?: cung)?|I{1,3}|IV),? ?(?:(?:cua|trong) )?/iy;

/**
 * Usage, not law: a month's beginning, middle and end are its thirds (thượng, trung, hạ tuần), a quarter's are its
 * months, a year's are its first quarter, June with July, and its last quarter.
 */
function partAt(plain: PlainText, at: number): Moment | null {
  const match = matchAt(partOf, plain.text, at);
  if (!match?.groups) return null;
  const from = at + match[0].length;
  const third =
    { dau: 0, 'thuong tuan': 0, giua: 1, 'trung tuan': 1 }[(match.groups.part ?? '').toLowerCase()] ?? 2;
  const bareYear = matchAt(yearAfterPart, plain.text, from);
  const whole =
    monthAt(plain, from) ??
    quarterAt(plain, from) ??
    (bareYear ? yearWithout(from + bareYear[0].length) : yearMomentAt(plain, from));
  if (whole === null) return null;
  const n = whole.ordinal ?? 0;
  const within = (y: number): Interval | null => {
    if (whole.unit === 'month') return days(y, n, 10 * third + 1, third === 2 ? 31 : 10 * third + 10);
    if (whole.unit === 'quarter') return months(y, 3 * n - 2 + third, 3 * n - 2 + third);
    return third === 1 ? months(y, 6, 7) : quarterMonths(y, third === 0 ? 1 : 4);
  };
  return { ...whole, unit: 'part', kind: 'range', ordinal: null, within, named: true };
}

const yearWithout = (end: number): Moment => ({
  unit: 'year',
  kind: 'year',
  year: null,
  ordinal: null,
  within: (value) => months(value, 1, 12),
  end,
  named: true,
});

/** Usage, not law: the nth week of a month is its days 7n-6 to 7n, the last week its last seven days. */
function weekAt(plain: PlainText, at: number): Moment | null {
  const match = matchAt(week, plain.text, at);
  if (!match?.groups) return null;
  const month = monthAt(plain, at + match[0].length);
  if (month === null || month.ordinal === null) return null;
  const word = (match.groups.n ?? '').toLowerCase();
  const last = word.startsWith('cuoi');
  const n = word.startsWith('dau') ? 1 : /^\d$/.test(word) ? Number(word) : quarterNumber(word);
  const inMonth = month.ordinal;
  const within = (y: number): Interval | null => {
    const length = daysInMonth(y, inMonth);
    return last ? days(y, inMonth, length - 6, length) : days(y, inMonth, 7 * n - 6, 7 * n);
  };
  return { ...month, unit: 'week', kind: 'range', ordinal: null, within, named: true };
}

/** The moment that begins at a place of a plain text, or null. */
export function momentAt(plain: PlainText, at: number): Moment | null {
  return (
    weekAt(plain, at) ??
    partAt(plain, at) ??
    monthsAt(plain, at) ??
    dayAt(plain, at) ??
    monthAt(plain, at) ??
    quarterAt(plain, at) ??
    yearMomentAt(plain, at)
  );
}

const bareMonth = /(?<n>0?[1-9]|1[0-2])(?![\d%]| ?(?:lan|nam|ngay|thang|quy)(?![A-Za-z]))/y;
const bareQuarter = new RegExp(String.raw`${numeral}(?![A-Za-z\d])`, 'iy');

/** A further month, quarter or year after a comma or a dash, without its unit's word: the "4" of "tháng 3, 4/2019". */
export function furtherAt(plain: PlainText, at: number, unit: Moment['unit']): Moment | null {
  if (unit === 'year') return yearMomentAt(plain, at);
  if (unit === 'month') {
    const match = matchAt(bareMonth, plain.text, at);
    if (!match?.groups) return null;
    const end = at + match[0].length;
    if (matchAt(/ ?\/ ?\d{1,2}(?!\d)/y, plain.text, end)) return null;
    const beside = yearAt(plain, end);
    return monthMoment(Number(match.groups.n), beside.year, beside.end, false);
  }
  if (unit === 'quarter') {
    const match = matchAt(bareQuarter, plain.text, at);
    if (!match?.groups) return null;
    const beside = yearAt(plain, at + match[0].length);
    return quarterMoment(quarterNumber(match.groups.q ?? ''), beside.year, beside.end);
  }
  return null;
}

const firstOfDays = /(?<d>\d{1,2}) ?(?:-|den|den het|va|,) ?/iy;

/** The first day of "5-10/3/2019" or "ngày 5 đến ngày 10/3": its month and year are those of the second. */
export function dayBeforeRange(plain: PlainText, at: number): { first: number; rest: Moment } | null {
  const lead = matchAt(dayLead, plain.text, at);
  const from = at + (lead?.[0].length ?? 0);
  const match = matchAt(firstOfDays, plain.text, from);
  if (!match?.groups) return null;
  const rest = dayAt(plain, from + match[0].length);
  if (rest === null || (!lead && /,|va/.test(match[0]))) return null;
  return { first: Number(match.groups.d), rest };
}
