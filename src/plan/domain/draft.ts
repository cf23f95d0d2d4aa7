import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { type Area, areasOf } from './areas.ts';
import { daysOfPeriod } from './day-of-period.ts';
import type { Comparator, DueWindow, ReadPlan, ReadTask, Remark, Span } from './read-plan.ts';
import { type RhythmFields, suggestRhythm } from './rhythm.ts';
import { same } from './same.ts';

/** What a clerk confirms row by row. */
export const ITEM_KINDS = ['target', 'commitment', 'task', 'duty', 'reporting'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export interface DocumentFields {
  number: string | null;
  type: string | null;
  date: CivilDate | null;
  place: string | null;
  title: string | null;
  issuer: string | null;
  signer: string | null;
  planYear: number | null;
  recipients: string[];
}

export interface TargetFields {
  text: string;
  section: string | null;
  comparator: Comparator;
  threshold: number;
  measureUnit: string;
  leadUnits: string[];
}

export interface CommitmentFields {
  text: string;
  area: string;
  /** Keys of the tasks, targets and duties that carry it out. */
  tasks: string[];
  /** Absent where none was ever linked. */
  duties?: string[];
  targets: string[];
}

export interface TaskFields {
  no: string;
  title: string;
  area: string | null;
  leadUnits: string[];
  supportUnits: string[];
  requirement: string | null;
  deliverable: string | null;
  due: DueWindow[];
  /** The requirement's own date for each window, where it has one: the last day that it allows. */
  requirementEnds: (CivilDate | null)[];
}

export interface DutyFields extends RhythmFields {
  unit: string;
  text: string;
}

export interface ReportingFields {
  period: string;
  from: string | null;
  to: string | null;
  boundary: CivilDate | null;
  raw: string;
}

export interface ItemFields {
  target: TargetFields;
  commitment: CommitmentFields;
  task: TaskFields;
  duty: DutyFields;
  reporting: ReportingFields;
}

export type AnyFields = ItemFields[ItemKind];

/** A row of the plan: as written, beside as corrected. */
export interface Item<K extends ItemKind = ItemKind> {
  kind: K;
  /** "task:15", and "task:+2" for a row added by hand. Stable for the life of the plan. */
  key: string;
  /** null for a row that was added by hand. */
  asRead: ItemFields[K] | null;
  fields: ItemFields[K];
  corrected: boolean;
  dropped: boolean;
  spans: Span[];
}

export const ANSWERS = ['corrected', 'accepted', 'put_off'] as const;
export type Answer = (typeof ANSWERS)[number];

export interface AnsweredRemark {
  key: string;
  remark: Remark;
  answer: { answer: Answer; note: string } | null;
}

/** What people changed of a reading. */
export interface Changes {
  document: Partial<DocumentFields>;
  /** By key: fields that stand instead of those read. */
  corrected: Readonly<Record<string, AnyFields>>;
  added: readonly { key: string; kind: ItemKind; fields: AnyFields }[];
  dropped: readonly string[];
  answers: Readonly<Record<string, { answer: Answer; note: string }>>;
}

export const NO_CHANGES: Changes = { document: {}, corrected: {}, added: [], dropped: [], answers: {} };

/** A plan as read, with what people changed of it. */
export interface Draft {
  document: DocumentFields;
  items: Item[];
  /** The reform areas of its commitments. */
  areas: Area[];
  remarks: AnsweredRemark[];
}

/**
 * Names of remarks that survive reading the same text again: the rule and where it first points. Where a rule points
 * to one place, or to none, several times, they are numbered.
 */
export function remarkKeys(remarks: readonly Remark[]): string[] {
  const known = new Map<string, number>();
  return remarks.map(({ rule, spans }) => {
    const name = `${rule}@${spans[0]?.join('-') ?? ''}`;
    const count = (known.get(name) ?? 0) + 1;
    known.set(name, count);
    return count === 1 ? name : `${name}~${count}`;
  });
}

/** Lays what people changed over what was read. Rows keep the order of the document; added ones stand last. */
export function draftOf(reading: ReadPlan, changes: Changes): Draft {
  const planYear = changes.document.planYear ?? reading.document.planYear;
  const items = readItems(reading).map((item): Item => {
    const corrected = changes.corrected[item.key];
    const fields = corrected && completed(corrected, planYear);
    const dropped = changes.dropped.includes(item.key);
    return fields === undefined || same(fields, item.fields)
      ? { ...item, dropped }
      : { ...item, fields, corrected: true, dropped };
  });
  const added = changes.added.map(
    (one): Item => ({
      kind: one.kind,
      key: one.key,
      asRead: null,
      fields: completed(changes.corrected[one.key] ?? one.fields, planYear),
      corrected: false,
      dropped: changes.dropped.includes(one.key),
      spans: [],
    }),
  );
  const keys = remarkKeys(reading.remarks);
  return {
    document: { ...reading.document, ...changes.document },
    items: [...items, ...added],
    areas: areasOf([...items, ...added], reading.sections),
    remarks: reading.remarks.map((remark, index) => {
      const key = keys[index] ?? remark.rule;
      return { key, remark, answer: changes.answers[key] ?? null };
    }),
  };
}

/** The fields of a row as they count today: a duty that was kept without a rhythm has the one that its words suggest. */
function completed(fields: AnyFields, planYear: number | null): AnyFields {
  return 'unit' in fields && !('rhythm' in fields) ? withRhythm(fields, planYear) : fields;
}

function withRhythm(duty: Pick<DutyFields, 'unit' | 'text'>, planYear: number | null): DutyFields {
  return { ...duty, ...suggestRhythm(duty.text, planYear) };
}

/** The rows of a reading, before anybody changed them. */
export function readItems(reading: ReadPlan): Item[] {
  const item = <K extends ItemKind>(kind: K, index: number, fields: ItemFields[K], span: Span): Item => ({
    kind,
    key: `${kind}:${index}`,
    asRead: fields,
    fields,
    corrected: false,
    dropped: false,
    spans: [span],
  });
  const taskKey = (no: string) => {
    const index = reading.tasks.findIndex((task) => task.no === no);
    return index < 0 ? [] : [`task:${index}`];
  };
  return [
    ...reading.targets.map(({ span, ...fields }, index) => item('target', index, fields, span)),
    ...reading.commitments.map(({ span, text, area, tasks, targets }, index) =>
      item(
        'commitment',
        index,
        { text, area, tasks: tasks.flatMap(taskKey), targets: targets.map((target) => `target:${target}`) },
        span,
      ),
    ),
    ...reading.tasks.map(({ span, otherDates, ...fields }, index) =>
      item(
        'task',
        index,
        { ...fields, requirementEnds: requirementEnds(fields, otherDates, reading.document.planYear) },
        span,
      ),
    ),
    ...reading.duties.map(({ span, ...fields }, index) =>
      item('duty', index, withRhythm(fields, reading.document.planYear), span),
    ),
    ...reading.reporting.map(({ span, ...fields }, index) => item('reporting', index, fields, span)),
  ];
}

/**
 * The last day that the requirement allows, for each window. Only a date that lies in the window's own year counts:
 * others are remarked as carried over from an older plan, never used.
 */
function requirementEnds(
  { due, requirement }: Pick<ReadTask, 'due' | 'requirement'>,
  otherDates: ReadTask['otherDates'],
  planYear: number | null,
): (CivilDate | null)[] {
  const ends = otherDates.filter((date) => date.where === 'requirement').flatMap((date) => date.end ?? []);
  const ofPeriods = planYear === null ? [] : daysOfPeriod(requirement ?? '', due, planYear);
  return due.map((window, index) => {
    if (window.end === null) return null;
    const year = window.end.slice(0, 4);
    // Of several windows only a day of their periods can be told apart.
    const asked = due.length > 1 ? ofPeriods.flatMap(({ lastDays }) => lastDays[index] ?? []) : ends;
    return asked.filter((end) => end.slice(0, 4) === year && end < (window.end ?? '')).sort()[0] ?? null;
  });
}

/** Rows of one kind that stand. */
export function standing<K extends ItemKind>(draft: Draft, kind: K): Item<K>[] {
  return draft.items.filter((item): item is Item<K> => item.kind === kind && !item.dropped);
}

/** Unit names as written in tasks, targets and duties of rows that stand, in order of appearance. */
export function writtenUnits(draft: Draft): string[] {
  const names = draft.items
    .filter((item) => !item.dropped)
    .flatMap((item) => {
      if (item.kind === 'task') {
        const fields = item.fields as TaskFields;
        return [...fields.leadUnits, ...fields.supportUnits];
      }
      return item.kind === 'duty' ? [(item.fields as DutyFields).unit] : [];
    });
  return [...new Set(names)];
}
