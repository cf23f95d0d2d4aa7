import { z } from 'zod';
import { keepParties, optionalPartyFields, partyFields } from '../../parties/index.ts';
import { defineAction, type Performing } from '../../platform/actions/action.ts';
import { id, oneOf, optionalText, text, ticked, whole } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { casesOf, limitOf, type ProcedureVersion, procedureVersionAt } from '../../procedures/index.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { appointment, deskClockOf, deskRulesOn } from '../appointed.ts';
import { broughtFields, broughtOf } from '../brought.ts';
import { codeRulesOn } from '../code-rules.ts';
import { takeCode } from '../codes.ts';
import { type Desk, findDesk } from '../desk.ts';
import * as decide from '../domain/decisions.ts';
import { CHANNELS, type Intake } from '../domain/dossier.ts';
import { issueForm } from '../dossier-forms.ts';
import { dossierLedger } from '../ledger.ts';
import { findDossier, openAlike, versionKept } from '../queries.ts';
import { dossierUrl } from '../urls.ts';
import { byDesk, ofDossier, rowOf } from './common.ts';

const intake = z.object({
  /** The agency that handles it. */
  agency: id(),
  procedure: id(),
  case: optionalText(300),
  channel: oneOf(CHANNELS).default('direct'),
  /** Whether the applicant sent it online in person. */
  bySelf: ticked(),
  owner: partyFields(),
  submitter: optionalPartyFields(),
  subject: text(500),
  sets: whole(1, 99).default(1),
  returnBy: oneOf(CHANNELS).default('direct'),
  /** The desk has seen that a dossier like it is open. */
  alike: ticked(),
  /** Accepts it at once; otherwise it is only written down as submitted. */
  accept: ticked(),
  ...broughtFields,
});

/** Takes a dossier down at the desk, and accepts it where it is complete. */
export const submitDossier = defineAction({
  name: 'dossier.submit',
  path: '/dossiers',
  permission: 'dossier.receive',
  sees: 'dossier.read',
  input: intake,
  subject: (query, { agency }) => atDesk(query, agency),
  async perform(performing, input) {
    const { query, clock, append } = performing;
    const today = clock.today();
    const desk = await deskOf(query, input.agency);
    const version = await versionOf(query, input.procedure, today);
    const cases = casesOf(version);
    if (input.case === null ? cases.length > 0 : !cases.includes(input.case))
      throw new RefusalError(refuse('invalid:choose', {}, { field: 'case' }));
    const [owner, submitter = null] = await keepParties(performing, input.agency, [
      { input: input.owner, field: 'owner' },
      ...(input.submitter === null ? [] : [{ input: input.submitter, field: 'submitter' }]),
    ]);
    if (owner === undefined) throw new Error('a dossier has an owner');
    if (!input.alike) {
      const alike = await openAlike(query, input.agency, input.procedure, owner.partyId);
      if (alike !== undefined)
        throw new RefusalError(
          refuse('conflict:dossier-alike', { code: alike.code ?? '–' }, { field: 'alike' }),
        );
    }
    const taken: Intake = {
      procedureId: version.procedureId,
      procedureVersionId: version.id,
      case: input.case,
      channel: input.channel,
      bySelf: input.bySelf && input.channel === 'online',
      parties: { owner, submitter, representative: null, receiver: null },
      supportAgencyId: null,
      receivingAgencyId: input.agency,
      receivingUnitId: desk.unitId,
      subject: input.subject,
      components: await broughtOf(performing, input.agency, input.components),
      sets: input.sets,
      returnBy: input.returnBy,
      submittedAt: clock.now().toString(),
    };
    const dossier = uuid7();
    const acceptance = input.accept ? await acceptanceOf(performing, dossier, desk, version, taken) : null;
    const { seq } = await append(
      dossierLedger,
      input.agency,
      dossier,
      (state) =>
        acceptance === null
          ? decide.submit(state, taken, deskRulesOn(today))
          : decide.takeIn(state, taken, acceptance),
      false,
    );
    if (acceptance !== null) await issueForm(performing, dossier, 'receipt');
    return { id: dossier, seq, code: acceptance?.code ?? '' };
  },
  next: (_input, { id: dossier }) => dossierUrl(dossier),
});

/** Accepts one that has been submitted: its clock starts now. */
export const acceptDossier = defineAction({
  name: 'dossier.accept',
  path: '/dossiers/:dossier/acceptance',
  permission: 'dossier.receive',
  sees: 'dossier.read',
  input: ofDossier,
  subject: byDesk,
  async perform(performing, { dossier }) {
    const { agencyId } = await rowOf(performing, dossier);
    const desk = await deskOf(performing.query, agencyId);
    const found = await findDossier(performing.query, dossier);
    const version = found && (await versionKept(performing.query, agencyId, found.state.procedureVersionId));
    if (found === undefined || version === undefined) throw new RefusalError(refuse('missing:thing'));
    const acceptance = await acceptanceOf(performing, dossier, desk, version, found.state);
    const { seq } = await performing.append(dossierLedger, agencyId, dossier, (now) =>
      now === undefined ? refuse('missing:thing') : decide.accept(now, acceptance),
    );
    await issueForm(performing, dossier, 'receipt');
    return { id: dossier, seq, code: acceptance.code };
  },
  next: ({ dossier }) => dossierUrl(dossier),
});

/** The desk of an agency, for policy: receiving concerns its unit. */
export async function atDesk(query: Reader, agencyId: string): Promise<Subject> {
  const desk = await findDesk(query, agencyId);
  return { agencyId, units: desk === undefined ? [] : [desk.unitId] };
}

async function deskOf(query: Reader, agencyId: string): Promise<Desk> {
  const desk = await findDesk(query, agencyId);
  if (desk === undefined) throw new RefusalError(refuse('conflict:no-desk'));
  return desk;
}

async function versionOf(query: Reader, procedure: string, day: CivilDate): Promise<ProcedureVersion> {
  const version = await procedureVersionAt(query, procedure, day);
  if (version === undefined)
    throw new RefusalError(refuse('invalid:procedure-not-in-force', {}, { field: 'procedure' }));
  return version;
}

/** What acceptance settles: the due time by law and calendar, and last of all the code. */
async function acceptanceOf(
  { query, clock }: Performing,
  dossier: string,
  desk: Desk,
  version: ProcedureVersion,
  { channel, case: case_ }: Pick<Intake, 'channel' | 'case'>,
): Promise<decide.Acceptance> {
  const today = clock.today();
  const codeRules = codeRulesOn(today);
  const identifier = desk.identifiers[codeRules.identifier];
  if (identifier === null)
    throw new RefusalError(refuse('conflict:no-identifier', { scheme: codeRules.identifier }));
  const rules = deskRulesOn(today);
  const deskClock = await deskClockOf(query, desk.agencyId, rules);
  const budget = limitOf(version, channel, case_)?.budget ?? null;
  return {
    ...appointment(deskClock, { budget, nextDayAfter: version.nextDayAfter }, clock.now()),
    rules,
    formRules: codeRules.rules,
    step: null,
    code: await takeCode(query, desk.agencyId, dossier, { rules: codeRules, identifier, day: today }),
  };
}
