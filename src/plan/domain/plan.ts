import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { Area } from './areas.ts';
import type { Answer, AnyFields, Changes, CommitmentFields, DocumentFields, ItemKind } from './draft.ts';
import { NO_CHANGES } from './draft.ts';
import type { Recurrence } from './next-year/recurrence.ts';
import { foldParentage, type ParentEvent, type ParentState, parentOfVersion } from './parent.ts';

/** A row of an issued version, as confirmed. */
export interface IssuedItem {
  kind: ItemKind;
  key: string;
  fields: AnyFields;
  /** Units that the written names stand for, lead units first. */
  units: { lead: string[]; support: string[] };
}

/** An addressee of "Nơi nhận", as an agency or a unit that can acknowledge. */
export interface Recipient {
  key: string;
  /** The line that it comes from. */
  written: string;
  agencyId: string | null;
  unitId: string | null;
}

/** What a target of the plan is measured by, or why nothing measures it. */
export interface MeasureOfTarget {
  key: string;
  /** Id of a measure. */
  measure: string | null;
  reason: string | null;
}

/** What mends or amends an issued plan. */
export interface AmendingDocument {
  kind: 'correction_letter' | 'amending_plan';
  number: string;
  date: CivilDate;
  abstract: string;
  fileId: string | null;
}

/** Why a file could not be read. */
export interface ReadingFailure {
  code: string;
  params: Record<string, string | number>;
}

/** An amendment under way: its document, and what was read of that document's file. */
export interface Amendment extends AmendingDocument {
  /** SHA-256 of the reading in the file store; null where there is no file, or it has not been read. */
  reading: string | null;
  failure: ReadingFailure | null;
  /** By proposed change: whether it became part of the plan. */
  answers: Readonly<Record<string, ChangeAnswer>>;
}

export type ChangeAnswer = 'accepted' | 'declined';

/** What happens to a plan, in the words of its ledger. */
export type PlanEvent =
  | { type: 'uploaded'; version: 1; payload: { fileId: string; fileName: string } }
  | { type: 'unreadable'; version: 1; payload: ReadingFailure }
  | { type: 'reading-asked'; version: 1; payload: object }
  | {
      type: 'read';
      version: 1;
      payload: { reading: string; readerVersion: number; document: DocumentFields };
    }
  | { type: 'document-corrected'; version: 1; payload: { fields: Partial<DocumentFields> } }
  | { type: 'item-corrected'; version: 1; payload: { key: string; fields: AnyFields } }
  | { type: 'item-added'; version: 1; payload: { key: string; kind: ItemKind; fields: AnyFields } }
  | { type: 'item-dropped'; version: 1; payload: { key: string } }
  | { type: 'item-restored'; version: 1; payload: { key: string } }
  | { type: 'remark-answered'; version: 1; payload: { key: string; answer: Answer; note: string } }
  | { type: 'circulated'; version: 1; payload: { until: CivilDate } }
  | {
      type: 'commented';
      version: 1;
      payload: { unitId: string | null; accountId: string | null; item: string | null; text: string };
    }
  | {
      type: 'comment-answered';
      version: 1;
      payload: { number: number; taken: boolean; answer: string };
    }
  | { type: 'circulation-closed'; version: 1; payload: object }
  | { type: 'abandoned'; version: 1; payload: object }
  | { type: 'restored'; version: 1; payload: object }
  | {
      type: 'issued';
      version: 1;
      payload: { document: DocumentFields; items: IssuedItem[]; areas?: Area[]; recipients: Recipient[] };
    }
  /** A division answers for a reform area; nobody where the unit is null. */
  | { type: 'area-owned'; version: 1; payload: { area: string; unitId: string | null } }
  /** Names of the areas to which tasks belong, by the tasks' keys. */
  | { type: 'tasks-placed'; version: 1; payload: { areas: Record<string, string | null> } }
  /** Whether tasks come again next year, by the tasks' keys; null where that is open again. */
  | {
      type: 'recurrences-settled';
      version: 1;
      payload: { recurrences: Record<string, Recurrence | null> };
    }
  | {
      type: 'acknowledged';
      version: 1;
      payload: { key: string; personId: string | null; responsible: string };
    }
  | { type: 'target-measured'; version: 1; payload: MeasureOfTarget }
  | { type: 'amendment-opened'; version: 1; payload: { document: AmendingDocument } }
  | { type: 'amendment-read'; version: 1; payload: { reading: string; readerVersion: number } }
  | { type: 'amendment-unreadable'; version: 1; payload: ReadingFailure }
  | { type: 'amendment-reading-asked'; version: 1; payload: object }
  | { type: 'change-answered'; version: 1; payload: { key: string; answer: ChangeAnswer } }
  | { type: 'amendment-abandoned'; version: 1; payload: object }
  | {
      type: 'amended';
      version: 1;
      payload: { document: DocumentFields; items: IssuedItem[]; areas?: Area[] };
    }
  | ParentEvent;

export type PlanStateName =
  | 'uploaded'
  | 'unreadable'
  | 'draft'
  | 'circulating'
  | 'abandoned'
  | 'issued'
  | 'adopted'
  | 'amending';

export interface PlanVersion {
  number: number;
  document: DocumentFields;
  items: readonly IssuedItem[];
  at: string;
  by: AmendingDocument | null;
}

export interface PlanComment {
  number: number;
  unitId: string | null;
  accountId: string | null;
  item: string | null;
  text: string;
  at: string;
  /** What the drafters made of it; null until they say so. */
  answer: { taken: boolean; answer: string; at: string } | null;
}

export interface PlanRecipient extends Recipient {
  sentAt: string;
  acknowledged: { at: string; personId: string | null; responsible: string } | null;
}

/** A plan, folded from its events. */
export interface PlanState {
  state: PlanStateName;
  fileId: string;
  fileName: string;
  uploadedBy: string | null;
  uploadedAt: string;
  failure: ReadingFailure | null;
  /** SHA-256 of the reading in the file store. */
  reading: string | null;
  document: DocumentFields | null;
  changes: Changes;
  addedCount: number;
  circulatesUntil: CivilDate | null;
  comments: readonly PlanComment[];
  versions: readonly PlanVersion[];
  recipients: readonly PlanRecipient[];
  /** Reform areas of the version in force; none before the plan is issued. */
  areas: readonly Area[];
  /** Units that answer for areas, by the areas' labels. */
  owners: Readonly<Record<string, string | null>>;
  /** Names of the areas in which the drafters have put tasks, by the tasks' keys. */
  placed: Readonly<Record<string, string | null>>;
  /** Whether tasks come again next year, as the drafters settled it, by the tasks' keys. */
  recurrences: Readonly<Record<string, Recurrence | null>>;
  /** By key of the target; it stays with the target through later versions. */
  measured: Readonly<Record<string, MeasureOfTarget>>;
  amendment: Amendment | null;
  /** The adopted plan that it carries out. */
  parentId: string | null;
  /** What is said of its items, where it was adopted as parent of ours; null for a plan of our own. */
  parent: ParentState | null;
  seq: number;
}

/** The fold of a plan's ledger. */
export function foldPlan(
  state: PlanState | undefined,
  event: PlanEvent,
  at: string,
  account: string | null,
  seq: number,
): PlanState {
  if (state === undefined) {
    if (event.type !== 'uploaded') throw new Error(`a plan begins with its upload, not with ${event.type}`);
    return {
      state: 'uploaded',
      ...event.payload,
      uploadedBy: account,
      uploadedAt: at,
      failure: null,
      reading: null,
      document: null,
      changes: NO_CHANGES,
      addedCount: 0,
      circulatesUntil: null,
      comments: [],
      versions: [],
      recipients: [],
      areas: [],
      owners: {},
      placed: {},
      recurrences: {},
      measured: {},
      amendment: null,
      parentId: null,
      parent: null,
      seq,
    };
  }
  return { ...applied(state, event, at), seq };
}

function applied(state: PlanState, event: PlanEvent, at: string): PlanState {
  const { changes } = state;
  switch (event.type) {
    case 'uploaded':
      return {
        ...state,
        ...event.payload,
        state: 'uploaded',
        failure: null,
        reading: null,
        changes: NO_CHANGES,
      };
    case 'unreadable':
      return {
        ...state,
        state: 'unreadable',
        failure: event.payload,
        fileName: event.payload.code === 'secret' ? '' : state.fileName,
      };
    case 'reading-asked':
      return { ...state, state: 'uploaded', failure: null };
    case 'read':
      return { ...state, state: 'draft', reading: event.payload.reading, document: event.payload.document };
    case 'document-corrected':
      return {
        ...state,
        changes: { ...changes, document: { ...changes.document, ...event.payload.fields } },
      };
    case 'item-corrected': {
      const { key, fields } = event.payload;
      const { [key]: before, ...others } = state.placed;
      // What is typed into a task's own row comes after where it was put before.
      const placed = 'title' in fields && fields.area !== null ? others : state.placed;
      return {
        ...state,
        placed,
        changes: { ...changes, corrected: { ...changes.corrected, [key]: fields } },
      };
    }
    case 'item-added':
      return {
        ...state,
        addedCount: state.addedCount + 1,
        changes: { ...changes, added: [...changes.added, event.payload] },
      };
    case 'item-dropped':
      return { ...state, changes: { ...changes, dropped: [...changes.dropped, event.payload.key] } };
    case 'item-restored':
      return {
        ...state,
        changes: { ...changes, dropped: changes.dropped.filter((key) => key !== event.payload.key) },
      };
    case 'remark-answered': {
      const { key, ...answer } = event.payload;
      return { ...state, changes: { ...changes, answers: { ...changes.answers, [key]: answer } } };
    }
    case 'circulated':
      return { ...state, state: 'circulating', circulatesUntil: event.payload.until };
    case 'commented':
      return {
        ...state,
        comments: [
          ...state.comments,
          { number: state.comments.length + 1, at, ...event.payload, answer: null },
        ],
      };
    case 'comment-answered': {
      const { number, ...answer } = event.payload;
      return {
        ...state,
        comments: state.comments.map((comment) =>
          comment.number === number ? { ...comment, answer: { ...answer, at } } : comment,
        ),
      };
    }
    case 'abandoned':
      return { ...state, state: 'abandoned' };
    case 'restored':
      // Only what was read has a reading.
      return { ...state, state: state.reading === null ? 'unreadable' : 'draft' };
    case 'circulation-closed':
      return { ...state, state: 'draft', circulatesUntil: null };
    case 'issued': {
      const { document, items, recipients } = event.payload;
      return {
        ...state,
        state: 'issued',
        circulatesUntil: null,
        versions: [{ number: 1, document, items, at, by: null }],
        areas: event.payload.areas ?? areasOfItems(items),
        recipients: recipients.map((recipient) => ({ ...recipient, sentAt: at, acknowledged: null })),
      };
    }
    case 'area-owned': {
      const { area, unitId } = event.payload;
      return { ...state, owners: { ...state.owners, [area]: unitId } };
    }
    case 'tasks-placed':
      return { ...state, placed: { ...state.placed, ...event.payload.areas } };
    case 'recurrences-settled':
      return { ...state, recurrences: { ...state.recurrences, ...event.payload.recurrences } };
    case 'acknowledged': {
      const { key, ...acknowledged } = event.payload;
      return {
        ...state,
        recipients: state.recipients.map((recipient) =>
          recipient.key === key ? { ...recipient, acknowledged: { at, ...acknowledged } } : recipient,
        ),
      };
    }
    case 'target-measured':
      return { ...state, measured: { ...state.measured, [event.payload.key]: event.payload } };
    case 'amendment-opened':
      return {
        ...state,
        state: 'amending',
        amendment: { ...event.payload.document, reading: null, failure: null, answers: {} },
      };
    case 'amendment-read':
      return withAmendment(state, { reading: event.payload.reading, failure: null });
    case 'amendment-unreadable':
      return withAmendment(state, { failure: event.payload });
    case 'amendment-reading-asked':
      return withAmendment(state, { failure: null });
    case 'change-answered': {
      const { key, answer } = event.payload;
      return withAmendment(state, { answers: { ...state.amendment?.answers, [key]: answer } });
    }
    case 'amendment-abandoned':
      // What was changed since the version in force is withdrawn with the amendment; the rest stands.
      return { ...state, state: inForce(state), amendment: null, changes: changesInForce(state) };
    case 'amended': {
      const { document, items } = event.payload;
      const number = state.versions.length + 1;
      return {
        ...state,
        state: inForce(state),
        versions: [...state.versions, { number, document, items, at, by: documentOf(state.amendment) }],
        areas: event.payload.areas ?? areasOfItems(items),
        amendment: null,
        parent: state.parent && parentOfVersion(state.parent, items, at),
      };
    }
    case 'adopted':
    case 'parent-linked':
    case 'item-given':
    case 'item-mapped':
    case 'item-unmapped':
      return foldParentage(state, event, at);
  }
}

/** The areas of a version that was issued before their headings were kept. */
function areasOfItems(items: readonly IssuedItem[]): Area[] {
  const labels = items.flatMap(({ kind, fields }) =>
    kind === 'commitment' ? (fields as CommitmentFields).area : [],
  );
  return [...new Set(labels)].map((label) => ({ label, name: label }));
}

/** The state of a plan whose version stands, and is not being amended. */
const inForce = ({ parent }: PlanState) => (parent === null ? 'issued' : 'adopted');

function withAmendment(state: PlanState, change: Partial<Amendment>): PlanState {
  return state.amendment === null ? state : { ...state, amendment: { ...state.amendment, ...change } };
}

/** The amending document itself, without what was read of it. */
function documentOf(amendment: Amendment | null): AmendingDocument | null {
  if (amendment === null) return null;
  const { kind, number, date, abstract, fileId } = amendment;
  return { kind, number, date, abstract, fileId };
}

/** The changes that give the version in force over the reading. */
function changesInForce(state: PlanState): Changes {
  const version = state.versions.at(-1);
  if (version === undefined) return state.changes;
  const keys = new Set(version.items.map((item) => item.key));
  return {
    ...state.changes,
    document: version.document,
    corrected: Object.fromEntries(version.items.map((item) => [item.key, item.fields])),
    added: state.changes.added.filter((item) => keys.has(item.key)),
    dropped: state.changes.dropped.filter((key) => !keys.has(key)),
  };
}

/** The file that waits to be read: the plan's own, or that of an amending plan; null where none does. */
export function unreadFile(state: PlanState): string | null {
  if (state.state === 'uploaded') return state.fileId;
  const { amendment } = state;
  if (amendment === null || amendment.kind !== 'amending_plan') return null;
  return amendment.reading === null && amendment.failure === null ? amendment.fileId : null;
}

/** The version in force; undefined before the plan is issued. */
export function versionInForce(state: PlanState): PlanVersion | undefined {
  return state.versions.at(-1);
}
