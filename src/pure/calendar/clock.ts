import type { Temporal } from 'temporal-polyfill';
import type { CivilDate } from './civil-date.ts';

/** Where the time comes from. No code reads the system's clock but the one implementation in the platform. */
export interface Clock {
  /** Office time: what the calendar on the wall shows. A demo's runs with an offset. */
  now(): Temporal.Instant;
  /** Real time, for sessions, throttles, tokens and `recorded_at`. */
  real(): Temporal.Instant;
  /** The civil day of office time in Vietnam. */
  today(): CivilDate;
}
