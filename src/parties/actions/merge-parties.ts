import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { refuseMerger } from '../domain/merge.ts';
import { partyUrl } from '../urls.ts';
import { lockedParties, partySubject } from './common.ts';

/** Points a party at the one that it is as well: both rows stay, and dossiers go on naming what they named. */
export const mergeParties = defineAction({
  name: 'party.merge',
  path: '/parties/:party/merger',
  permission: 'party.keep',
  sees: 'party.read',
  input: z.object({ party: id(), into: id() }),
  subject: (query, { party }, actor) => partySubject(query, party, actor),
  async perform(performing, input) {
    const [party, into] = await lockedParties(performing, [input.party, input.into]);
    if (party === undefined || into === undefined) throw new RefusalError(refuse('missing:thing'));
    const refused = refuseMerger(party, into);
    if (refused !== undefined) throw new RefusalError(refused);
    const { query } = performing;
    // What was merged into it before is the other one as well.
    await query
      .updateTable('party')
      .set({ merged_into: into.id })
      .where('agency_id', '=', party.agencyId)
      .where((eb) => eb.or([eb('id', '=', party.id), eb('merged_into', '=', party.id)]))
      .execute();
    if (into.agencyOf === null && party.agencyOf !== null)
      await query
        .updateTable('party')
        .set({ agency_of: party.agencyOf })
        .where('agency_id', '=', into.agencyId)
        .where('id', '=', into.id)
        .execute();
    return { id: party.id };
  },
  next: ({ into }) => partyUrl(into),
});

/** Takes a merger back: the party stands for itself again. */
export const separateParty = defineAction({
  name: 'party.separate',
  path: '/parties/:party/separation',
  permission: 'party.keep',
  sees: 'party.read',
  input: z.object({ party: id() }),
  subject: (query, { party }, actor) => partySubject(query, party, actor),
  async perform(performing, input) {
    const [party] = await lockedParties(performing, [input.party]);
    if (party?.mergedInto == null) throw new RefusalError(refuse('conflict:party-not-merged'));
    if (party.facts === null) throw new RefusalError(refuse('conflict:party-erased'));
    const into = party.mergedInto;
    await performing.query
      .updateTable('party')
      // What it is in this house, the other one has taken over.
      .set({ merged_into: null, agency_of: null })
      .where('agency_id', '=', party.agencyId)
      .where('id', '=', party.id)
      .execute();
    return { id: party.id, into };
  },
  next: ({ party }) => partyUrl(party),
});
