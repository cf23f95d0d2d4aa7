import { agencyNames, findAgency, listUnits } from '../../agencies/index.ts';
import { defineAction, type Performing } from '../../platform/actions/action.ts';
import { id, optionalDay, optionalId, text, ticked } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { closingOn, deskClockOf } from '../appointed.ts';
import * as decide from '../domain/decisions.ts';
import type { OpinionSource } from '../domain/dossier.ts';
import { findDossierRow } from '../queries.ts';
import { dossierUrl } from '../urls.ts';
import { agencyOf, byHandler, keptFile, ofDossier, onDossier, rowOf } from './common.ts';

/** Asks another unit or agency for its opinion, or for its stage, with a clock of its own. */
export const askOpinion = defineAction({
  name: 'dossier.ask-opinion',
  path: '/dossiers/:dossier/opinions',
  permission: 'dossier.handle',
  sees: 'dossier.read',
  input: ofDossier.extend({
    unit: optionalId(),
    agency: optionalId(),
    question: text(),
    due: optionalDay(),
    interlinked: ticked(),
  }),
  subject: byHandler,
  async perform(performing, { dossier, unit, agency, question, due, interlinked }) {
    const { agencyId, rules } = await rowOf(performing, dossier);
    const of = await giverOf(performing, agencyId, unit, agency);
    const clock = await deskClockOf(performing.query, agencyId, rules);
    return onDossier(performing, dossier, (state) =>
      decide.askOpinion(state, {
        opinion: uuid7(),
        of,
        question,
        due: due === null ? null : closingOn(clock, due),
        interlinked,
      }),
    );
  },
  next: ({ dossier }) => dossierUrl(dossier),
});

async function giverOf(
  { query }: Performing,
  agencyId: string,
  unitId: string | null,
  otherAgency: string | null,
): Promise<OpinionSource> {
  if (unitId !== null) {
    const unit = (await listUnits(query, agencyId)).find((one) => one.id === unitId);
    if (unit !== undefined) return { unitId, agencyId: null, name: unit.name };
  }
  if (otherAgency !== null && (await findAgency(query, otherAgency)) !== undefined) {
    const names = await agencyNames(query, [otherAgency]);
    return { unitId: null, agencyId: otherAgency, name: names.get(otherAgency) ?? otherAgency };
  }
  throw new RefusalError(refuse('invalid:choose', {}, { field: 'unit' }));
}

/** Whoever was asked answers; what another agency wrote is entered by who handles the dossier. */
export const answerOpinion = defineAction({
  name: 'dossier.answer-opinion',
  path: '/dossiers/:dossier/opinions/:opinion/answer',
  permission: 'dossier.advise',
  sees: 'dossier.read',
  input: ofDossier.extend({ opinion: id(), answer: text(), file: optionalId() }),
  subject: byAsked,
  async perform(performing, { dossier, opinion, answer, file }) {
    const kept = file === null ? null : await keptFile(performing, await agencyOf(performing, dossier), file);
    return onDossier(
      performing,
      dossier,
      (state) => decide.answerOpinion(state, opinion, answer, kept),
      false,
    );
  },
  next: ({ dossier }) => dossierUrl(dossier),
});

async function byAsked(
  query: Reader,
  { dossier, opinion }: { dossier: string; opinion: string },
): Promise<Subject | undefined> {
  const row = await findDossierRow(query, dossier);
  if (row === undefined) return undefined;
  const asked = await query
    .selectFrom('dossier_opinion')
    .select('of_unit_id')
    .where('agency_id', '=', row.agencyId)
    .where('dossier_id', '=', dossier)
    .where('opinion_id', '=', opinion)
    .executeTakeFirst();
  return asked && { agencyId: row.agencyId, units: [asked.of_unit_id ?? row.unitId] };
}
