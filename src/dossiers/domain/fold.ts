import type {
  Correction,
  DossierComponent,
  DossierEvent,
  DossierPeriod,
  DossierStamp,
  DossierState,
  HandOver,
} from './dossier.ts';
import { mirroredState } from './mirror.ts';
import type { Status } from './status.ts';

/** The fold of a dossier's ledger. */
export function foldDossier(
  state: DossierState | undefined,
  event: DossierEvent,
  stamp: DossierStamp,
): DossierState {
  if (event.type === 'mirrored') return mirroredState(state, event.payload);
  const at = stamp.occurredAt.toString();
  const next = applied(state ?? begun(event), event, at, stamp.actorAccount);
  return { ...next, periods: periodsOf(next, at) };
}

/** What happens to a dossier that is handled here. */
type HandledEvent = Exclude<DossierEvent, { type: 'mirrored' }>;

function begun(event: DossierEvent): DossierState {
  if (event.type !== 'submitted') throw new Error(`a dossier does not begin with ${event.type}`);
  return {
    ...event.payload,
    code: null,
    formRules: null,
    status: 'submitted',
    outcome: null,
    unitId: event.payload.receivingUnitId,
    personId: null,
    unitIds: [event.payload.receivingUnitId],
    personIds: [],
    step: null,
    acceptedAt: null,
    budget: null,
    startAt: null,
    calendar: null,
    originalDue: null,
    due: null,
    appointed: null,
    intervals: [],
    supplements: [],
    handOvers: [],
    opinions: [],
    apology: null,
    proposal: null,
    sentBack: null,
    result: null,
    reason: null,
    endedAt: null,
    returned: null,
    periods: [],
    mirror: null,
  };
}

function applied(state: DossierState, event: HandledEvent, at: string, by: string | null): DossierState {
  switch (event.type) {
    case 'submitted':
      return state;
    case 'accepted': {
      const { due, ...accepted } = event.payload;
      return {
        ...state,
        ...accepted,
        status: 'accepted',
        acceptedAt: at,
        originalDue: due,
        due,
        appointed: due,
      };
    }
    case 'refused':
      return { ...state, status: 'refused', reason: event.payload.reason };
    case 'completion-requested':
      return asked(state, 'awaiting-completion', 'before', event.payload.items, at);
    case 'completion-received':
      return brought({ ...state, status: 'submitted' }, event.payload.components, at);
    case 'handed-over':
      return {
        ...state,
        handOvers: [
          ...state.handOvers,
          {
            from: state.unitId,
            to: event.payload.toUnit,
            note: event.payload.note,
            at,
            by,
            confirmed: null,
            declined: null,
          },
        ],
      };
    case 'hand-over-confirmed': {
      const last = state.handOvers.at(-1);
      const unitId = last?.to ?? state.unitId;
      return {
        ...lastHandOver(state, { confirmed: { at, by } }),
        status: state.status === 'accepted' ? 'processing' : state.status,
        unitId,
        personId: null,
        unitIds: with_(state.unitIds, unitId),
        step: event.payload.step,
      };
    }
    case 'hand-over-declined':
      return lastHandOver(state, { declined: { at, reason: event.payload.reason } });
    case 'assigned':
      return {
        ...state,
        status: state.status === 'accepted' ? 'processing' : state.status,
        personId: event.payload.person,
        personIds: with_(state.personIds, event.payload.person),
        step: event.payload.step ?? state.step,
      };
    case 'supplement-requested':
      return {
        ...asked(state, 'awaiting-supplement', 'after', event.payload.items, at),
        intervals: [
          ...state.intervals,
          {
            kind: 'supplement',
            from: at,
            to: null,
            basis: event.payload.basis,
            document: event.payload.document,
          },
        ],
      };
    case 'supplement-received':
      return {
        ...brought(intervalEnded({ ...state, status: 'processing' }, at), event.payload.components, at),
        due: event.payload.due,
        appointed: event.payload.appointed,
      };
    case 'opinion-asked':
      return {
        ...state,
        opinions: [...state.opinions, { ...event.payload, askedAt: at, answer: null }],
        // Whoever is asked must be able to read it.
        unitIds:
          event.payload.of.unitId === null ? state.unitIds : with_(state.unitIds, event.payload.of.unitId),
      };
    case 'opinion-answered': {
      const { opinion, answer, file } = event.payload;
      return {
        ...state,
        opinions: state.opinions.map((one) =>
          one.opinion === opinion ? { ...one, answer: { text: answer, file, at } } : one,
        ),
      };
    }
    case 'suspended':
      return {
        ...state,
        status: 'suspended',
        reason: event.payload.reason,
        intervals: [
          ...state.intervals,
          {
            kind: 'suspension',
            from: at,
            to: null,
            basis: event.payload.basis,
            document: event.payload.document,
          },
        ],
      };
    case 'resumed':
      return {
        ...intervalEnded({ ...state, status: 'processing', reason: null }, at),
        appointed: event.payload.appointed,
      };
    case 'proposed':
      return { ...state, status: 'proposed', proposal: event.payload, sentBack: null };
    case 'sent-back':
      return { ...state, status: 'processing', sentBack: { reason: event.payload.reason, at } };
    case 'agreed':
      return { ...state, status: 'awaiting-signature' };
    case 'signed':
      return { ...state, status: 'signed', outcome: state.proposal?.outcome ?? null };
    case 'finished':
      return { ...state, status: 'finished', result: event.payload.result, endedAt: at };
    case 'result-returned':
      return { ...state, status: 'returned', returned: { at, ...event.payload } };
    case 'apologised':
      return {
        ...state,
        apology: { ...event.payload, sentAt: at, due: state.due ?? at },
        appointed: event.payload.appointed,
      };
    case 'withdrawn':
      return intervalEnded(
        {
          ...state,
          status: 'withdrawn',
          reason: event.payload.reason,
          endedAt: at,
          due: event.payload.due ?? state.due,
        },
        at,
      );
    case 'stopped':
      return intervalEnded(
        {
          ...state,
          status: 'stopped',
          reason: event.payload.reason,
          endedAt: at,
          due: event.payload.due ?? state.due,
        },
        at,
      );
    case 'corrected':
      return event.payload.changes.reduce(corrected, state);
    case 'appointment-moved': {
      const { due, appointed, calendar } = event.payload;
      return { ...state, due, appointed, calendar };
    }
  }
}

const with_ = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids : [...ids, id];

function lastHandOver(state: DossierState, change: Partial<HandOver>): DossierState {
  const last = state.handOvers.at(-1);
  return last === undefined
    ? state
    : { ...state, handOvers: [...state.handOvers.slice(0, -1), { ...last, ...change }] };
}

function asked(
  state: DossierState,
  status: Status,
  stage: 'before' | 'after',
  items: DossierState['supplements'][number]['items'],
  at: string,
): DossierState {
  return {
    ...state,
    status,
    supplements: [...state.supplements, { stage, items, requestedAt: at, receivedAt: null }],
  };
}

/** What was asked for has come; components of the same key take the place of what was there. */
function brought(state: DossierState, components: readonly DossierComponent[], at: string): DossierState {
  const keys = new Set(components.map(({ key }) => key));
  return {
    ...state,
    components: [...state.components.filter(({ key }) => !keys.has(key)), ...components],
    supplements: state.supplements.map((one) => (one.receivedAt === null ? { ...one, receivedAt: at } : one)),
  };
}

function intervalEnded(state: DossierState, at: string): DossierState {
  return { ...state, intervals: state.intervals.map((one) => (one.to === null ? { ...one, to: at } : one)) };
}

function corrected(state: DossierState, change: Correction): DossierState {
  return change.field === 'subject'
    ? { ...state, subject: change.to }
    : { ...state, parties: { ...state.parties, [change.field]: change.to } };
}

function periodsOf(state: DossierState, at: string): readonly DossierPeriod[] {
  const { status, unitId, personId, due, appointed, periods } = state;
  const last = periods.at(-1);
  if (
    last !== undefined &&
    last.status === status &&
    last.unitId === unitId &&
    last.personId === personId &&
    last.due === due &&
    last.appointed === appointed
  )
    return periods;
  const next: DossierPeriod = { status, unitId, personId, due, appointed, from: at, to: null };
  // Several events of one instant are one change.
  if (last?.from === at) return [...periods.slice(0, -1), next];
  return last === undefined ? [next] : [...periods.slice(0, -1), { ...last, to: at }, next];
}
