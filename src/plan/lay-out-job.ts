import { setImmediate as turn } from 'node:timers/promises';
import { allAgencyIds } from '../agencies/index.ts';
import type { Job } from '../platform/jobs/runner.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { PUBLIC_STATES } from './queries.ts';
import { LAID_OUT, loadLaidOut } from './readings.ts';

/** Lays out the newest plans in force before anybody opens them; they stay so. */
export const layOutJob: Job = {
  name: 'plan.lay-out',
  everySeconds: 3600,
  async run(house, signal) {
    const agencies = await allAgencyIds(house.database);
    const rows = await house.database.read(serverScope(agencies), (query) =>
      query
        .selectFrom('plan')
        .select('reading')
        .where('state', 'in', [...PUBLIC_STATES])
        .where('reading', 'is not', null)
        .groupBy('reading')
        .orderBy((is) => is.fn.max('issue_date'), 'desc')
        .limit(LAID_OUT)
        .execute(),
    );
    // The newest last, so that it is not the first to be forgotten.
    for (const { reading } of rows.reverse()) {
      if (signal.aborted) return;
      if (reading !== null) await loadLaidOut(house.files, reading);
      // Whoever waits for a page goes first.
      await turn();
    }
  },
};
