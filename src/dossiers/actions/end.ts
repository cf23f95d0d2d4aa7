import { defineAction, type Performing } from '../../platform/actions/action.ts';
import { text } from '../../platform/actions/fields.ts';
import { deskClockOf, dueAfterSupplement } from '../appointed.ts';
import * as decide from '../domain/decisions.ts';
import type { DossierState } from '../domain/dossier.ts';
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
  rowOf,
} from './common.ts';

/** The applicant takes the dossier back; the desk writes it down. */
export const withdrawDossier = defineAction({
  name: 'dossier.withdraw',
  path: '/dossiers/:dossier/withdrawal',
  permission: 'dossier.receive',
  sees: 'dossier.read',
  input: ofDossier.extend({ reason: text() }),
  subject: byDesk,
  async perform(performing, { dossier, reason }) {
    const dueOf = await dueAtEnd(performing, dossier);
    return onDossier(performing, dossier, (state) => decide.withdraw(state, reason, dueOf(state)));
  },
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
    const dueOf = await dueAtEnd(performing, dossier);
    const document = needed(await documentOf(performing, await agencyOf(performing, dossier), fields));
    return issuing(performing, dossier, 'stop-notice', (state) =>
      decide.stop(state, { reason, basis, document, due: dueOf(state) }),
    );
  },
  next: ({ dossier }) => dossierUrl(dossier),
});

/** By what it is judged when it ends: the time for which a supplement is awaited is the applicant's own. */
async function dueAtEnd(performing: Performing, dossier: string) {
  const { agencyId, rules, acceptedAt } = await rowOf(performing, dossier);
  if (acceptedAt === null) return () => null;
  const clock = await deskClockOf(performing.query, agencyId, rules);
  return (state: DossierState) =>
    state.status === 'awaiting-supplement'
      ? dueAfterSupplement(clock, state, performing.clock.now())
      : state.due;
}
