import { sql } from 'kysely';
import { civilDate } from '../platform/clock/clock.ts';
import type { Job } from '../platform/jobs/runner.ts';

/** Years that are made before they come. */
const AHEAD = 2;

/** Makes the partitions of the years to come; by real time, since ids carry it. */
export const makeDossierYears: Job = {
  name: 'dossier-years',
  everySeconds: 86_400,
  run: ({ database, clock }) =>
    database.unscoped(async (query) => {
      const year = Number(civilDate(clock.real()).slice(0, 4));
      await sql`SELECT make_dossier_years(${year}, ${year + AHEAD})`.execute(query);
    }),
};
