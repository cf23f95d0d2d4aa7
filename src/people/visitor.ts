import type { Actor } from '../platform/policy/policy.ts';
import { uuid7 } from '../platform/uuid.ts';

/**
 * Who asks without having signed in. In a demo a visitor may look; before set-up the first visitor may set the
 * installation up, in an agency that does not exist yet; elsewhere a visitor holds nothing.
 * @param lineage agencies that share everything with the root, of which a demo shows what is granted to whoever looks
 */
export function visitorOf(
  rootAgencyId: string | null,
  demo: boolean,
  lineage: readonly string[] = [],
): Actor {
  const agencyId = rootAgencyId ?? uuid7();
  const holds = rootAgencyId === null || demo;
  return {
    accountId: null,
    personId: null,
    agencyId,
    name: '',
    posts: holds
      ? [{ role: 'visitor', agencyId, unitId: null, personId: agencyId, onBehalfOf: null, lineage }]
      : [],
  };
}
