import { setImmediate as turn } from 'node:timers/promises';
import { buildApp } from './platform/http/app.tsx';
import type { SignedIn } from './platform/http/visit.ts';
import type { Job } from './platform/jobs/runner.ts';
import { ROLES } from './platform/policy/policy.ts';
import { uuid7 } from './platform/uuid.ts';

/** At the first time texts are laid out, at the second statements are prepared, at the eighth the engine knows the way. */
const ROUNDS = 8;

/**
 * Asks pages a few times after a start, as somebody who sees all of an agency, and throws them away: texts are laid out, the
 * engine has compiled what writes them, and PostgreSQL knows its tables before the first visitor comes.
 */
export const rehearsal: Job = {
  name: 'rehearsal',
  everySeconds: 86_400,
  async run(house, signal) {
    let asking = '';
    const app = buildApp({ ...house, identify: async () => everybodyOf(asking) });
    const named = await Promise.all(
      house.slices.map(async ({ rehearsed }) => (await rehearsed?.(house)) ?? []),
    );
    for (const { agencyId, address } of Array(ROUNDS).fill(named.flat()).flat()) {
      if (signal.aborted) return;
      asking = agencyId;
      const response = await app.fetch(new Request(`http://localhost${address}`));
      await response.arrayBuffer();
      if (response.status !== 200) console.error(`rehearsal: ${address} answers ${response.status}`);
      // Whoever waits for a page goes first.
      await turn();
    }
  },
};

/** Who holds every post of an agency, and is nobody: what is asked in this name changes nothing. */
function everybodyOf(agencyId: string): SignedIn {
  const personId = uuid7();
  const posts = ROLES.map((role) => ({
    role,
    agencyId,
    unitId: null,
    personId,
    onBehalfOf: null,
    lineage: [agencyId],
  }));
  const actor = { accountId: uuid7(), personId, agencyId, name: '', posts };
  return { actor, csrf: '', mustChangePassword: false, position: '' };
}
