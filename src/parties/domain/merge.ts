import { type Refusal, refuse } from '../../pure/refusal.ts';
import type { PartyKind } from './facts.ts';

interface Merging {
  id: string;
  agencyId: string;
  kind: PartyKind;
  facts: object | null;
  agencyOf: string | null;
  mergedInto: string | null;
}

/** Why one party may not be pointed at another; undefined where it may. */
export function refuseMerger(party: Merging, into: Merging): Refusal | undefined {
  if (party.id === into.id || party.agencyId !== into.agencyId) return refuse('missing:thing');
  if (party.facts === null || into.facts === null) return refuse('conflict:party-erased');
  if (party.mergedInto !== null || into.mergedInto !== null) return refuse('conflict:party-merged');
  if (party.kind !== into.kind) return refuse('conflict:party-kind');
  if (party.agencyOf !== null && into.agencyOf !== null && party.agencyOf !== into.agencyOf)
    return refuse('conflict:party-agency');
  return undefined;
}
