import { dayAfter, dayBefore } from './dates.ts';
import {
  dayBeforeRange,
  furtherAt,
  type Interval,
  type Moment,
  momentAt,
  type WrittenYear,
} from './moments.ts';
import { matchAt, type PlainText } from './plain-text.ts';
import {
  continuousPhrase,
  dayOfPeriod,
  everyPeriod,
  latest,
  recurringPhrases,
  relativePhrases,
} from './timeless-phrases.ts';
import type { DateContext, DueKind, DueWindow } from './types.ts';

/** What a phrase of time means, without its words. */
export type Reading = Omit<DueWindow, 'raw' | 'label'>;

/** A phrase of time in a plain text: one reading, or several where it lists several days. */
export interface Phrase {
  from: number;
  end: number;
  sort: 'moment' | 'relative' | 'recurring' | 'continuous';
  /** Each with its own words. */
  readings: { reading: Reading; from: number; end: number }[];
  /** Day-precise: the words name days, not months or quarters. */
  exact: boolean;
  /** The finest unit named; null where it is no moment. */
  unit: Moment['unit'] | null;
  /** Whether a limit stands before it ("trước", "chậm nhất", "đến hết", "từ", "sau", "trong"). */
  limited: boolean;
  /** Whether a unit's word is written. */
  named: boolean;
  /** A year that is printed in it. */
  year: number | null;
}

type Limit = 'before' | 'until' | 'since' | 'after' | 'within';

/** With an hour, the day itself still counts: "trước 17 giờ ngày 30/6". */
const hour = String.raw`\d{1,2} ?(?:h|gio|g|:)(?: ?\d{2}(?: ?phut)?)?,? `;
const limits: readonly (readonly [Limit, RegExp])[] = [
  ['until', new RegExp(`(?:${latest} )?(?:truoc|den) ${hour}`, 'iy')],
  ['before', new RegExp(`(?:${latest} )?truoc(?: (?:thoi diem|thoi han|moc))? `, 'iy')],
  [
    'until',
    new RegExp(
      `(?:${latest}(?: (?:vao|den|toi|het|den het|trong))?|(?:cho )?(?:den|toi)(?: het| thoi diem)?|(?:trong|truoc)? ?het|tu nay (?:den|toi)(?: het)?) `,
      'iy',
    ),
  ],
  ['since', /(?:bat dau )?(?:ke )?tu(?: thoi diem)? /iy],
  ['after', /sau(?: thoi diem)? /iy],
  ['within', /(?:ngay )?(?:trong|vao)(?: khoang| thoi gian)? |(?:du kien|khoang)(?: trong)? /iy],
];

const through = / ?(?:-|->|den het|den|toi|cho den)(?= |\d|[IVQTqt]) ?/iy;
const and = /(?: ?[,&+] ?| va | hoac )(?:va )?/iy;
const slash = / ?\/ ?(?=[IV]{1,3}(?![A-Za-z]))/y;
const onwards = /,? ?(?:va (?:cac |nhung )?nam (?:tiep theo|ke tiep|sau|tiep sau)|tro di|tro ve sau)/iy;
const yearly = new RegExp(String.raw`,? ?\(?(?:cua |trong )?${everyPeriod}`, 'iy');
const period = /(?:trong )?(?:giai doan|thoi ky|nhiem ky|cac nam|hai nam|2 nam|02 nam)(?: tu)?(?: nam)? /iy;
/** A school year has no dates of its own here: it is kept as written. */
const schoolYear = /(?:(?:ca|trong|dau|cuoi|giua|suot) )?nam hoc(?: 20\d{2} ?- ?20\d{2})?(?![A-Za-z\d])/iy;

function resolved(
  year: WrittenYear | null,
  context: DateContext,
): { year: number | null; inferred: boolean } {
  if (year?.printed != null) return { year: year.printed, inferred: false };
  return { year: context.planYear === null ? null : context.planYear + (year?.offset ?? 0), inferred: true };
}

interface Dated {
  interval: Interval | null;
  impossible: boolean;
  inferred: boolean;
}

function dated(moment: Moment, context: DateContext): Dated {
  const { year, inferred } = resolved(moment.year, context);
  // 2000 is a leap year: a day that it lacks is in no year.
  if (year === null) return { interval: null, impossible: moment.within(2000) === null, inferred: false };
  const interval = moment.within(year);
  return { interval, impossible: interval === null, inferred };
}

const unread: Reading = { kind: null, start: null, end: null };

function read(kind: DueKind, start: string | null, end: string | null, inferred: boolean): Reading {
  return { kind, start, end, ...(inferred ? { yearInferred: true } : {}) };
}

function readMoment(moment: Moment, limit: Limit | null, context: DateContext): Reading {
  const { interval, impossible, inferred } = dated(moment, context);
  if (impossible) return unread;
  switch (limit) {
    case 'before': {
      if (interval === null) return read('before_date', null, null, false);
      if (moment.unit === 'part' || moment.unit === 'week') return read('date', null, interval.end, inferred);
      return { ...read('before_date', null, dayBefore(interval.start), inferred), boundary: interval.start };
    }
    case 'until':
      return read('date', null, interval?.end ?? null, inferred);
    case 'since':
      return read('range', interval?.start ?? null, null, inferred);
    case 'after':
      return read('range', interval && dayAfter(interval.end), null, inferred);
    default:
      return read(moment.kind, interval?.start ?? null, interval?.end ?? null, inferred);
  }
}

function readRange(first: Moment, last: Moment, context: DateContext): Reading {
  const opening = dated({ ...first, year: first.year ?? last.year }, context);
  const closing = dated(last, context);
  if (opening.impossible || closing.impossible) return unread;
  let start = opening.interval?.start ?? null;
  const end = closing.interval?.end ?? null;
  if (start !== null && end !== null && start > end) {
    // "Tháng 11 - tháng 2/2019": the year printed at the end is not the first month's.
    const before =
      first.year === null && last.year?.printed != null ? first.within(last.year.printed - 1) : null;
    if (before === null) return unread;
    start = before.start;
  }
  return read('range', start, end, opening.inferred || closing.inferred);
}

/** Moments listed by commas; a year printed once counts for all: to its left first, then to its right. */
function shareYears(moments: Moment[]): Moment[] {
  const shared = [...moments];
  for (let i = shared.length - 2; i >= 0; i -= 1) {
    const item = shared[i];
    if (item && item.year === null) shared[i] = { ...item, year: shared[i + 1]?.year ?? null };
  }
  for (let i = 1; i < shared.length; i += 1) {
    const item = shared[i];
    if (item && item.year === null) shared[i] = { ...item, year: shared[i - 1]?.year ?? null };
  }
  return shared;
}

function neighbours(moments: readonly Moment[]): boolean {
  const perYear = { month: 12, quarter: 4, half_year: 2, year: 1 };
  return moments.every((moment, i) => {
    const before = moments[i - 1];
    if (before === undefined) return true;
    if (before.unit !== moment.unit || before.ordinal === null || moment.ordinal === null) return false;
    if (moment.unit === 'year') return moment.ordinal === before.ordinal + 1;
    const span = perYear[moment.unit as keyof typeof perYear];
    if (span === undefined) return false;
    const years = (moment.year?.printed ?? 0) - (before.year?.printed ?? 0);
    return years * span + moment.ordinal - before.ordinal === 1;
  });
}

function listed(plain: PlainText, first: Moment, firstFrom: number): { moment: Moment; from: number }[] {
  const items = [{ moment: first, from: firstFrom }];
  for (let last = first; ; ) {
    const link =
      matchAt(and, plain.text, last.end) ??
      (last.unit === 'quarter' && last.year === null ? matchAt(slash, plain.text, last.end) : null);
    if (!link) return items;
    const from = last.end + link[0].length;
    const whole = momentAt(plain, from);
    const next =
      whole !== null && whole.unit === last.unit
        ? whole
        : whole?.unit === 'day'
          ? null
          : furtherAt(plain, from, last.unit);
    if (next === null) return items;
    items.push({ moment: next, from });
    last = next;
  }
}

/** A moment with its limit, range, list or rhythm, beginning at a place; null where none does. */
function momentPhraseAt(plain: PlainText, at: number, context: DateContext): Phrase | null {
  let from = at;
  let limit: Limit | null = null;
  const era = matchAt(period, plain.text, at);
  if (era) from += era[0].length;
  else {
    for (const [name, pattern] of limits) {
      const match = matchAt(pattern, plain.text, at);
      if (match && (momentAt(plain, at + match[0].length) ?? dayBeforeRange(plain, at + match[0].length))) {
        limit = name;
        from += match[0].length;
        break;
      }
    }
  }
  const days = dayBeforeRange(plain, from);
  if (days) {
    const opening: Moment = {
      ...days.rest,
      within: (year) => {
        const day = days.rest.within(year);
        const start = day && `${day.start.slice(0, 8)}${String(days.first).padStart(2, '0')}`;
        return start && day && start <= day.start ? { start, end: start } : null;
      },
    };
    return phrase(
      at,
      days.rest.end,
      [{ reading: readRange(opening, days.rest, context), from: at, end: days.rest.end }],
      days.rest,
      limit,
    );
  }
  const first = momentAt(plain, from);
  if (first === null) return null;
  if (era && first.unit !== 'year') return null;
  const link = matchAt(through, plain.text, first.end);
  if (link && limit !== 'before' && limit !== 'until') {
    const next = first.end + link[0].length;
    const whole = momentAt(plain, next);
    const last = whole?.named ? whole : (furtherAt(plain, next, first.unit) ?? whole);
    if (last) {
      const open = matchAt(onwards, plain.text, last.end);
      const end = last.end + (open?.[0].length ?? 0);
      const range = readRange(first, last, context);
      return phrase(
        at,
        end,
        [{ reading: open ? { ...range, end: null } : range, from: at, end }],
        first,
        limit,
        last,
      );
    }
  }
  const open = matchAt(onwards, plain.text, first.end);
  if (open) {
    const end = first.end + open[0].length;
    return phrase(at, end, [{ reading: readMoment(first, 'since', context), from: at, end }], first, limit);
  }
  const items = listed(plain, first, from);
  const last = items.at(-1)?.moment ?? first;
  const rhythm = matchAt(yearly, plain.text, last.end);
  if (rhythm) {
    const end = last.end + rhythm[0].length;
    return {
      ...phrase(at, end, [{ reading: read('recurring', null, null, false), from: at, end }], first, limit),
      sort: 'recurring',
    };
  }
  const moments = shareYears(items.map(({ moment }) => moment));
  const opening = moments[0] ?? first;
  const closing = moments.at(-1) ?? last;
  const one = moments.length > 1 && (limit === null || limit === 'within') && neighbours(moments);
  const readings = one
    ? [{ reading: readRange(opening, closing, context), from: at, end: last.end }]
    : moments.map((moment, i) => ({
        reading: readMoment(moment, limit, context),
        from: i === 0 ? at : (items[i]?.from ?? at),
        end: moment.end,
      }));
  return phrase(at, last.end, readings, first, limit, last);
}

function phrase(
  from: number,
  end: number,
  readings: Phrase['readings'],
  first: Moment,
  limit: Limit | null,
  last = first,
): Phrase {
  return {
    from,
    end,
    sort: 'moment',
    readings,
    exact: first.unit === 'day' || last.unit === 'day',
    unit: first.unit,
    limited: limit !== null,
    named: first.named,
    year: last.year?.printed ?? first.year?.printed ?? null,
  };
}

function timeless(sort: Phrase['sort'], kind: DueKind, from: number, end: number): Phrase {
  const reading = read(kind, null, null, false);
  return {
    from,
    end,
    sort,
    readings: [{ reading, from, end }],
    exact: false,
    unit: null,
    limited: false,
    named: true,
    year: null,
  };
}

/** Where running text is read, only phrases that can be nothing but a date or a limit count. */
export interface GrammarOptions extends DateContext {
  inText: boolean;
}

/** The phrase of time that begins at a place of a plain text, or null. */
export function phraseAt(plain: PlainText, at: number, options: GrammarOptions): Phrase | null {
  const school = matchAt(schoolYear, plain.text, at);
  if (school) {
    const end = at + school[0].length;
    return {
      ...timeless('moment', 'year', at, end),
      readings: [{ reading: unread, from: at, end }],
      unit: 'year',
    };
  }
  for (const pattern of dayOfPeriod) {
    const match = matchAt(pattern, plain.text, at);
    if (match) return { ...timeless('recurring', 'recurring', at, at + match[0].length), exact: true };
  }
  for (const pattern of recurringPhrases) {
    const match = matchAt(pattern, plain.text, at);
    if (match) return timeless('recurring', 'recurring', at, at + match[0].length);
  }
  const moment = momentPhraseAt(plain, at, options);
  if (moment) return moment;
  for (const [pattern, inText] of relativePhrases) {
    if (options.inText && !inText) continue;
    const match = matchAt(pattern, plain.text, at);
    if (!match) continue;
    const end = at + match[0].trimEnd().length;
    const rhythm = matchAt(yearly, plain.text, end);
    if (rhythm) return timeless('recurring', 'recurring', at, end + rhythm[0].length);
    return timeless('relative', 'relative', at, end);
  }
  const continuous = matchAt(continuousPhrase, plain.text, at);
  return continuous && timeless('continuous', 'continuous', at, at + continuous[0].length);
}

/** Where a phrase can begin: a digit, or a word of time. */
export const phraseStart =
  /(?<![A-Za-z\d])(?<!\d[.,/-])(?<![A-Za-z]\/)(?:\d|T\.? ?(?=\d)|Q\.? ?(?=[\dIV])|(?:truoc|sau|trong|vong|thoi|den|toi|tu|ke|bat|het|cho|cham|muon|khong|han|ngay|m[uo]ng|tuan|thang|qu[iy]|nam|tet|ky|ca|toan|dau|giua|cuoi|thuong|trung|ha|nua|mot|hai|ba|bon|sau|chin|hang|moi|dinh|bao|theo|cac|khi|dot|lien|quanh|suot|giai|nhiem|vao|du|khoang|it)(?![a-z])|qu[iy](?=(?:IV|I{1,3})(?![A-Za-z])))/gi;
