import { defineAction } from '../../platform/actions/action.ts';
import { text } from '../../platform/actions/fields.ts';
import { appointedAfterSuspension, deskClockOf } from '../appointed.ts';
import * as decide from '../domain/decisions.ts';
import { dossierUrl } from '../urls.ts';
import {
  agencyOf,
  byAgency,
  documentFields,
  documentOf,
  needed,
  ofDossier,
  onDossier,
  rowOf,
} from './common.ts';

/** Suspends handling on the ground of a law and a document. */
export const suspendDossier = defineAction({
  name: 'dossier.suspend',
  path: '/dossiers/:dossier/suspension',
  permission: 'dossier.stop',
  sees: 'dossier.read',
  input: ofDossier.extend({ reason: text(), basis: text(500), ...documentFields }),
  subject: byAgency,
  async perform(performing, { dossier, reason, basis, ...fields }) {
    const document = needed(await documentOf(performing, await agencyOf(performing, dossier), fields));
    return onDossier(performing, dossier, (state) => decide.suspend(state, { reason, basis, document }));
  },
  next: ({ dossier }) => dossierUrl(dossier),
});

/** Handling goes on; the applicant is told a later time, what it is judged by stays. */
export const resumeDossier = defineAction({
  name: 'dossier.resume',
  path: '/dossiers/:dossier/suspension/end',
  permission: 'dossier.stop',
  sees: 'dossier.read',
  input: ofDossier,
  subject: byAgency,
  async perform(performing, { dossier }) {
    const { agencyId, rules } = await rowOf(performing, dossier);
    const clock = await deskClockOf(performing.query, agencyId, rules);
    return onDossier(performing, dossier, (state) =>
      decide.resume(state, appointedAfterSuspension(clock, state, performing.clock.now())),
    );
  },
  next: ({ dossier }) => dossierUrl(dossier),
});
