import type { Performing } from '../../platform/actions/action.ts';
import type { Writer } from '../../platform/database/database.ts';
import type { Actor, Subject } from '../../platform/policy/policy.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { keepersSubject } from '../policy.ts';
import { findPartyIn, type Party } from '../queries.ts';

/** For what is done to a party: its agency and the desks there. */
export async function partySubject(query: Writer, id: string, actor: Actor): Promise<Subject | undefined> {
  const party = await findPartyIn(query, agenciesOf(actor), id);
  return party && keepersSubject(query, party.agencyId);
}

const agenciesOf = ({ posts }: Actor) => [...new Set(posts.map((post) => post.agencyId))];

/** Parties as they stand, locked in the order of their ids until the action ends; in the order that was asked for. */
export async function lockedParties({ query, actor }: Performing, ids: readonly string[]): Promise<Party[]> {
  const agencies = agenciesOf(actor);
  await query
    .selectFrom('party')
    .select('id')
    .where('agency_id', 'in', agencies)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  const parties: Party[] = [];
  for (const id of ids) {
    const party = await findPartyIn(query, agencies, id);
    if (party === undefined) throw new RefusalError(refuse('missing:thing'));
    parties.push(party);
  }
  return parties;
}
