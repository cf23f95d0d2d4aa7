import { keepParty, optionalPartyFields } from '../../parties/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { optionalText, text } from '../../platform/actions/fields.ts';
import * as decide from '../domain/decisions.ts';
import type { Correction } from '../domain/dossier.ts';
import { dossierUrl } from '../urls.ts';
import { agencyOf, byDesk, ofDossier, onDossier } from './common.ts';

/** Mends what was mistyped at the desk; the old words stay on the ledger, the code never changes. */
export const correctDossier = defineAction({
  name: 'dossier.correct',
  path: '/dossiers/:dossier/correction',
  permission: 'dossier.correct',
  sees: 'dossier.read',
  input: ofDossier.extend({ subject: optionalText(500), owner: optionalPartyFields(), reason: text(500) }),
  subject: byDesk,
  async perform(performing, { dossier, subject, owner, reason }) {
    const agencyId = await agencyOf(performing, dossier);
    const party = owner === null ? null : await keepParty(performing, agencyId, owner, 'owner');
    return onDossier(performing, dossier, (state) => {
      const known = state.parties.owner;
      const changes: Correction[] = [];
      if (subject !== null && subject !== state.subject)
        changes.push({ field: 'subject', from: state.subject, to: subject });
      if (party !== null && (party.partyId !== known.partyId || party.version !== known.version))
        changes.push({ field: 'owner', from: known, to: party });
      return decide.correct(state, changes, reason);
    });
  },
  next: ({ dossier }) => dossierUrl(dossier),
});
