import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id, text, ticked } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { mergedParties } from '../queries.ts';
import { partyUrl } from '../urls.ts';
import { lockedParties, partySubject } from './common.ts';

/**
 * Empties all versions of a party, and of those merged into it, for good. Ids and digests stay, so that ledgers go on
 * naming what they named.
 */
export const eraseParty = defineAction({
  name: 'party.erase',
  path: '/parties/:party/erasure',
  permission: 'party.erase',
  sees: 'party.read',
  input: z.object({
    party: id(),
    reason: text(1000),
    legalBasis: text(500),
    sure: ticked().refine((sure) => sure, 'party-erase-sure'),
  }),
  subject: (query, { party }, actor) => partySubject(query, party, actor),
  async perform(performing, input) {
    const { query, actor, clock } = performing;
    const [party] = await lockedParties(performing, [input.party]);
    if (party === undefined) throw new RefusalError(refuse('missing:thing'));
    const all = [party, ...(await mergedParties(query, party.agencyId, party.id))];
    if (party.mergedInto !== null) throw new RefusalError(refuse('conflict:party-merged'));
    if (party.facts === null) throw new RefusalError(refuse('conflict:party-erased'));
    const at = clock.real().toString();
    for (const one of all) {
      await sql`SELECT erase_party(${one.agencyId}::uuid, ${one.id}::uuid, ${at}::timestamptz)`.execute(
        query,
      );
      await query
        .updateTable('party')
        .set({ erased_at: at })
        .where('agency_id', '=', one.agencyId)
        .where('id', '=', one.id)
        .execute();
    }
    await query
      .insertInto('party_erasure')
      .values({
        agency_id: party.agencyId,
        id: uuid7(),
        party_id: party.id,
        reason: input.reason,
        legal_basis: input.legalBasis,
        account: actor.accountId,
        office_time: clock.now().toString(),
        recorded_at: at,
      })
      .execute();
    return { id: party.id };
  },
  next: ({ party }) => partyUrl(party),
});
