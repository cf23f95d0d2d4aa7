import type { CivilDate } from './civil-date.ts';
import { fromDayNumber, toDayNumber, weekday, weekdayName } from './day-number.ts';

/** Why a day departs from the office week. `working-swap` makes a day off a working day; the others the reverse. */
export type OfficialDayKind = 'off-holiday' | 'off-compensation' | 'off-swap' | 'working-swap';

/** One official day: a row of `rules/calendar/`, or one that an administrator entered from a year's notice. */
export interface OfficialDay {
  readonly date: CivilDate;
  readonly kind: OfficialDayKind;
  /** Vietnamese, as shown to a reader: "Tết Nguyên đán". */
  readonly name: string;
  readonly legalBasis: string;
  /** The day of the notice; left out where the law itself is the basis, or the day is not known. */
  readonly announcedOn?: CivilDate;
  /** Not yet announced, or not yet compared with the announcement. Counts all the same, and is shown as such. */
  readonly provisional?: boolean;
}

/** One day of an explanation: whether it counts, and why if it departs from an ordinary weekday. */
export interface ExplainedDay {
  readonly date: CivilDate;
  readonly counted: boolean;
  readonly reason: string | null;
}

const FRIDAY = 5; // Office week Monday to Friday: Decision 188/1999/QĐ-TTg.

/**
 * The working days of an office: the week from Monday to Friday, less the official days off, plus the
 * Saturdays worked for a day swap.
 *
 * A year is known when its New Year's Day stands among the rows, because that day is in every year's notice. In other
 * years nobody can tell a working day yet, and every answer is null. Known years follow one another without a gap.
 */
export class WorkingCalendar {
  readonly #official: ReadonlyMap<CivilDate, OfficialDay>;
  readonly #firstDay: number;
  /** For each known day, how many working days there are from the first known day up to and including it. */
  readonly #countUpTo: Int32Array;
  readonly #workingDays: Int32Array;

  constructor(rows: readonly OfficialDay[]) {
    this.#official = new Map(rows.map((row) => [row.date, row]));
    if (this.#official.size !== rows.length) throw new RangeError('An official day stands in the rows twice');
    const years = [...this.#official.keys()]
      .filter((date) => date.endsWith('-01-01'))
      .map((date) => Number(date.slice(0, 4)))
      .sort((a, b) => a - b);
    const first = years[0];
    const last = years.at(-1);
    if (first === undefined || last === undefined) throw new RangeError('No year of the calendar is known');
    if (last - first + 1 !== years.length)
      throw new RangeError('The calendar lacks a year between two known ones');

    this.#firstDay = toDayNumber(`${first}-01-01`);
    const length = toDayNumber(`${last}-12-31`) - this.#firstDay + 1;
    this.#countUpTo = new Int32Array(length);
    const workingDays: number[] = [];
    for (let index = 0; index < length; index++) {
      const day = this.#firstDay + index;
      const official = this.#official.get(fromDayNumber(day));
      if (official ? official.kind === 'working-swap' : weekday(day) <= FRIDAY) workingDays.push(day);
      this.#countUpTo[index] = workingDays.length;
    }
    this.#workingDays = Int32Array.from(workingDays);
  }

  /** The official day on this date, if the date is one. */
  officialDay(date: CivilDate): OfficialDay | null {
    return this.#official.get(date) ?? null;
  }

  /** Whether the office works on this day; null where the year is not known. */
  isWorkingDay(date: CivilDate): boolean | null {
    const count = this.#count(date);
    if (count !== null) return count > (this.#count(fromDayNumber(toDayNumber(date) - 1)) ?? 0);
    // A swap may reach into a year that is otherwise unknown, as 31 December 2018 does.
    const official = this.#official.get(date);
    return official ? official.kind === 'working-swap' : null;
  }

  /** Why the office is closed, in Vietnamese; null on a working day and where the year is not known. */
  dayOffReason(date: CivilDate): string | null {
    if (this.isWorkingDay(date) !== false) return null;
    return this.#official.get(date)?.name ?? weekdayName(date);
  }

  /**
   * The working day that ends a budget of `n` working days beginning on the day after `date` (Civil Code 2015
   * art. 147: the day of the event is not counted). With 0 it is `date` itself. Null where the years do not reach.
   */
  addWorkingDays(date: CivilDate, n: number): CivilDate | null {
    const day = this.workingDayAfter(toDayNumber(date), n);
    return day === null ? null : fromDayNumber(day);
  }

  /** The same in numbers of days, for deadlines by the hundred thousand. */
  workingDayAfter(day: number, n: number): number | null {
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of working days: ${n}`);
    const count = this.#countUpTo[day - this.#firstDay];
    if (count === undefined) return null;
    return n === 0 ? day : (this.#workingDays[count + n - 1] ?? null);
  }

  /** First and last known day, as numbers. */
  get known(): { readonly first: number; readonly last: number } {
    return { first: this.#firstDay, last: this.#firstDay + this.#countUpTo.length - 1 };
  }

  /** How many working days lie after `from` up to and including `to`; negative if `to` is before `from`. */
  workingDaysBetween(from: CivilDate, to: CivilDate): number | null {
    const before = this.#count(from);
    const after = this.#count(to);
    return before === null || after === null ? null : after - before;
  }

  /** `date` itself if it is a working day, otherwise the next one (Civil Code 2015 art. 148). */
  nextWorkingDay(date: CivilDate): CivilDate | null {
    const working = this.isWorkingDay(date);
    return working === true ? date : working === null ? null : this.addWorkingDays(date, 1);
  }

  /** Each day after `from` up to and including `to`, counted or skipped, with the reason. */
  explain(from: CivilDate, to: CivilDate): ExplainedDay[] {
    const days: ExplainedDay[] = [];
    for (let day = toDayNumber(from) + 1; day <= toDayNumber(to); day++) {
      const date = fromDayNumber(day);
      const counted = this.isWorkingDay(date);
      if (counted === null) {
        days.push({ date, counted: false, reason: 'Chưa có lịch làm việc của năm này' });
        continue;
      }
      const reason = counted ? (this.#official.get(date)?.name ?? null) : this.dayOffReason(date);
      days.push({ date, counted, reason });
    }
    return days;
  }

  #count(date: CivilDate): number | null {
    return this.#countUpTo[toDayNumber(date) - this.#firstDay] ?? null;
  }
}
