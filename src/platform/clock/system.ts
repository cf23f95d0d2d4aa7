import { Temporal } from 'temporal-polyfill';

/** The one place that reads the machine's clock. */
export function realNow(): Temporal.Instant {
  return Temporal.Now.instant();
}

/** Milliseconds of the machine's clock, for measuring how long something took. */
export function stopwatch(): () => number {
  const from = performance.now();
  return () => performance.now() - from;
}
