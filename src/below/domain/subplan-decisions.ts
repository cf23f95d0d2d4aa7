import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { type Refusal, refuse } from '../../pure/refusal.ts';
import {
  inHand,
  type SubplanEvent,
  type SubplanOwner,
  type SubplanState,
  type SubplanText,
} from './subplan.ts';

type Decision = SubplanEvent[] | Refusal;

/** Keeps what its author has written so far. */
export function save(state: SubplanState | undefined, owner: SubplanOwner, text: SubplanText): Decision {
  const closed = whyClosed(state);
  if (closed !== null) return closed;
  if (state !== undefined && JSON.stringify(state.text) === JSON.stringify(text)) return [];
  return [{ type: 'saved', version: 1, payload: { ...owner, text } }];
}

/** Sends it to the agency above, complete. */
export function submit(
  state: SubplanState | undefined,
  owner: SubplanOwner,
  text: SubplanText,
  today: CivilDate,
): Decision {
  const closed = whyClosed(state);
  if (closed !== null) return closed;
  const [first, ...more] = whatIsMissing(owner, text, today);
  if (first !== undefined) return { ...first, more };
  return [
    { type: 'saved', version: 1, payload: { ...owner, text } },
    { type: 'submitted', version: 1, payload: { day: today } },
  ];
}

/** What keeps a subplan from being submitted, each at its field. */
function whatIsMissing(owner: SubplanOwner, text: SubplanText, today: CivilDate): Refusal[] {
  const missing: Refusal[] = [];
  const need = (has: boolean, field: string, code: `invalid:${string}` = 'invalid:required') => {
    if (!has) missing.push(refuse(code, {}, { field }));
  };
  const ofUnit = owner.unitId !== null;
  need(ofUnit || text.leader !== null, 'leader');
  need(ofUnit || text.officer !== null, 'officer');
  need(text.number !== null, 'number');
  need(text.issueDate !== null, 'issueDate');
  need(text.issueDate === null || text.issueDate <= today, 'issueDate', 'invalid:issue-date-ahead');
  need(!ofUnit || text.section !== null, 'section');
  if (!ofUnit && text.source === 'file') need(text.file !== null, 'file', 'invalid:file');
  if (!ofUnit && text.source === 'parent') need(text.items.length > 0, 'items', 'invalid:subplan-empty');
  return missing;
}

function whyClosed(state: SubplanState | undefined): Refusal | null {
  if (state?.state === 'submitted') return refuse('conflict:subplan-submitted');
  if (state?.state === 'confirmed') return refuse('conflict:subplan-confirmed');
  return null;
}

/** Its author takes it back to mend it, until it is confirmed. */
export function withdraw(state: SubplanState): Decision {
  if (state.state === 'confirmed') return refuse('conflict:subplan-confirmed');
  if (state.state !== 'submitted') return refuse('conflict:subplan-not-submitted');
  return [{ type: 'withdrawn', version: 1, payload: {} }];
}

/**
 * Confirms the plan of an affiliated agency.
 * @param answersHere false for district offices, which answer to their own People's Committee, and for divisions
 */
export function confirm(state: SubplanState, answersHere: boolean): Decision {
  if (!answersHere) return refuse('forbidden:subplan-only-comment');
  if (state.state === 'confirmed') return refuse('conflict:subplan-confirmed');
  if (state.state !== 'submitted') return refuse('conflict:subplan-not-submitted');
  return [{ type: 'confirmed', version: 1, payload: {} }];
}

/** Sends it back with a reason, also after it was confirmed by mistake. */
export function sendBack(state: SubplanState, answersHere: boolean, reason: string): Decision {
  if (!answersHere) return refuse('forbidden:subplan-only-comment');
  if (!inHand(state.state)) return refuse('conflict:subplan-not-submitted');
  return [{ type: 'sent-back', version: 1, payload: { reason } }];
}

/** Says something of it, which changes nothing. */
export function comment(state: SubplanState, text: string): Decision {
  if (!inHand(state.state)) return refuse('conflict:subplan-not-submitted');
  return [{ type: 'commented', version: 1, payload: { text } }];
}

/** Chases for a subplan that is not there. */
export function chase(
  state: SubplanState | undefined,
  owner: SubplanOwner,
  id: string,
  text: string,
): Decision {
  if (state !== undefined && inHand(state.state)) return refuse('conflict:subplan-in-hand');
  return [{ type: 'chased', version: 1, payload: { ...owner, chase: id, text } }];
}

/** The recipient says how it stands. */
export function answerChase(state: SubplanState, id: string, text: string): Decision {
  const asked = state.chases.find((one) => one.chase === id);
  if (asked === undefined) return refuse('missing:thing');
  if (asked.answer !== null) return refuse('conflict:chase-answered');
  return [{ type: 'chase-answered', version: 1, payload: { chase: id, text } }];
}
