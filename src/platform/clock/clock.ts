import { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { realNow } from './system.ts';

/** The one zone of the installation. */
export const ZONE = 'Asia/Ho_Chi_Minh';

/**
 * Office time rules deadlines and what records say happened; it is real time plus an offset, which is zero in a
 * real installation and pinned or moved in a demo. Sessions, throttles, tokens and `recorded_at` use real time.
 */
export interface Clock {
  /** Office time. */
  now(): Temporal.Instant;
  /** The office's civil day. */
  today(): CivilDate;
  real(): Temporal.Instant;
}

/** The civil day of an instant in the installation's zone. */
export function civilDate(instant: Temporal.Instant): CivilDate {
  return instant.toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** The instant at which a wall time, "2019-06-03T08:00", is read on the office's clock. */
export function officeInstant(wallTime: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(wallTime).toZonedDateTime(ZONE).toInstant();
}

/** An instant as the office's clock shows it, "2019-06-03T08:00". */
export function wallTime(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The office clock of a running server: it stands still where it is pinned, and runs with an offset elsewhere. */
export class OfficeClock implements Clock {
  #pinned: Temporal.Instant | null;
  readonly #offset: Temporal.Duration;

  /** @param startAt office time now; null for real time */
  constructor(startAt: Temporal.Instant | null, mode: 'runs' | 'stands' = 'runs') {
    this.#pinned = mode === 'stands' ? startAt : null;
    this.#offset = startAt === null ? new Temporal.Duration() : realNow().until(startAt);
  }

  now(): Temporal.Instant {
    return this.#pinned ?? realNow().add(this.#offset);
  }

  today(): CivilDate {
    return civilDate(this.now());
  }

  real(): Temporal.Instant {
    return realNow();
  }

  /** Moves a standing clock, as the demo's page does. */
  pin(at: Temporal.Instant): void {
    this.#pinned = at;
  }

  /** True where the clock stands still until it is moved. */
  get stands(): boolean {
    return this.#pinned !== null;
  }
}
