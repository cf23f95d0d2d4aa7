import type { Temporal } from 'temporal-polyfill';
import { ZONE } from './clock.ts';

const HOUR = 3_600_000;
const MOST_KEPT = 10_000;
const offsets = new Map<number, number>();

/**
 * The wall time of an instant in the office's zone, "2019-06-03T08:00:00". For exports of many rows: the zone's rules
 * are asked once for each hour, which is sixty times as fast as asking for each instant.
 */
export function wallTime(instant: Temporal.Instant): string {
  const milliseconds = instant.epochMilliseconds;
  const hour = Math.floor(milliseconds / HOUR);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    if (offsets.size >= MOST_KEPT) offsets.clear();
    offset = instant.toZonedDateTimeISO(ZONE).offsetNanoseconds / 1e6;
    offsets.set(hour, offset);
  }
  return new Date(milliseconds + offset).toISOString().slice(0, 19);
}
