import { type CivilDate, fromDayNumber, toDayNumber } from '../../pure/calendar/index.ts';

/** Who acts for whom, from a day until the last day. */
export interface Absence {
  person: string;
  deputy: string;
  from: CivilDate;
  until: CivilDate;
}

/** The last day of an absence: the day before the person came back, where that was early. */
export function lastDay(endsOn: CivilDate, endedEarlyOn: CivilDate | null): CivilDate {
  if (endedEarlyOn === null || endedEarlyOn > endsOn) return endsOn;
  return fromDayNumber(toDayNumber(endedEarlyOn) - 1);
}

/** The absence of the same person that shares a day with this one. */
export function overlapping<A extends Absence>(absence: Absence, others: readonly A[]): A | undefined {
  return others.find((other) => other.person === absence.person && within(absence, other) !== null);
}

/**
 * Whether the work would come back to the absent person: the deputy is absent on one of the days too, and the deputy's
 * deputy, or one further on, is the absent person.
 */
export function comesBack(absence: Absence, others: readonly Absence[]): boolean {
  const reach = (deputy: string, days: Days, passed: readonly string[]): boolean =>
    deputy === absence.person ||
    others.some((other) => {
      if (other.person !== deputy || passed.includes(deputy)) return false;
      const shared = within(days, other);
      return shared !== null && reach(other.deputy, shared, [...passed, deputy]);
    });
  return reach(absence.deputy, absence, []);
}

type Days = Pick<Absence, 'from' | 'until'>;

/** The days that two absences share. */
function within(one: Days, other: Days): Days | null {
  const [, from = one.from] = [one.from, other.from].sort();
  const [until = one.until] = [one.until, other.until].sort();
  return from <= until ? { from, until } : null;
}
