import { type SqlBool, sql } from 'kysely';
import { allAgencyIds } from '../agencies/index.ts';
import type { Job } from '../platform/jobs/runner.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { addWorkingDays, officialCalendar } from '../pure/calendar/index.ts';
import { REACH_WORKING_DAYS, reminderDay } from './domain/reminder.ts';
import { letPass, remind } from './reminders.ts';

/** Of the advisory lock under which one server process reminds. */
const LOCK = 3_750_371;

/** Asks each slice what falls due, reminds people of it, and lets past reminders rest. */
export const remindJob: Job = {
  name: 'remind',
  everySeconds: 60,
  firstAfterSeconds: 10,
  async run(house) {
    const agencies = await allAgencyIds(house.database);
    const today = house.clock.today();
    const until = addWorkingDays(today, REACH_WORKING_DAYS, officialCalendar) ?? today;
    const sources = house.slices.flatMap((slice) => slice.reminders ?? []);
    await house.database.write(serverScope(agencies), async (query) => {
      const lock = await sql<{ taken: SqlBool }>`SELECT pg_try_advisory_xact_lock(${LOCK}) AS taken`.execute(
        query,
      );
      if (lock.rows[0]?.taken !== true) return;
      for (const { kind, due } of sources) {
        const things = await due(query, { clock: house.clock, agencies, until });
        const tellings = things.flatMap(({ lastDay, ...thing }) => {
          const day = reminderDay(lastDay, today, officialCalendar);
          return day === null ? [] : [{ ...thing, kind, day, lastDay, letter: null }];
        });
        await letPass(query, kind, await remind(query, tellings, house.clock), house.clock);
      }
    });
  },
};
