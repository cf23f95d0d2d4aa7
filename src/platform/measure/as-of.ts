import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { type Clock, civilDate, officeInstant } from '../clock/clock.ts';

/** When a figure is asked for. */
export interface AsOf {
  instant: Temporal.Instant;
  /** The civil day of that instant. */
  day: CivilDate;
  /** True of now: nothing is recorded later, so what has no end holds. */
  isNow: boolean;
}

/** As of now, by the office's clock. */
export function asOfNow(clock: Pick<Clock, 'now'>): AsOf {
  return { ...asOf(clock.now()), isNow: true };
}

/** As of an instant. */
export function asOf(instant: Temporal.Instant): AsOf {
  return { instant, day: civilDate(instant), isNow: false };
}

/** As of the end of a civil day; never later than now. */
export function asOfDay(day: CivilDate, clock: Pick<Clock, 'now'>): AsOf {
  const end = officeInstant(`${day}T23:59:59.999999`);
  return Temporal.Instant.compare(end, clock.now()) < 0 ? asOf(end) : asOfNow(clock);
}

/** Whether a row with a period (from_at, to_at) held then. @param row its name in the query */
export function heldAt({ instant, isNow }: AsOf, row: string): RawBuilder<SqlBool> {
  const [from, to] = [sql.ref(`${row}.from_at`), sql.ref(`${row}.to_at`)];
  return isNow
    ? sql<SqlBool>`${to} IS NULL`
    : sql<SqlBool>`${from} <= ${instant} AND (${to} IS NULL OR ${to} > ${instant})`;
}
