import type { House } from '../http/visit.ts';
import { sumClosedDays } from '../ledger/counters.ts';
import { sealBatch } from '../ledger/seals.ts';
import { serverScope } from '../policy/policy.ts';
import type { Job } from './runner.ts';

/** The platform's own jobs. @param agencyIds all agencies of the installation */
export function upkeepJobs(agencyIds: (house: House) => Promise<string[]>): readonly Job[] {
  return [
    {
      name: 'seal',
      everySeconds: 5,
      async run(house, signal) {
        const scope = serverScope(await agencyIds(house));
        let sealed: number;
        do sealed = await house.database.write(scope, (query) => sealBatch(query, house.clock.real()));
        while (sealed > 0 && !signal.aborted);
      },
    },
    {
      name: 'counters',
      everySeconds: 60,
      async run(house) {
        const scope = serverScope(await agencyIds(house));
        await house.database.write(scope, (query) => sumClosedDays(query, house.clock.today()));
      },
    },
  ];
}
