import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { duplicatesUrl } from '../urls.ts';
import { lockedParties, partySubject } from './common.ts';

/** Says that two parties who look alike are not the same, so that they are not listed again. */
export const keepPartiesApart = defineAction({
  name: 'party.keep-apart',
  path: '/parties/:party/apartness',
  permission: 'party.keep',
  sees: 'party.read',
  input: z.object({ party: id(), other: id() }),
  subject: (query, { party }, actor) => partySubject(query, party, actor),
  async perform(performing, input) {
    const [first, second] = await lockedParties(performing, [input.party, input.other].sort());
    if (first === undefined || second === undefined || first.id === second.id)
      throw new RefusalError(refuse('missing:thing'));
    if (first.agencyId !== second.agencyId) throw new RefusalError(refuse('missing:thing'));
    const { query, actor, clock } = performing;
    await query
      .insertInto('party_apart')
      .values({
        agency_id: first.agencyId,
        party_id: first.id,
        other_id: second.id,
        account: actor.accountId,
        recorded_at: clock.real().toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { id: input.party };
  },
  next: () => duplicatesUrl(),
});
