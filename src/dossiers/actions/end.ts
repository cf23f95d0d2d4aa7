import { defineAction } from '../../platform/actions/action.ts';
import { text } from '../../platform/actions/fields.ts';
import * as decide from '../domain/decisions.ts';
import { dossierUrl } from '../urls.ts';
import {
  agencyOf,
  byAgency,
  byDesk,
  documentFields,
  documentOf,
  issuing,
  needed,
  ofDossier,
  onDossier,
} from './common.ts';

/** The applicant takes the dossier back; the desk writes it down. */
export const withdrawDossier = defineAction({
  name: 'dossier.withdraw',
  path: '/dossiers/:dossier/withdrawal',
  permission: 'dossier.receive',
  sees: 'dossier.read',
  input: ofDossier.extend({ reason: text() }),
  subject: byDesk,
  perform: (performing, { dossier, reason }) =>
    onDossier(performing, dossier, (state) => decide.withdraw(state, reason)),
  next: ({ dossier }) => dossierUrl(dossier),
});

/** Handling stops, on the ground of a law and a document. */
export const stopDossier = defineAction({
  name: 'dossier.stop',
  path: '/dossiers/:dossier/stop',
  permission: 'dossier.stop',
  sees: 'dossier.read',
  input: ofDossier.extend({ reason: text(), basis: text(500), ...documentFields }),
  subject: byAgency,
  async perform(performing, { dossier, reason, basis, ...fields }) {
    const document = needed(await documentOf(performing, await agencyOf(performing, dossier), fields));
    return issuing(performing, dossier, 'stop-notice', (state) =>
      decide.stop(state, { reason, basis, document }),
    );
  },
  next: ({ dossier }) => dossierUrl(dossier),
});
