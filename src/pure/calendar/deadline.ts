import type { Budget, BudgetUnit } from './budget.ts';
import type { CivilDate } from './civil-date.ts';
import { dayNumberOf, fromDayNumber, partsOf, toDayNumber } from './day-number.ts';
import { type Interval, mergedAfter, NOT_COUNTED, type Span, type SupplementPolicy } from './intervals.ts';
import { isBefore, type Moment, readWallTime, type WallTime, writeWallTime } from './moment.ts';
import type { OfficeHours, Stretch } from './office-hours.ts';
import type { ExplainedDay, WorkingCalendar } from './working-calendar.ts';

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

/** How a due time was reached: from when the budget last began, and past which intervals. */
interface Way {
  readonly begin: Moment;
  readonly due: Moment;
  readonly passed: readonly Span[];
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
    const due = this.#due(readWallTime(start), budget);
    return due === null ? null : writeWallTime(due);
  }

  /** The same with each day of the way: counted, or skipped and why. */
  explain(start: WallTime, budget: Budget): ExplainedDeadline | null {
    return this.explainWith(start, budget, []);
  }

  /**
   * When a budget is used up of which intervals are not counted. Subtracting gives each back in the unit of the budget: as
   * many working days, office minutes or calendar days as lie between its ends, and the budget is never used up while
   * an interval runs. Restarting begins the budget anew at an interval's end. What begins when the budget is used up
   * already changes nothing. Null beyond the known years.
   * @throws RangeError where an interval ends before it begins
   */
  dueWith(
    start: WallTime,
    budget: Budget,
    intervals: readonly Interval[],
    policy: SupplementPolicy = 'subtract',
  ): WallTime | null {
    const way = this.#way(readWallTime(start), budget, intervals, policy);
    return way === null ? null : writeWallTime(way.due);
  }

  /** The same with each day of the way; the reasons of days that an interval costs are those of `NOT_COUNTED`. */
  explainWith(
    start: WallTime,
    budget: Budget,
    intervals: readonly Interval[],
    policy: SupplementPolicy = 'subtract',
  ): ExplainedDeadline | null {
    const from = readWallTime(start);
    const way = this.#way(from, budget, intervals, policy);
    if (way === null) return null;
    const ownDay = budget.unit === 'wh' ? 1 : this.#ownDay;
    const days = this.#calendar.explain(fromDayNumber(from.day - ownDay), fromDayNumber(way.due.day));
    const spans = policy === 'restart' ? [] : way.passed;
    const counts =
      budget.unit === 'wh' ? this.#countsHours(way, spans) : this.#countsDays(way, spans, budget);
    return {
      due: writeWallTime(way.due),
      days: days.map((day) =>
        // What was used up before the budget began anew is lost.
        toDayNumber(day.date) <= way.begin.day - ownDay
          ? { ...day, counted: false, reason: day.counted ? NOT_COUNTED.restart : day.reason }
          : counts(day),
      ),
    };
  }

  /** What lies between two moments; null beyond the known years. */
  between(from: WallTime, to: WallTime): Between | null {
    const [start, end] = [readWallTime(from), readWallTime(to)];
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
    return minute === undefined ? null : writeWallTime({ day, minute });
  }

  /** Minutes of office time of an ordinary working day. */
  get dayMinutes(): number {
    return this.#dayLength;
  }

  /** When the office opens and closes on the first working day from a date on; null beyond the known years. */
  officeDay(from: CivilDate): { readonly opens: WallTime; readonly closes: WallTime } | null {
    const day = this.#calendar.workingDayAfter(toDayNumber(from) - 1, 1);
    const stretches = day === null ? undefined : this.#stretches[day - this.#first];
    const [first, last] = [stretches?.at(0), stretches?.at(-1)];
    if (day === null || first === undefined || last === undefined) return null;
    return {
      opens: writeWallTime({ day, minute: first.from }),
      closes: writeWallTime({ day, minute: last.to }),
    };
  }

  /** Days of a period that another calendar judges otherwise, as it does. */
  differences(other: Deadlines, from: CivilDate, to: CivilDate): { date: CivilDate; counted: boolean }[] {
    const days: { date: CivilDate; counted: boolean }[] = [];
    for (let day = toDayNumber(from); day <= toDayNumber(to); day++) {
      const counted = other.#works(day);
      if (this.#works(day) !== counted) days.push({ date: fromDayNumber(day), counted });
    }
    return days;
  }

  #works(day: number): boolean {
    return this.#calendar.isWorkingDay(fromDayNumber(day)) === true;
  }

  #due(start: Moment, budget: Budget): Moment | null {
    if (this.#minutesUpTo[start.day - this.#first] === undefined) return null;
    return budget.unit === 'wh'
      ? this.#afterMinutes(start, budget.amount * 60)
      : this.#closingOf(this.#waited(this.#lastDay(start.day, budget)));
  }

  #way(start: Moment, budget: Budget, intervals: readonly Interval[], policy: SupplementPolicy): Way | null {
    let begin = start;
    let due = this.#due(start, budget);
    const passed: Span[] = [];
    let last = budget.unit === 'wh' ? null : this.#lastDay(start.day, budget);
    for (const span of mergedAfter(start, intervals)) {
      if (due === null || !isBefore(span.from, due)) break;
      passed.push(span);
      if (policy === 'restart') {
        begin = span.to;
        due = this.#due(begin, budget);
      } else if (budget.unit === 'wh') {
        due = this.#minutesLater(due, span);
      } else {
        // Once the last day has gone by and only the office is waited for, nothing is left to be given back.
        if (last !== null && span.from.day <= last) {
          last = this.#daysLater(last, span, budget.unit);
          due = this.#closingOf(this.#waited(last));
        }
        due = this.#notWhile(span, due);
      }
    }
    return due === null ? null : { begin, due, passed };
  }

  #minutesLater(due: Moment, { from, to }: Span): Moment | null {
    const [spent, reached] = [this.#officeMinutes(from), this.#officeMinutes(to)];
    return spent === null || reached === null ? null : this.#afterMinutes(due, reached - spent);
  }

  #daysLater(last: number, { from, to }: Span, unit: BudgetUnit): number | null {
    if (unit !== 'wd') return last + to.day - from.day;
    const days = this.#calendar.workingDaysBetween(fromDayNumber(from.day), fromDayNumber(to.day));
    return days === null ? null : this.#calendar.workingDayAfter(last, days);
  }

  /** A due time that would fall into an interval, as where it ends on a day off, is that of the next working day. */
  #notWhile({ to }: Span, due: Moment | null): Moment | null {
    return due !== null && isBefore(due, to)
      ? this.#closingOf(this.#calendar.workingDayAfter(Math.max(due.day, to.day - 1), 1), to)
      : due;
  }

  /** When the office closes on a day; the next working day where that is before a moment. */
  #closingOf(day: number | null, notBefore?: Moment): Moment | null {
    const minute = day === null ? undefined : this.#stretches[day - this.#first]?.at(-1)?.to;
    if (day === null || minute === undefined) return null;
    if (notBefore !== undefined && isBefore({ day, minute }, notBefore))
      return this.#closingOf(this.#calendar.workingDayAfter(day, 1));
    return { day, minute };
  }

  /** 1 where the day of the event counts already. */
  get #ownDay(): number {
    return this.#rules.startDay === 'same' ? 1 : 0;
  }

  /** The last day of a budget of days or months; in calendar days whether the office works on it or not. */
  #lastDay(day: number, { amount, unit }: Budget): number | null {
    if (unit === 'wd') return this.#calendar.workingDayAfter(day - this.#ownDay, amount);
    return (unit === 'd' ? day + amount : monthsLater(day, amount)) - this.#ownDay;
  }

  #waited(end: number | null): number | null {
    if (end === null || this.#rules.endOnDayOff === 'stay') return end;
    return this.#calendar.workingDayAfter(end - 1, 1);
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

  /**
   * Counts day by day until the budget is used up; in calendar days and months whatever the day, and those that follow
   * only wait for the office.
   */
  #countsDays({ begin }: Way, spans: readonly Span[], budget: Budget) {
    const { amount, unit } = budget;
    let left =
      unit === 'wd' ? amount : (this.#lastDay(begin.day, budget) ?? begin.day) - begin.day + this.#ownDay;
    return (day: ExplainedDay): ExplainedDay => {
      const number = toDayNumber(day.date) + this.#ownDay;
      const isInside = spans.some(({ from, to }) => number > from.day && number <= to.day);
      const couldCount = unit !== 'wd' || day.counted;
      if (couldCount && !isInside && left > 0) {
        left -= 1;
        return unit === 'wd' ? day : { ...day, counted: true, reason: null };
      }
      const isOwed = spans.length > 0 && couldCount && (isInside || unit === 'wd');
      return { ...day, counted: false, reason: isOwed ? NOT_COUNTED.interval : day.reason };
    };
  }

  /** A day counts by what of its office time lies in no interval. */
  #countsHours({ begin, due }: Way, spans: readonly Span[]) {
    const minutes = (from: Moment, to: Moment) =>
      isBefore(from, to) ? (this.#officeMinutes(to) ?? 0) - (this.#officeMinutes(from) ?? 0) : 0;
    return (day: ExplainedDay): ExplainedDay => {
      const number = toDayNumber(day.date);
      const from = number === begin.day ? begin : { day: number, minute: 0 };
      const to = number === due.day ? due : { day: number, minute: 24 * 60 };
      const inside = spans.reduce(
        (sum, span) =>
          sum + minutes(isBefore(span.from, from) ? from : span.from, isBefore(span.to, to) ? span.to : to),
        0,
      );
      return inside > 0 && inside === minutes(from, to)
        ? { ...day, counted: false, reason: NOT_COUNTED.interval }
        : day;
    };
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
