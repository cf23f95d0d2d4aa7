import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { type Refusal, refuse } from '../../pure/refusal.ts';
import type { Manifest } from './manifest.ts';
import {
  type Concern,
  type ConcernKind,
  isOpen,
  isSigned,
  REPORT_SECTIONS,
  type ReportEvent,
  type ReportEvidence,
  type ReportSection,
  type ReportSigner,
  type ReportSource,
  type ReportState,
  type ReportTexts,
} from './report.ts';

/** What may happen to a report: each yields the events to record, or says why not. */
export type ReportDecision = ReportEvent[] | Refusal;

/** Who decides on a report: the units that the person belongs to or stands in for, and the account. */
export interface ReportJudge {
  units: readonly string[];
  accountId: string | null;
}

/** Writes what differs from what stands; sections of another kind of report are none of it. */
export function write(state: ReportState, texts: ReportTexts): ReportDecision {
  const refusal = closed(state);
  if (refusal) return refusal;
  const own: readonly ReportSection[] = REPORT_SECTIONS[state.kind];
  const changed = Object.fromEntries(
    Object.entries(texts).filter(
      ([section, text]) =>
        own.includes(section as ReportSection) && (state.texts[section as ReportSection] ?? '') !== text,
    ),
  );
  return Object.keys(changed).length === 0
    ? []
    : [{ type: 'written', version: 1, payload: { texts: changed } }];
}

/** Takes texts of the last period where nothing is written yet: what somebody wrote is never lost. */
export function recall(state: ReportState, earlier: ReportTexts): ReportDecision {
  const texts = onlyEmpty(state, earlier);
  if (Object.keys(texts).length === 0 && !closed(state)) return refuse('conflict:report-nothing-to-recall');
  return write(state, texts);
}

/** Makes the department's report from the confirmed ones: figures anew, texts only where none are. */
export function compile(
  state: ReportState,
  made: { manifest: Manifest; sources: ReportSource[]; missing: string[]; texts: ReportTexts },
): ReportDecision {
  const refusal = closed(state);
  if (refusal) return refusal;
  return [{ type: 'compiled', version: 1, payload: { ...made, texts: onlyEmpty(state, made.texts) } }];
}

function onlyEmpty(state: ReportState, texts: ReportTexts): ReportTexts {
  return Object.fromEntries(
    Object.entries(texts).filter(([section, text]) => text !== '' && !state.texts[section as ReportSection]),
  );
}

export function raiseConcern(
  state: ReportState,
  concern: { kind: ConcernKind; text: string; toUnit: string | null },
): ReportDecision {
  const refusal = closed(state);
  if (refusal) return refusal;
  if (state.kind !== 'unit') return refuse('conflict:report-no-concerns');
  if (concern.toUnit === state.unitId) return refuse('invalid:concern-to-own-unit', {}, { field: 'toUnit' });
  return [{ type: 'concern-raised', version: 1, payload: concern }];
}

/** One that nobody has been told of yet can be taken out. */
export function dropConcern(state: ReportState, number: number): ReportDecision {
  const refusal = closed(state);
  if (refusal) return refusal;
  const concern = concernOf(state, number);
  if ('refused' in concern) return concern;
  if (concern.raisedAt !== null) return refuse('conflict:concern-raised');
  return [{ type: 'concern-dropped', version: 1, payload: { number } }];
}

/** The Office says who answers. */
export function directConcern(state: ReportState, number: number, toUnit: string | null): ReportDecision {
  const concern = awaiting(state, number);
  if ('refused' in concern) return concern;
  if (toUnit === state.unitId) return refuse('invalid:concern-to-own-unit', {}, { field: 'toUnit' });
  if (concern.toUnit === toUnit) return refuse('conflict:concern-directed', {}, { field: 'toUnit' });
  return [{ type: 'concern-directed', version: 1, payload: { number, toUnit } }];
}

export function answerConcern(state: ReportState, number: number, text: string): ReportDecision {
  const concern = awaiting(state, number);
  if ('refused' in concern) return concern;
  return [{ type: 'concern-answered', version: 1, payload: { number, text } }];
}

/** The head of the unit submits; the figures stand from now on. @param closedPeriod the department has signed its own */
export function submit(
  state: ReportState,
  manifest: Manifest,
  day: CivilDate,
  closedPeriod: boolean,
): ReportDecision {
  const refusal = closed(state);
  if (refusal) return refusal;
  if (closedPeriod) return refuse('conflict:report-period-closed');
  return [{ type: 'submitted', version: 1, payload: { manifest, day } }];
}

/** The Office finds a unit's report in order; nobody confirms that of their own unit. */
export function confirm(state: ReportState, judge: ReportJudge): ReportDecision {
  return submittedToJudge(state, judge) ?? [{ type: 'confirmed', version: 1, payload: {} }];
}

/** The Office sends a unit's report back with a comment; a confirmed one too, until the period is closed. */
export function sendBack(
  state: ReportState,
  reason: string,
  judge: ReportJudge,
  closedPeriod: boolean,
): ReportDecision {
  if (state.kind !== 'department' && state.state === 'confirmed') {
    if (closedPeriod) return refuse('conflict:report-period-closed');
    return ownReport(state, judge) ?? [{ type: 'sent-back', version: 1, payload: { reason } }];
  }
  return submittedToJudge(state, judge) ?? [{ type: 'sent-back', version: 1, payload: { reason } }];
}

/** The drafter hands the department's report on. */
export function submitForSignature(state: ReportState, day: CivilDate): ReportDecision {
  const refusal = closed(state);
  if (refusal) return refusal;
  if (state.manifest === null) return refuse('conflict:report-not-compiled');
  return [{ type: 'submitted-for-signature', version: 1, payload: { day } }];
}

/** The head of the Office has looked through it. */
export function review(state: ReportState): ReportDecision {
  return inState(state, 'in_review') ?? [{ type: 'reviewed', version: 1, payload: {} }];
}

/** The deputy director in charge agrees. */
export function agree(state: ReportState): ReportDecision {
  return inState(state, 'reviewed') ?? [{ type: 'agreed', version: 1, payload: {} }];
}

/** Somebody of the chain sends the draft back to its drafters, until it is signed. */
export function sendBackDraft(state: ReportState, reason: string): ReportDecision {
  if (isSigned(state)) return refuse('conflict:report-signed');
  if (state.state !== 'in_review' && state.state !== 'reviewed' && state.state !== 'agreed')
    return refuse('conflict:report-not-in-chain');
  return [{ type: 'sent-back', version: 1, payload: { reason } }];
}

/** By the director, or by a deputy in the director's stead. */
export function sign(state: ReportState, as: ReportSigner, personId: string): ReportDecision {
  return inState(state, 'agreed') ?? [{ type: 'signed', version: 1, payload: { as, personId } }];
}

/** Number and issue date from the records clerk's register; corrected until the report is sent. */
export function register(
  state: ReportState,
  entry: { number: string; symbol: string; date: CivilDate },
  signedOn: CivilDate | null,
  today: CivilDate,
): ReportDecision {
  if (state.state !== 'signed' && state.state !== 'registered') return notIn(state, 'signed');
  if (entry.date > today) return refuse('invalid:day-ahead', {}, { field: 'date' });
  if (signedOn !== null && entry.date < signedOn)
    return refuse('invalid:before-signature', {}, { field: 'date' });
  return [{ type: 'registered', version: 1, payload: entry }];
}

/** It has gone out; that day is the evidence of the task that asks for it. */
export function send(
  state: ReportState,
  day: CivilDate,
  today: CivilDate,
  proves: { documentId: string; evidence: ReportEvidence | null },
): ReportDecision {
  const refusal = sendable(state, day, today);
  return refusal ?? [{ type: 'sent', version: 1, payload: { day, ...proves } }];
}

/** Why it may not have been sent on that day. */
export function sendable(state: ReportState, day: CivilDate, today: CivilDate): Refusal | null {
  if (state.state !== 'registered' || state.registered === null) return notIn(state, 'registered');
  if (day > today) return refuse('invalid:day-ahead', {}, { field: 'day' });
  if (day < state.registered.date) return refuse('invalid:before-issue', {}, { field: 'day' });
  return null;
}

/** The Office asks for a report that is not there. */
export function chase(state: ReportState, id: string, text: string): ReportDecision {
  const refusal = closed(state);
  if (refusal) return refusal;
  return [{ type: 'chased', version: 1, payload: { chase: id, text } }];
}

/** The unit says how its report stands. */
export function answerChase(state: ReportState, id: string, text: string): ReportDecision {
  const asked = state.chases.find((one) => one.chase === id);
  if (asked === undefined) return refuse('missing:thing');
  if (asked.answer !== null) return refuse('conflict:chase-answered');
  return [{ type: 'chase-answered', version: 1, payload: { chase: id, text } }];
}

/** Whom it is for has it, under a number of their own. */
export function receive(
  state: ReportState,
  day: CivilDate,
  number: string,
  today: CivilDate,
): ReportDecision {
  if (state.state !== 'sent' || state.sent === null) return notIn(state, 'sent');
  if (day > today) return refuse('invalid:day-ahead', {}, { field: 'day' });
  if (day < state.sent.day) return refuse('invalid:before-sent', {}, { field: 'day' });
  return [{ type: 'received', version: 1, payload: { day, number } }];
}

/** Why nobody may change it as it stands. */
export function closed(state: ReportState): Refusal | null {
  if (isOpen(state)) return null;
  if (isSigned(state)) return refuse('conflict:report-signed');
  return refuse(state.state === 'confirmed' ? 'conflict:report-confirmed' : 'conflict:report-submitted');
}

function submittedToJudge(state: ReportState, judge: ReportJudge): Refusal | null {
  if (state.kind === 'department') return refuse('conflict:report-not-submitted');
  if (state.state === 'confirmed') return refuse('conflict:report-confirmed');
  if (state.state !== 'submitted') return refuse('conflict:report-not-submitted');
  return ownReport(state, judge);
}

/** Nobody judges the report of their own unit, or one that they submitted. */
function ownReport(state: ReportState, judge: ReportJudge): Refusal | null {
  if (judge.units.includes(state.unitId)) return refuse('forbidden:own-unit');
  return state.submittedBy !== null && state.submittedBy === judge.accountId
    ? refuse('forbidden:own-submission')
    : null;
}

function inState(state: ReportState, wanted: 'in_review' | 'reviewed' | 'agreed'): Refusal | null {
  return state.state === wanted ? null : notIn(state, wanted);
}

function notIn(
  state: ReportState,
  wanted: 'in_review' | 'reviewed' | 'agreed' | 'signed' | 'registered' | 'sent',
): Refusal {
  return isSigned(state) && wanted !== 'signed' && wanted !== 'registered' && wanted !== 'sent'
    ? refuse('conflict:report-signed')
    : refuse(`conflict:report-not-${wanted.replace('_', '-')}`);
}

function concernOf(state: ReportState, number: number): Concern | Refusal {
  const concern = state.concerns.find((one) => one.number === number && !one.dropped);
  return concern ?? refuse('missing:thing');
}

function awaiting(state: ReportState, number: number): Concern | Refusal {
  const concern = concernOf(state, number);
  if ('refused' in concern) return concern;
  if (concern.raisedAt === null) return refuse('missing:thing');
  return concern.answer === null ? concern : refuse('conflict:concern-answered');
}
