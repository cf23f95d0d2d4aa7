import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { ZONE } from './clock.ts';
import { wallTime } from './wall-time.ts';

test('the wall time is what the zone says, whatever the instant', () => {
  fc.assert(
    // From before the zone had whole hours (1906) on.
    fc.property(fc.integer({ min: -2_200_000_000, max: 4_000_000_000 }), (seconds) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
      const said = instant.toZonedDateTimeISO(ZONE).toPlainDateTime();
      expect(wallTime(instant)).toBe(said.toString({ smallestUnit: 'second' }));
    }),
  );
});
