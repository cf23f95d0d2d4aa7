import { listUnits } from '../../agencies/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { id, optionalText, text } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import * as decide from '../domain/decisions.ts';
import { dossierUrl } from '../urls.ts';
import { agencyOf, byHandler, byPending, ofDossier, onDossier } from './common.ts';

/** Hands it over; whoever hands over answers for it until the other unit confirms (Nghị định 61/2018/NĐ-CP, article 18). */
export const handOverDossier = defineAction({
  name: 'dossier.hand-over',
  path: '/dossiers/:dossier/hand-over',
  permission: 'dossier.hand-over',
  sees: 'dossier.read',
  input: ofDossier.extend({ toUnit: id(), note: optionalText(500) }),
  subject: byHandler,
  async perform(performing, { dossier, toUnit, note }) {
    const units = await listUnits(performing.query, await agencyOf(performing, dossier));
    if (!units.some((unit) => unit.id === toUnit && unit.validTo === null))
      throw new RefusalError(refuse('invalid:choose', {}, { field: 'toUnit' }));
    return onDossier(performing, dossier, (state) => decide.handOver(state, toUnit, note));
  },
  next: ({ dossier }) => dossierUrl(dossier),
});

/** The unit that it was handed to has it in its hands. */
export const confirmHandOver = defineAction({
  name: 'dossier.confirm-hand-over',
  path: '/dossiers/:dossier/hand-over/confirmation',
  permission: 'dossier.hand-over',
  sees: 'dossier.read',
  input: ofDossier,
  subject: byPending,
  perform: (performing, { dossier }) =>
    onDossier(performing, dossier, (state) => decide.confirmHandOver(state, null)),
  next: ({ dossier }) => dossierUrl(dossier),
});

/** It is not theirs, or papers are missing: it stays where it was. */
export const declineHandOver = defineAction({
  name: 'dossier.decline-hand-over',
  path: '/dossiers/:dossier/hand-over/refusal',
  permission: 'dossier.hand-over',
  sees: 'dossier.read',
  input: ofDossier.extend({ reason: text(500) }),
  subject: byPending,
  perform: (performing, { dossier, reason }) =>
    onDossier(performing, dossier, (state) => decide.declineHandOver(state, reason)),
  next: ({ dossier }) => dossierUrl(dossier),
});
