import type { CivilDate } from './civil-date.ts';
import { fromDayNumber, weekday } from './day-number.ts';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Office time without a break, in minutes from midnight; the last minute is not part of it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Office hours that hold from a day of each year on, until the next season. */
export interface OfficeSeason {
  /** "04-16" */
  readonly from: string;
  /** "08:00-12:00", in their order; a day that is not named has none. */
  readonly hours: Readonly<Partial<Record<Weekday, readonly string[]>>>;
}

/** The office hours of an agency from a day on, until the next version. */
export interface OfficeHoursVersion {
  readonly from: CivilDate;
  readonly legalBasis: string;
  readonly seasons: readonly OfficeSeason[];
  /** Not yet compared with the agency's own rules. */
  readonly provisional?: boolean;
}

interface Week {
  readonly from: string;
  /** Monday first. */
  readonly days: readonly (readonly Stretch[])[];
}

/**
 * The office hours of an agency by weekday and season, in versions. Hours in which a desk only receives people are not
 * among them: a deadline does not run on them.
 */
export class OfficeHours {
  readonly #versions: readonly { from: CivilDate; weeks: readonly Week[] }[];

  /** @throws RangeError where hours cannot be read, overlap, or leave a week without any */
  constructor(versions: readonly OfficeHoursVersion[]) {
    if (versions.length === 0) throw new RangeError('No office hours are known');
    this.#versions = versions
      .map(({ from, seasons }) => ({ from, weeks: seasons.map(weekOf).sort(byStart) }))
      .sort(byStart);
    if (this.#versions.some(({ weeks }) => weeks.length === 0))
      throw new RangeError('Office hours need a season');
  }

  /**
   * Office time of a day on which the office works. A Saturday that is worked for another day has the hours of the
   * week's first day with any. @param day its number, as `toDayNumber` gives it
   */
  on(day: number): readonly Stretch[] {
    const date = fromDayNumber(day);
    const version = this.#versions.findLast(({ from }) => from <= date) ?? this.#versions[0];
    const weeks = version?.weeks ?? [];
    // Before the first season of a year the last one of the year before still holds.
    const week = weeks.findLast(({ from }) => from <= date.slice(5)) ?? weeks.at(-1);
    const own = week?.days[weekday(day) - 1] ?? [];
    return own.length > 0 ? own : (week?.days.find((stretches) => stretches.length > 0) ?? []);
  }
}

const byStart = (one: { from: string }, other: { from: string }) => (one.from < other.from ? -1 : 1);

function weekOf({ from, hours }: OfficeSeason): Week {
  const days = WEEKDAYS.map((name) => stretchesOf(hours[name] ?? []));
  if (days.every((stretches) => stretches.length === 0))
    throw new RangeError(`The season from ${from} has no office hours`);
  return { from, days };
}

function stretchesOf(texts: readonly string[]): Stretch[] {
  const stretches = texts.map((text) => {
    const match = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(text);
    const [from, to] = [minutes(match?.[1], match?.[2]), minutes(match?.[3], match?.[4])];
    if (match === null || from >= to || to > 24 * 60) throw new RangeError(`Not office hours: ${text}`);
    return { from, to };
  });
  if (stretches.some(({ from }, index) => from < (stretches[index - 1]?.to ?? 0)))
    throw new RangeError(`Office hours overlap: ${texts.join(', ')}`);
  return stretches;
}

const minutes = (hours = '', rest = '') => Number(hours) * 60 + Number(rest);
