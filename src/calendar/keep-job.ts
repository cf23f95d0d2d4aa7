import { allAgencyIds } from '../agencies/index.ts';
import type { Job } from '../platform/jobs/runner.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { calendarInForce, FIRST, officialDaysOf, saveVersion } from './in-force.ts';

/**
 * Writes the calendar that came with the product down as the first version. From then on a later version of the product
 * with other days moves nothing by itself: it is entered as a notice.
 */
export const keepCalendarJob: Job = {
  name: 'calendar.keep',
  everySeconds: 3600,
  async run(house) {
    await house.database.write(serverScope(await allAgencyIds(house.database)), async (query) => {
      const version = await calendarInForce(query);
      if (version.version === FIRST.version)
        await saveVersion(query, FIRST, await officialDaysOf(query, FIRST));
    });
  },
};
