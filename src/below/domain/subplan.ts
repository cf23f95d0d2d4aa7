import type { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';

/** Whose plan it is: of the agency or division itself, or of its district's whole education sector. */
export const SUBPLAN_KINDS = ['own', 'district'] as const;
export type SubplanKind = (typeof SUBPLAN_KINDS)[number];

/** Where its text comes from: made from the plan above, or a file of its own. */
export const SUBPLAN_SOURCES = ['parent', 'file'] as const;
export type SubplanSource = (typeof SUBPLAN_SOURCES)[number];

/** `none` where somebody chased for a subplan that nobody has begun. */
export const SUBPLAN_STATES = ['none', 'draft', 'sent_back', 'submitted', 'confirmed'] as const;
export type SubplanStateName = (typeof SUBPLAN_STATES)[number];

/** Of which plan, by which recipient. */
export interface SubplanOwner {
  planId: string;
  /** Key of the recipient's line of the plan. */
  recipient: string;
  /** The division whose plan it is; null for an agency's. */
  unitId: string | null;
  kind: SubplanKind;
}

/** Somebody by name, as a document names them. */
export interface PersonName {
  name: string;
  position: string | null;
}

/** A row of the plan above that the subplan takes up, with its own day and person. */
export interface SubplanItem {
  key: string;
  due: CivilDate | null;
  person: string | null;
}

/** What its author has written so far; whatever is missing is null. */
export interface SubplanText {
  leader: PersonName | null;
  /** Whether the leader is the head of the agency in person. */
  leaderIsHead: boolean;
  officer: PersonName | null;
  /** Number and symbol, "12/KH-THPT17". */
  number: string | null;
  issueDate: CivilDate | null;
  /** Where in a division's plan it stands. */
  section: string | null;
  source: SubplanSource;
  file: { id: string; name: string; sha256: string } | null;
  items: readonly SubplanItem[];
}

export type SubplanEvent =
  | { type: 'saved'; version: 1; payload: SubplanOwner & { text: SubplanText } }
  | { type: 'submitted'; version: 1; payload: { day: CivilDate } }
  | { type: 'withdrawn'; version: 1; payload: object }
  | { type: 'sent-back'; version: 1; payload: { reason: string } }
  | { type: 'confirmed'; version: 1; payload: object }
  | { type: 'commented'; version: 1; payload: { text: string } }
  | { type: 'chased'; version: 1; payload: SubplanOwner & { chase: string; text: string } }
  | { type: 'chase-answered'; version: 1; payload: { chase: string; text: string } };

/** A reminder with an author, and what the recipient answered. */
export interface SubplanChase {
  chase: string;
  text: string;
  at: string;
  by: string | null;
  answer: { text: string; at: string } | null;
}

/** What held of a subplan from one instant to another. */
export interface SubplanPeriod {
  state: SubplanStateName;
  issueDate: CivilDate | null;
  sentOn: CivilDate | null;
  from: string;
  to: string | null;
}

/** A subplan, folded from its events. */
export interface SubplanState extends SubplanOwner {
  state: SubplanStateName;
  text: SubplanText | null;
  /** Day on which it was first submitted: a second time does not make it late. */
  sentOn: CivilDate | null;
  /** Why it was sent back, until it is submitted again. */
  reason: string | null;
  chases: readonly SubplanChase[];
  periods: readonly SubplanPeriod[];
}

/** When and by whom an event was recorded, as far as the fold needs it. */
export interface SubplanStamp {
  occurredAt: Temporal.Instant;
  actorAccount: string | null;
}

/** Whether it counts as there: submitted, and not sent back. */
export function inHand(state: SubplanStateName): boolean {
  return state === 'submitted' || state === 'confirmed';
}

/** Chases that still want an answer: those since the last that was answered, of a plan that is not there yet. */
export function openChases({
  state,
  chases,
}: Pick<SubplanState, 'state' | 'chases'>): readonly SubplanChase[] {
  if (inHand(state)) return [];
  return chases.slice(chases.findLastIndex(({ answer }) => answer !== null) + 1);
}

/** The fold of a subplan's ledger. */
export function foldSubplan(
  state: SubplanState | undefined,
  event: SubplanEvent,
  stamp: SubplanStamp,
): SubplanState {
  const next = applied(state ?? begun(event), event, stamp);
  return { ...next, periods: periodsOf(next, stamp.occurredAt.toString()) };
}

function begun(event: SubplanEvent): SubplanState {
  if (event.type !== 'saved' && event.type !== 'chased')
    throw new Error(`a subplan does not begin with ${event.type}`);
  const { planId, recipient, unitId, kind } = event.payload;
  const owner = { planId, recipient, unitId, kind };
  return { ...owner, state: 'none', text: null, sentOn: null, reason: null, chases: [], periods: [] };
}

function applied(state: SubplanState, event: SubplanEvent, stamp: SubplanStamp): SubplanState {
  const at = stamp.occurredAt.toString();
  switch (event.type) {
    case 'saved':
      return {
        ...state,
        text: event.payload.text,
        state: state.state === 'sent_back' ? 'sent_back' : 'draft',
      };
    case 'submitted':
      return {
        ...state,
        state: 'submitted',
        sentOn: state.sentOn ?? event.payload.day,
        reason: null,
      };
    case 'withdrawn':
      return { ...state, state: 'draft' };
    case 'sent-back':
      return { ...state, state: 'sent_back', reason: event.payload.reason };
    case 'confirmed':
      return { ...state, state: 'confirmed' };
    case 'commented':
      return state;
    case 'chased': {
      const { chase, text } = event.payload;
      return {
        ...state,
        chases: [...state.chases, { chase, text, at, by: stamp.actorAccount, answer: null }],
      };
    }
    case 'chase-answered': {
      const { chase, text } = event.payload;
      return {
        ...state,
        chases: state.chases.map((one) => (one.chase === chase ? { ...one, answer: { text, at } } : one)),
      };
    }
  }
}

/** The periods so far: a new one begins where what is counted has changed. */
function periodsOf({ state, text, sentOn, periods }: SubplanState, at: string): readonly SubplanPeriod[] {
  const now = { state, issueDate: text?.issueDate ?? null, sentOn };
  const last = periods.at(-1);
  if (last?.state === now.state && last.issueDate === now.issueDate && last.sentOn === now.sentOn)
    return periods;
  const earlier = periods.map((one) => (one === last ? { ...one, to: at } : one));
  return [...earlier, { ...now, from: at, to: null }];
}
