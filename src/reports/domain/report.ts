import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { ReportPeriodCode } from '../../pure/law/index.ts';
import type { Manifest } from './manifest.ts';

export const REPORT_KINDS = ['unit', 'area', 'department'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The texts of each kind of report, in the order in which they are printed. */
export const REPORT_SECTIONS = {
  unit: ['achievements', 'limits', 'next'],
  area: ['results'],
  department: ['direction', 'results', 'achievements', 'limits', 'proposals', 'next', 'recipients'],
} as const satisfies Record<ReportKind, readonly string[]>;
export type ReportSection = (typeof REPORT_SECTIONS)[ReportKind][number];
export type ReportTexts = Partial<Record<ReportSection, string>>;

export const CONCERN_KINDS = ['difficulty', 'proposal'] as const;
export type ConcernKind = (typeof CONCERN_KINDS)[number];

/** A report that another one was made from, as it stood then. */
export interface ReportSource {
  reportId: string;
  seq: number;
}

/** Where the sent report stands as evidence. */
export interface ReportEvidence {
  taskId: string;
  milestone: number;
  evidenceId: string;
}

/** What happens to a report, in the words of its ledger. */
export type ReportEvent =
  | {
      type: 'opened';
      version: 1;
      payload: {
        planId: string;
        period: ReportPeriodCode;
        position: number;
        kind: ReportKind;
        unitId: string;
        area: string | null;
        texts: ReportTexts;
      };
    }
  | { type: 'written'; version: 1; payload: { texts: ReportTexts } }
  | {
      type: 'compiled';
      version: 1;
      payload: { manifest: Manifest; sources: ReportSource[]; missing: string[]; texts: ReportTexts };
    }
  | {
      type: 'concern-raised';
      version: 1;
      payload: { kind: ConcernKind; text: string; toUnit: string | null };
    }
  | { type: 'concern-dropped'; version: 1; payload: { number: number } }
  | { type: 'concern-directed'; version: 1; payload: { number: number; toUnit: string | null } }
  | { type: 'concern-answered'; version: 1; payload: { number: number; text: string } }
  | { type: 'submitted'; version: 1; payload: { manifest: Manifest; day: CivilDate } }
  | { type: 'submitted-for-signature'; version: 1; payload: { day: CivilDate } }
  | { type: 'sent-back'; version: 1; payload: { reason: string } }
  | { type: 'confirmed'; version: 1; payload: object }
  | { type: 'reviewed'; version: 1; payload: object }
  | { type: 'agreed'; version: 1; payload: object }
  | { type: 'signed'; version: 1; payload: { as: ReportSigner; personId: string } }
  | { type: 'registered'; version: 1; payload: { number: string; symbol: string; date: CivilDate } }
  | {
      type: 'sent';
      version: 1;
      payload: { day: CivilDate; documentId: string; evidence: ReportEvidence | null };
    }
  | { type: 'received'; version: 1; payload: { day: CivilDate; number: string } }
  | { type: 'chased'; version: 1; payload: { chase: string; text: string } }
  | { type: 'chase-answered'; version: 1; payload: { chase: string; text: string } };

/** Who signs: the director, or a deputy in the director's stead (KT.). */
export const REPORT_SIGNERS = ['director', 'deputy_director'] as const;
export type ReportSigner = (typeof REPORT_SIGNERS)[number];

export const REPORT_STATES = [
  'draft',
  'submitted',
  'sent_back',
  'confirmed',
  'in_review',
  'reviewed',
  'agreed',
  'signed',
  'registered',
  'sent',
  'received',
] as const;
export type ReportStateName = (typeof REPORT_STATES)[number];

/** A difficulty or proposal, followed to its answer. */
export interface Concern {
  number: number;
  kind: ConcernKind;
  text: string;
  /** Who answers; null for the Office. */
  toUnit: string | null;
  /** When the report was first submitted with it. */
  raisedAt: string | null;
  dropped: boolean;
  answer: { text: string; at: string; by: string | null } | null;
}

/** A reminder with an author that the report is missing, and what the unit answered. */
export interface ReportChase {
  chase: string;
  text: string;
  at: string;
  /** Account of the author. */
  by: string | null;
  answer: { text: string; at: string } | null;
}

/** A report, folded from its events. */
export interface ReportState {
  planId: string;
  period: ReportPeriodCode;
  position: number;
  kind: ReportKind;
  unitId: string;
  area: string | null;
  state: ReportStateName;
  texts: ReportTexts;
  concerns: readonly Concern[];
  /** What the frozen figures were counted from; null while they move with the records. */
  manifest: Manifest | null;
  sources: readonly ReportSource[];
  /** Units whose report was missing when it was made from theirs. */
  missing: readonly string[];
  /** Account of whoever submitted it last. */
  submittedBy: string | null;
  submittedOn: CivilDate | null;
  sentBack: { reason: string; at: string } | null;
  signed: { as: ReportSigner; personId: string; at: string } | null;
  registered: { number: string; symbol: string; date: CivilDate } | null;
  sent: { day: CivilDate; documentId: string; evidence: ReportEvidence | null } | null;
  received: { day: CivilDate; number: string } | null;
  chases: readonly ReportChase[];
  seq: number;
}

/** When, by whom and at which place an event was recorded, as far as the fold needs it. */
export interface ReportStamp {
  at: string;
  account: string | null;
  seq: number;
}

/** The fold of a report's ledger. */
export function foldReport(
  state: ReportState | undefined,
  event: ReportEvent,
  stamp: ReportStamp,
): ReportState {
  if (state !== undefined) return { ...applied(state, event, stamp), seq: stamp.seq };
  if (event.type !== 'opened') throw new Error(`a report begins when it is opened, not with ${event.type}`);
  return {
    ...event.payload,
    state: 'draft',
    concerns: [],
    manifest: null,
    sources: [],
    missing: [],
    submittedBy: null,
    submittedOn: null,
    sentBack: null,
    signed: null,
    registered: null,
    sent: null,
    received: null,
    chases: [],
    seq: stamp.seq,
  };
}

function applied(state: ReportState, event: ReportEvent, { at, account }: ReportStamp): ReportState {
  switch (event.type) {
    case 'opened':
      return state;
    case 'written':
      return { ...state, texts: { ...state.texts, ...event.payload.texts } };
    case 'compiled': {
      const { manifest, sources, missing, texts } = event.payload;
      return { ...state, manifest, sources, missing, texts: { ...state.texts, ...texts } };
    }
    case 'concern-raised': {
      const number = state.concerns.length + 1;
      const concern = { ...event.payload, number, raisedAt: null, dropped: false, answer: null };
      return { ...state, concerns: [...state.concerns, concern] };
    }
    case 'concern-dropped':
      return onConcern(state, event.payload.number, (concern) => ({ ...concern, dropped: true }));
    case 'concern-directed': {
      const { number, toUnit } = event.payload;
      return onConcern(state, number, (concern) => ({ ...concern, toUnit }));
    }
    case 'concern-answered': {
      const { number, text } = event.payload;
      return onConcern(state, number, (concern) => ({ ...concern, answer: { text, at, by: account } }));
    }
    case 'submitted':
      return {
        ...submitted(state, event.payload.day, account),
        state: 'submitted',
        manifest: event.payload.manifest,
        concerns: state.concerns.map((one) => ({ ...one, raisedAt: one.raisedAt ?? at })),
      };
    case 'submitted-for-signature':
      return { ...submitted(state, event.payload.day, account), state: 'in_review' };
    case 'sent-back':
      return {
        ...state,
        state: 'sent_back',
        sentBack: { reason: event.payload.reason, at },
        // A unit's figures move with its records again; those of the department stand on what was confirmed.
        manifest: state.kind === 'department' ? state.manifest : null,
      };
    case 'confirmed':
      return { ...state, state: 'confirmed' };
    case 'reviewed':
      return { ...state, state: 'reviewed' };
    case 'agreed':
      return { ...state, state: 'agreed' };
    case 'signed':
      return { ...state, state: 'signed', signed: { ...event.payload, at } };
    case 'registered':
      return { ...state, state: 'registered', registered: event.payload };
    case 'sent':
      return { ...state, state: 'sent', sent: event.payload };
    case 'received':
      return { ...state, state: 'received', received: event.payload };
    case 'chased':
      return { ...state, chases: [...state.chases, { ...event.payload, at, by: account, answer: null }] };
    case 'chase-answered': {
      const { chase, text } = event.payload;
      return {
        ...state,
        chases: state.chases.map((one) => (one.chase === chase ? { ...one, answer: { text, at } } : one)),
      };
    }
  }
}

function submitted(state: ReportState, day: CivilDate, account: string | null): ReportState {
  return { ...state, submittedBy: account, submittedOn: state.submittedOn ?? day, sentBack: null };
}

function onConcern(state: ReportState, number: number, change: (concern: Concern) => Concern): ReportState {
  return {
    ...state,
    concerns: state.concerns.map((one) => (one.number === number ? change(one) : one)),
  };
}

/** Whether its texts and figures may still be changed. */
export function isOpen({ state }: Pick<ReportState, 'state'>): boolean {
  return state === 'draft' || state === 'sent_back';
}

/** Whether anybody has written in it, or handed it on; one that was only asked for has not begun. */
export function hasBegun({ state, texts, concerns }: ReportState): boolean {
  return state !== 'draft' || concerns.length > 0 || Object.values(texts).some((text) => text !== '');
}

/** Whether it bears a signature: from then on it says nothing else. */
export function isSigned({ signed }: Pick<ReportState, 'signed'>): boolean {
  return signed !== null;
}
