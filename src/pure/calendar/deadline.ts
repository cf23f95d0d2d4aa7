import type { Budget, BudgetUnit } from './budget.ts';
import type { CivilDate } from './civil-date.ts';
import { dayNumberOf, fromDayNumber, partsOf, toDayNumber } from './day-number.ts';
import type { OfficeHours, Stretch } from './office-hours.ts';
import type { ExplainedDay, WorkingCalendar } from './working-calendar.ts';

/** A minute on the office's wall: "2019-01-30T14:00". */
export type WallTime = string;

/** How a rule set counts; what differs between laws. */
export interface CountingRules {
  /** The first day that counts: the one after the event (Civil Code 2015, article 147), or the event's own. */
  readonly startDay: 'next' | 'same';
  /** A period of calendar days or months that ends on a day off: on the next working day (article 148), or there. */
  readonly endOnDayOff: 'next-working-day' | 'stay';
}

export const CIVIL_CODE: CountingRules = { startDay: 'next', endOnDayOff: 'next-working-day' };

/** A due time, with each day of the way to it. */
export interface ExplainedDeadline {
  readonly due: WallTime;
  readonly days: readonly ExplainedDay[];
}

/** What lies between two moments, in each unit by itself; negative backwards. */
export interface Between {
  readonly workingDays: number;
  /** Minutes of office time. */
  readonly officeMinutes: number;
  readonly calendarDays: number;
}

/** Office time that is left, or, when late, that has gone by: whole working days of the usual length, hours, minutes. */
export interface TimeLeft {
  readonly late: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

interface Moment {
  readonly day: number;
  readonly minute: number;
}

/**
 * Due times by the calendar and the office hours of an agency. Budgets of working days, calendar days and months end when
 * the office closes on their last day, budgets of working hours at the minute. Beyond the known years every answer is null.
 */
export class Deadlines {
  readonly #calendar: WorkingCalendar;
  readonly #rules: CountingRules;
  readonly #first: number;
  /** For each known day, the minutes of office time up to its end. */
  readonly #minutesUpTo: Int32Array;
  /** For each known day its office time, were it worked. */
  readonly #stretches: (readonly Stretch[])[] = [];
  /** Minutes of an ordinary working day. */
  readonly #dayLength: number;

  constructor(calendar: WorkingCalendar, hours: OfficeHours, rules: CountingRules = CIVIL_CODE) {
    this.#calendar = calendar;
    this.#rules = rules;
    const { first, last } = calendar.known;
    this.#first = first;
    this.#minutesUpTo = new Int32Array(last - first + 1);
    const lengths = new Map<number, number>();
    let total = 0;
    for (let day = first; day <= last; day++) {
      const stretches = hours.on(day);
      this.#stretches.push(stretches);
      if (this.#works(day)) {
        const length = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
        lengths.set(length, (lengths.get(length) ?? 0) + 1);
        total += length;
      }
      this.#minutesUpTo[day - first] = total;
    }
    const [usual] = [...lengths].sort(([, one], [, other]) => other - one);
    this.#dayLength = usual?.[0] ?? 0;
  }

  /** When a budget that begins at a moment is used up; null beyond the known years. */
  add(start: WallTime, budget: Budget): WallTime | null {
    const due = this.#due(read(start), budget);
    return due === null ? null : written(due);
  }

  /** The same with each day of the way: counted, or skipped and why. */
  explain(start: WallTime, budget: Budget): ExplainedDeadline | null {
    const from = read(start);
    const due = this.#due(from, budget);
    if (due === null) return null;
    const ownDay = budget.unit === 'wh' || this.#rules.startDay === 'same';
    const days = this.#calendar.explain(fromDayNumber(from.day - (ownDay ? 1 : 0)), fromDayNumber(due.day));
    return { due: written(due), days: days.map((day) => this.#counted(day, from, budget)) };
  }

  /** What lies between two moments; null beyond the known years. */
  between(from: WallTime, to: WallTime): Between | null {
    const [start, end] = [read(from), read(to)];
    const [spent, reached] = [this.#officeMinutes(start), this.#officeMinutes(end)];
    const workingDays = this.#calendar.workingDaysBetween(fromDayNumber(start.day), fromDayNumber(end.day));
    if (spent === null || reached === null || workingDays === null) return null;
    return { workingDays, officeMinutes: reached - spent, calendarDays: end.day - start.day };
  }

  /** How much office time is left until a due time. At the due minute itself nothing is left, and it is not late. */
  remaining(now: WallTime, due: WallTime): TimeLeft | null {
    const between = this.between(now, due);
    if (between === null) return null;
    const left = Math.abs(between.officeMinutes);
    const days = Math.floor(left / this.#dayLength);
    const rest = left - days * this.#dayLength;
    return { late: now > due, days, hours: Math.floor(rest / 60), minutes: rest % 60 };
  }

  /** When the office closes on a day: what is appointed for that day is due then; null beyond the known years. */
  closing(date: CivilDate): WallTime | null {
    const day = toDayNumber(date);
    const minute = this.#stretches[day - this.#first]?.at(-1)?.to;
    return minute === undefined ? null : written({ day, minute });
  }

  /** Minutes of office time of an ordinary working day. */
  get dayMinutes(): number {
    return this.#dayLength;
  }

  #works(day: number): boolean {
    return this.#calendar.isWorkingDay(fromDayNumber(day)) === true;
  }

  #due(start: Moment, { amount, unit }: Budget): Moment | null {
    if (this.#minutesUpTo[start.day - this.#first] === undefined) return null;
    if (unit === 'wh') return this.#afterMinutes(start, amount * 60);
    const end =
      unit === 'wd'
        ? this.#calendar.workingDayAfter(start.day - this.#ownDay, amount)
        : this.#waited(this.#lastDay(start.day, amount, unit));
    const closing = end === null ? undefined : this.#stretches[end - this.#first]?.at(-1)?.to;
    return end === null || closing === undefined ? null : { day: end, minute: closing };
  }

  /** 1 where the day of the event counts already. */
  get #ownDay(): number {
    return this.#rules.startDay === 'same' ? 1 : 0;
  }

  /** The last day of a budget of calendar days or months, whether the office works on it or not. */
  #lastDay(day: number, amount: number, unit: BudgetUnit): number {
    return (unit === 'd' ? day + amount : monthsLater(day, amount)) - this.#ownDay;
  }

  #waited(end: number): number | null {
    return this.#rules.endOnDayOff === 'stay' ? end : this.#calendar.workingDayAfter(end - 1, 1);
  }

  #afterMinutes(start: Moment, minutes: number): Moment | null {
    const spent = this.#officeMinutes(start);
    if (spent === null) return null;
    if (minutes === 0) return start;
    const target = spent + minutes;
    const day = this.#dayOf(target);
    if (day === null) return null;
    let left = target - (this.#minutesUpTo[day - this.#first - 1] ?? 0);
    for (const { from, to } of this.#stretches[day - this.#first] ?? []) {
      if (left <= to - from) return { day, minute: from + left };
      left -= to - from;
    }
    return null;
  }

  /** The day on which so much office time since the first known day is reached. */
  #dayOf(target: number): number | null {
    let [low, high] = [0, this.#minutesUpTo.length - 1];
    if ((this.#minutesUpTo[high] ?? 0) < target) return null;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#minutesUpTo[middle] ?? 0) < target) low = middle + 1;
      else high = middle;
    }
    return this.#first + low;
  }

  /** Minutes of office time since the first known day. */
  #officeMinutes({ day, minute }: Moment): number | null {
    const upTo = this.#minutesUpTo[day - this.#first];
    if (upTo === undefined) return null;
    const before = this.#minutesUpTo[day - this.#first - 1] ?? 0;
    if (upTo === before) return before;
    let today = 0;
    for (const { from, to } of this.#stretches[day - this.#first] ?? [])
      today += Math.max(0, Math.min(minute, to) - from);
    return before + today;
  }

  /** In calendar days and months every day counts up to the last; those after it only wait for the office. */
  #counted(day: ExplainedDay, start: Moment, { amount, unit }: Budget): ExplainedDay {
    if (unit === 'wd' || unit === 'wh') return day;
    const counted = toDayNumber(day.date) <= this.#lastDay(start.day, amount, unit);
    return { ...day, counted, reason: counted ? null : day.reason };
  }
}

/** The same day of a later month, or the last of a month that has no such day (Civil Code 2015, article 148). */
function monthsLater(day: number, months: number): number {
  const { year, month, day: ofMonth } = partsOf(day);
  const later = year * 12 + month - 1 + months;
  const first = dayNumberOf({ year: Math.floor(later / 12), month: (later % 12) + 1, day: 1 });
  const next = dayNumberOf({ year: Math.floor((later + 1) / 12), month: ((later + 1) % 12) + 1, day: 1 });
  return first + Math.min(ofMonth, next - first) - 1;
}

/** @throws RangeError where it is no wall time */
function read(text: WallTime): Moment {
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

function written({ day, minute }: Moment): WallTime {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${fromDayNumber(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
