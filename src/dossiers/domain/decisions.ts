import type { InstantText } from '../../pure/calendar/instant-text.ts';
import type { OneStopRules } from '../../pure/one-stop/index.ts';
import { isRefusal, type Refusal, refuse } from '../../pure/refusal.ts';
import type {
  ActDocument,
  Appointment,
  Channel,
  Correction,
  DossierComponent,
  DossierEvent,
  DossierFile,
  DossierState,
  Intake,
  OpinionSource,
  Result,
  ResultOutcome,
  Step,
  SupplementItem,
} from './dossier.ts';
import { openHandOver } from './dossier.ts';
import { type DossierAct, fits } from './status.ts';

type Decision = DossierEvent[] | Refusal;

/** What the rule set of the one-stop desk allows; the law beside each stands in the rule set. */
export type DeskRules = Pick<OneStopRules, 'supplementsAllowed' | 'newDatesAllowed'>;

/** Refuses what does not fit where a dossier stands. */
function unfit(state: DossierState, act: DossierAct): Refusal | null {
  if (state.mirror !== null) return refuse('conflict:dossier-mirrored', { source: state.mirror.source });
  return fits(state.status, act) ? null : refuse('conflict:dossier-status', { act, status: state.status });
}

/** Takes a dossier down that has been brought or sent. */
export function submit(state: DossierState | undefined, intake: Intake, rules: string): Decision {
  if (state !== undefined) return refuse('conflict:dossier-submitted');
  return [{ type: 'submitted', version: 1, payload: { ...intake, rules } }];
}

/** What acceptance settles. */
export interface Acceptance extends Appointment {
  code: string;
  rules: string;
  formRules: string;
  step: Step | null;
}

/** Accepts a dossier that has been submitted: its clock starts, its code stands. */
export function accept(state: DossierState, acceptance: Acceptance): Decision {
  return unfit(state, 'accept') ?? [{ type: 'accepted', version: 1, payload: acceptance }];
}

/** Takes a dossier in at the counter: submitted and accepted in one act. */
export function takeIn(state: DossierState | undefined, intake: Intake, acceptance: Acceptance): Decision {
  const submitted = submit(state, intake, acceptance.rules);
  return isRefusal(submitted)
    ? submitted
    : [...submitted, { type: 'accepted', version: 1, payload: acceptance }];
}

/** Does not accept it, with the reason and its legal basis. */
export function refuseDossier(state: DossierState, reason: string, basis: string): Decision {
  return unfit(state, 'refuse') ?? [{ type: 'refused', version: 1, payload: { reason, basis } }];
}

/** Asks for what is missing before acceptance: no clock runs yet. */
export function requestCompletion(state: DossierState, items: readonly SupplementItem[]): Decision {
  if (items.length === 0) return refuse('invalid:supplement-empty', {}, { field: 'items' });
  return (
    unfit(state, 'request-completion') ?? [{ type: 'completion-requested', version: 1, payload: { items } }]
  );
}

/** What was missing before acceptance has come. */
export function receiveCompletion(state: DossierState, components: readonly DossierComponent[]): Decision {
  if (components.length === 0) return refuse('invalid:nothing-brought', {}, { field: 'components' });
  return (
    unfit(state, 'receive-completion') ?? [
      { type: 'completion-received', version: 1, payload: { components } },
    ]
  );
}

/** Hands it over to another unit; whoever hands over answers for it until the other confirms. */
export function handOver(state: DossierState, toUnit: string, note: string | null): Decision {
  const open = openHandOver(state);
  if (open !== undefined) return refuse('conflict:hand-over-open');
  if (toUnit === state.unitId) return refuse('invalid:hand-over-same', {}, { field: 'toUnit' });
  return unfit(state, 'hand-over') ?? [{ type: 'handed-over', version: 1, payload: { toUnit, note } }];
}

/** The other unit has it now. */
export function confirmHandOver(state: DossierState, step: Step | null): Decision {
  if (openHandOver(state) === undefined) return refuse('conflict:no-hand-over');
  return (
    unfit(state, 'confirm-hand-over') ?? [{ type: 'hand-over-confirmed', version: 1, payload: { step } }]
  );
}

/** The other unit does not take it: it stays where it was. */
export function declineHandOver(state: DossierState, reason: string): Decision {
  if (openHandOver(state) === undefined) return refuse('conflict:no-hand-over');
  return (
    unfit(state, 'decline-hand-over') ?? [{ type: 'hand-over-declined', version: 1, payload: { reason } }]
  );
}

/** Gives it to one officer, who answers for it; earlier ones stay on the ledger. */
export function assign(state: DossierState, person: string, step: Step | null): Decision {
  const wrong = unfit(state, 'assign');
  if (wrong !== null) return wrong;
  return state.personId === person ? [] : [{ type: 'assigned', version: 1, payload: { person, step } }];
}

/** Asks the applicant for what is missing, once and completely; the time until it comes is not counted. */
export function requestSupplement(
  state: DossierState,
  asked: { items: readonly SupplementItem[]; basis: string; document: ActDocument | null },
  { supplementsAllowed }: DeskRules,
): Decision {
  if (asked.items.length === 0) return refuse('invalid:supplement-empty', {}, { field: 'items' });
  const wrong = unfit(state, 'request-supplement');
  if (wrong !== null) return wrong;
  const before = state.supplements.filter(({ stage }) => stage === 'after').length;
  if (before >= supplementsAllowed)
    return refuse('conflict:supplement-asked', { allowed: supplementsAllowed });
  return [{ type: 'supplement-requested', version: 1, payload: asked }];
}

/**
 * The supplement has come whole.
 * @param moved the due time that the rule set makes of it; the appointed time follows, or stays where an apology set it later
 */
export function receiveSupplement(
  state: DossierState,
  components: readonly DossierComponent[],
  moved: InstantText | null,
): Decision {
  if (components.length === 0) return refuse('invalid:nothing-brought', {}, { field: 'components' });
  const appointed = later(moved, toldApart(state));
  return (
    unfit(state, 'receive-supplement') ?? [
      { type: 'supplement-received', version: 1, payload: { components, due: moved, appointed } },
    ]
  );
}

/** What the applicant was told apart from the due time, by an apology or a suspension; null where that is the same. */
function toldApart({ appointed, due }: DossierState): InstantText | null {
  return appointed === due ? null : appointed;
}

/** Of two instants the later; where one is unknown, the other. */
function later(one: InstantText | null, other: InstantText | null): InstantText | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(one) >= Date.parse(other) ? one : other;
}

/** Asks a unit or another agency for its opinion, or for its stage of an interlinked procedure. */
export function askOpinion(
  state: DossierState,
  asked: {
    opinion: string;
    of: OpinionSource;
    question: string;
    due: InstantText | null;
    interlinked: boolean;
  },
): Decision {
  return unfit(state, 'ask-opinion') ?? [{ type: 'opinion-asked', version: 1, payload: asked }];
}

/** The opinion has come; silence is none. */
export function answerOpinion(
  state: DossierState,
  opinion: string,
  answer: string,
  file: DossierFile | null,
): Decision {
  const asked = state.opinions.find((one) => one.opinion === opinion);
  if (asked === undefined) return refuse('missing:thing');
  if (asked.answer !== null) return refuse('conflict:opinion-answered');
  return (
    unfit(state, 'answer-opinion') ?? [
      { type: 'opinion-answered', version: 1, payload: { opinion, answer, file } },
    ]
  );
}

/** Suspends handling, by law and by a document; the office's own waiting is no reason. */
export function suspend(
  state: DossierState,
  grounds: { basis: string; reason: string; document: ActDocument },
): Decision {
  return unfit(state, 'suspend') ?? [{ type: 'suspended', version: 1, payload: grounds }];
}

/** Goes on. @param appointed what the applicant is told now; what it is judged by does not move */
export function resume(state: DossierState, appointed: InstantText | null): Decision {
  const told = later(appointed, toldApart(state));
  return unfit(state, 'resume') ?? [{ type: 'resumed', version: 1, payload: { appointed: told } }];
}

/** The officer proposes how it ends. */
export function propose(
  state: DossierState,
  proposal: { outcome: ResultOutcome; note: string; file: DossierFile | null },
): Decision {
  const waiting = state.opinions.some(({ interlinked, answer }) => interlinked && answer === null);
  if (waiting) return refuse('conflict:stage-open');
  return unfit(state, 'propose') ?? [{ type: 'proposed', version: 1, payload: proposal }];
}

/** Whoever checks or signs sends it back with a reason. */
export function sendBack(state: DossierState, reason: string): Decision {
  return unfit(state, 'send-back') ?? [{ type: 'sent-back', version: 1, payload: { reason } }];
}

/** The head of the unit agrees: it goes on to be signed. */
export function agree(state: DossierState, note: string | null): Decision {
  return unfit(state, 'agree') ?? [{ type: 'agreed', version: 1, payload: { note } }];
}

/** A leader signs the result. */
export function sign(state: DossierState, note: string | null): Decision {
  return unfit(state, 'sign') ?? [{ type: 'signed', version: 1, payload: { note } }];
}

/** The result has its number and lies at the desk: handling ends here, whenever it is fetched. */
export function finish(state: DossierState, result: Result): Decision {
  return unfit(state, 'finish') ?? [{ type: 'finished', version: 1, payload: { result } }];
}

/** The result is handed to the applicant, or sent. */
export function returnResult(
  state: DossierState,
  returned: { by: Channel; to: string | null; note: string | null },
): Decision {
  return unfit(state, 'return-result') ?? [{ type: 'result-returned', version: 1, payload: returned }];
}

/** Apologises for what is late or will be, and appoints a new time; that makes nothing on time. */
export function apologise(
  state: DossierState,
  apology: { reason: string; appointed: InstantText; document: ActDocument },
  { newDatesAllowed }: DeskRules,
): Decision {
  const wrong = unfit(state, 'apologise');
  if (wrong !== null) return wrong;
  if (state.due === null) return refuse('conflict:dossier-undated');
  if (state.apology !== null && newDatesAllowed <= 1) return refuse('conflict:apologised');
  if (Date.parse(apology.appointed) <= Date.parse(state.due))
    return refuse('invalid:new-date-not-later', {}, { field: 'day' });
  return [{ type: 'apologised', version: 1, payload: apology }];
}

/** The applicant takes it back. @param due what it is judged by, with what of a supplement was waited for given back */
export function withdraw(state: DossierState, reason: string, due: InstantText | null): Decision {
  return unfit(state, 'withdraw') ?? [{ type: 'withdrawn', version: 1, payload: { reason, due } }];
}

/** Handling stops, by law. */
export function stop(
  state: DossierState,
  grounds: { reason: string; basis: string; document: ActDocument | null; due: InstantText | null },
): Decision {
  return unfit(state, 'stop') ?? [{ type: 'stopped', version: 1, payload: grounds }];
}

/** Mends typing errors; what was there before stays on the ledger. */
export function correct(state: DossierState, changes: readonly Correction[], reason: string): Decision {
  const wrong = unfit(state, 'correct');
  if (wrong !== null) return wrong;
  return changes.length === 0 ? [] : [{ type: 'corrected', version: 1, payload: { changes, reason } }];
}

/** A change of the calendar that an authorised person approved moves what was appointed. */
export function moveAppointment(
  state: DossierState,
  moved: { due: InstantText; calendar: number; reason: string },
): Decision {
  if (state.mirror !== null || state.acceptedAt === null || state.endedAt !== null) return [];
  const appointed = later(moved.due, toldApart(state)) ?? moved.due;
  return [{ type: 'appointment-moved', version: 1, payload: { ...moved, appointed } }];
}
