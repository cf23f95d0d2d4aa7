import { defineAction } from '../../platform/actions/action.ts';
import { oneOf, optionalId, optionalText, text } from '../../platform/actions/fields.ts';
import * as decide from '../domain/decisions.ts';
import { OUTCOMES } from '../domain/dossier.ts';
import { dossierUrl } from '../urls.ts';
import { agencyOf, byAgency, byHandler, keptFile, ofDossier, onDossier } from './common.ts';

/** The officer proposes how it ends, with the draft of the result. */
export const proposeResult = defineAction({
  name: 'dossier.propose',
  path: '/dossiers/:dossier/proposal',
  permission: 'dossier.handle',
  sees: 'dossier.read',
  input: ofDossier.extend({ outcome: oneOf(OUTCOMES), note: text(), file: optionalId() }),
  subject: byHandler,
  async perform(performing, { dossier, outcome, note, file }) {
    const kept = file === null ? null : await keptFile(performing, await agencyOf(performing, dossier), file);
    return onDossier(performing, dossier, (state) => decide.propose(state, { outcome, note, file: kept }));
  },
  next: ({ dossier }) => dossierUrl(dossier),
});

/** The head of the unit agrees with the proposal. */
export const agreeToResult = defineAction({
  name: 'dossier.agree',
  path: '/dossiers/:dossier/agreement',
  permission: 'dossier.agree',
  sees: 'dossier.read',
  input: ofDossier.extend({ note: optionalText() }),
  subject: byHandler,
  perform: (performing, { dossier, note }) =>
    onDossier(performing, dossier, (state) => decide.agree(state, note)),
  next: ({ dossier }) => dossierUrl(dossier),
});

/** The head, while it lies with the unit, sends a proposal back to its officer. */
export const sendBackProposal = defineAction({
  name: 'dossier.send-back',
  path: '/dossiers/:dossier/return-to-officer',
  permission: 'dossier.agree',
  sees: 'dossier.read',
  input: ofDossier.extend({ reason: text() }),
  subject: byHandler,
  perform: (performing, { dossier, reason }) =>
    onDossier(performing, dossier, (state) => decide.sendBack(state, reason)),
  next: ({ dossier }) => dossierUrl(dossier),
});

/** A leader signs the result. */
export const signResult = defineAction({
  name: 'dossier.sign',
  path: '/dossiers/:dossier/signature',
  permission: 'dossier.sign',
  sees: 'dossier.read',
  input: ofDossier.extend({ note: optionalText() }),
  subject: byAgency,
  perform: (performing, { dossier, note }) =>
    onDossier(performing, dossier, (state) => decide.sign(state, note)),
  next: ({ dossier }) => dossierUrl(dossier),
});

/** A leader sends it back instead of signing. */
export const declineToSign = defineAction({
  name: 'dossier.decline-to-sign',
  path: '/dossiers/:dossier/signature/refusal',
  permission: 'dossier.sign',
  sees: 'dossier.read',
  input: ofDossier.extend({ reason: text() }),
  subject: byAgency,
  perform: (performing, { dossier, reason }) =>
    onDossier(performing, dossier, (state) => decide.sendBack(state, reason)),
  next: ({ dossier }) => dossierUrl(dossier),
});
