import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { partyFields } from '../fields.ts';
import { keepParty } from '../keep-party.ts';
import { keepersSubject } from '../policy.ts';
import { findParty } from '../queries.ts';
import { partyUrl } from '../urls.ts';

/** Adds a party, or changes what is known of one; what was known before stays as a version. */
export const saveParty = defineAction({
  name: 'party.save',
  path: '/parties',
  permission: 'party.keep',
  sees: 'party.read',
  input: z.object({
    party: partyFields(),
    /** The version that the form was made from. */
    version: z.coerce.number('number').int('number').optional(),
  }),
  subject: (query, _input, actor) => keepersSubject(query, actor.agencyId),
  async perform(performing, { party, version }) {
    const { query, actor } = performing;
    if (party.party !== null) {
      const known = await findParty(query, actor.agencyId, party.party);
      if (known === undefined) throw new RefusalError(refuse('missing:thing'));
      if (version !== undefined && version !== known.newest)
        throw new RefusalError(refuse('conflict:changed', { expected: version, actual: known.newest }));
    }
    const ref = await keepParty(performing, actor.agencyId, party, 'party');
    return { id: ref.partyId, seq: ref.version };
  },
  next: (_input, result) => partyUrl(result.id),
});
