import { defineAction } from '../../platform/actions/action.ts';
import { text } from '../../platform/actions/fields.ts';
import * as decide from '../domain/decisions.ts';
import { dossierUrl } from '../urls.ts';
import { byDesk, issuing, ofDossier } from './common.ts';

/** The desk does not accept it, with the reason and its legal basis. */
export const refuseDossier = defineAction({
  name: 'dossier.refuse',
  path: '/dossiers/:dossier/refusal',
  permission: 'dossier.receive',
  sees: 'dossier.read',
  input: ofDossier.extend({ reason: text(), basis: text(500) }),
  subject: byDesk,
  perform: (performing, { dossier, reason, basis }) =>
    issuing(performing, dossier, 'refusal', (state) => decide.refuseDossier(state, reason, basis)),
  next: ({ dossier }) => dossierUrl(dossier),
});
