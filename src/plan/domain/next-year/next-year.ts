import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import type { AnsweredRemark, DocumentFields, Item, TaskFields } from '../draft.ts';
import type { LaidOut } from '../layout/laid-out.ts';
import type { LiveItem, LiveTask } from '../living/live-items.ts';
import type { DueWindow, ReadPlan, Remark } from '../read-plan.ts';
import { readPlan } from '../reader/index.ts';
import { type Today, verdictsOn } from '../verdict.ts';
import { draftText } from './draft-text.ts';
import { type Recurrence, suggestRecurrence } from './recurrence.ts';
import { type Rewritten, rewrite } from './rewrite.ts';
import { shiftYears } from './shift-years.ts';

/** What becomes of a task in the next year's plan. */
export const FATES = ['recurs', 'unsettled', 'carried_over', 'dropped'] as const;
export type Fate = (typeof FATES)[number];

/** How work of this year was late: not done, or done, by its window or only by the day that its requirement sets. */
export const LATENESS = ['late', 'done_late', 'late_by_requirement', 'done_late_by_requirement'] as const;
export type Lateness = (typeof LATENESS)[number];

/** What a person has to look at before the draft goes on. */
export const DOUBT_KINDS = [
  ...LATENESS,
  'target_not_met',
  'window',
  'unplaced',
  'basis',
  'error',
  'warning',
  'info',
] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

/** This year's plan in force, with the work on it. */
export interface ThisYear {
  document: DocumentFields;
  year: number;
  laid: LaidOut;
  /** The rows as they were read, by their keys. */
  asRead: ReadonlyMap<string, Item>;
  /** The rows of the version in force, by their keys. */
  live: ReadonlyMap<string, LiveItem>;
  reading: ReadPlan;
  remarks: readonly AnsweredRemark[];
  /** By key of the task: what the drafters said of it. */
  recurrences: Readonly<Record<string, Recurrence | null>>;
  today: Today;
}

/** A task of this year in the next year's draft. */
export interface NextTask {
  key: string;
  no: string;
  /** With its years moved. */
  title: string;
  leadUnits: readonly string[];
  recurrence: Recurrence | null;
  /** Whether a drafter said so; otherwise its words suggest it. */
  settled: boolean;
  fate: Fate;
  task: LiveTask | null;
  /** Null where it is neither late nor done late. */
  lateness: Lateness | null;
  due: readonly DueWindow[];
  /** Its number in the draft; null of a task that is dropped. */
  nextNo: string | null;
  /** As the reader reads the draft; empty of a task that is dropped. */
  nextDue: readonly DueWindow[];
}

export interface Doubt {
  kind: DoubtKind;
  /** The row of this year's plan; null where it is about the draft's words. */
  key: string | null;
  /** What a remark of the reader says; null where the kind says it all. */
  message: string | null;
  /** The words concerned; '' where there are none. */
  words: string;
  /** Why this year's drafters put the same doubt off; null where they did not. */
  putOff: string | null;
}

export interface NextYear {
  year: number;
  /** The day on which the draft is taken to be signed; null where this year's plan is undated. */
  signedOn: CivilDate | null;
  document: DocumentFields;
  laid: LaidOut;
  tasks: readonly NextTask[];
  doubts: readonly Doubt[];
}

/**
 * Next year's plan, drafted from this one: the text with its years moved, without the tasks that were done once and for
 * all, and what is doubtful in it. The draft is read again as any plan is, as if it were signed a year after this one,
 * so that its windows and remarks are the reader's own.
 * @param read the reader, or one that remembers what it has read
 */
export async function draftNextYear(
  plan: ThisYear,
  read: (text: string) => ReadPlan | Promise<ReadPlan> = readPlan,
): Promise<NextYear> {
  const { year, live } = plan;
  const fates = [...live.values()].filter(({ kind }) => kind === 'task').map((one) => fateOf(one, plan));
  const dropped = new Set(fates.filter(({ fate }) => fate === 'dropped').map(({ key }) => key));
  const rewritten = rewrite(plan, (key) => dropped.has(key));
  const document: DocumentFields = {
    ...plan.document,
    number: null,
    date: null,
    signer: null,
    planYear: year + 1,
    title: plan.document.title === null ? null : shiftYears(plan.document.title, year).text,
    recipients: rewritten.laid.recipients.map((line) => line.replace(/[;.]$/, '')),
  };
  const signedOn = plan.document.date === null ? null : aYearLater(plan.document.date);
  const { text, places } = draftText(document, rewritten.laid, symbolOf(plan.document), signedOn);
  const reading = await read(text);
  const readTasks = new Map(
    reading.tasks.flatMap((task) => {
      const at = task.span[0];
      const place = places.find(({ start, end }) => start <= at && at < end);
      return place === undefined ? [] : [[place.key, task] as const];
    }),
  );
  const tasks = fates.map((one): NextTask => {
    const found = readTasks.get(one.key);
    return { ...one, nextNo: found?.no ?? null, nextDue: found?.due ?? [] };
  });
  return {
    year: year + 1,
    signedOn,
    document,
    laid: rewritten.laid,
    tasks,
    doubts: [...doubtsOfWork(plan, tasks), ...doubtsOfWords(rewritten), ...remarksOf(plan, reading)],
  };
}

function fateOf(
  { key, item, task }: LiveItem,
  { year, recurrences, today }: ThisYear,
): Omit<NextTask, 'nextNo' | 'nextDue'> {
  const fields = item.fields as TaskFields;
  const said = recurrences[key] ?? null;
  const recurrence = said ?? suggestRecurrence(fields, year);
  return {
    key,
    no: fields.no,
    title: shiftYears(fields.title, year).text,
    leadUnits: fields.leadUnits,
    recurrence,
    settled: said !== null,
    fate: fateBy(recurrence, task?.state === 'confirmed'),
    task,
    lateness: task === null ? null : latenessOf(task, today),
    due: fields.due,
  };
}

function fateBy(recurrence: Recurrence | null, isDone: boolean): Fate {
  if (recurrence === 'yearly') return 'recurs';
  if (recurrence === null) return 'unsettled';
  return isDone ? 'dropped' : 'carried_over';
}

const doubt = (kind: DoubtKind, key: string | null, words = ''): Doubt => ({
  kind,
  key,
  message: null,
  words,
  putOff: null,
});

/** What the work of this year says of the next: late, done late, targets that were not reached, windows that did not move. */
function doubtsOfWork({ live }: ThisYear, tasks: readonly NextTask[]): Doubt[] {
  const targets = [...live.values()].filter(({ target }) => target?.state === 'not_met');
  return [
    ...LATENESS.flatMap((kind) =>
      tasks.filter(({ lateness }) => lateness === kind).map(({ key }) => doubt(kind, key)),
    ),
    ...targets.map(({ key }) => doubt('target_not_met', key)),
    ...tasks
      .filter(({ fate, due, nextDue }) => fate !== 'dropped' && !moved(due, nextDue))
      .map(({ key, nextDue }) => doubt('window', key, nextDue.map(({ raw }) => raw).join('; '))),
  ];
}

function latenessOf(task: LiveTask, today: Today): NextTask['lateness'] {
  const found = task.milestones.flatMap((milestone) => {
    const { byWindow, byRequirement } = verdictsOn(milestone, today);
    return [byWindow, `${byRequirement}_by_requirement`];
  });
  return LATENESS.find((lateness) => found.includes(lateness)) ?? null;
}

/** Whether each window is read as the same one, a year later. */
function moved(due: readonly DueWindow[], next: readonly DueWindow[]): boolean {
  return (
    due.length === next.length &&
    due.every((window, at) => {
      const later = next[at];
      if (later === undefined || later.kind !== window.kind) return false;
      return isYearLater(window.start, later.start) && isYearLater(window.end, later.end);
    })
  );
}

function isYearLater(day: CivilDate | null, later: CivilDate | null): boolean {
  if (day === null || later === null) return day === later;
  return Number(later.slice(0, 4)) === Number(day.slice(0, 4)) + 1 && dayOf(day) === dayOf(later);
}

/** Month and day; the last day of February is one day, whatever the year. */
const dayOf = (day: CivilDate) => (day.endsWith('-02-29') ? '02-28' : day.slice(5));

/** The same day of the next year; of 29 February the day before. */
const aYearLater = (day: CivilDate): CivilDate => `${Number(day.slice(0, 4)) + 1}-${dayOf(day)}`;

/** "KH-SGDĐT" of "375/KH-SGDĐT". */
export const symbolOf = ({ number }: Pick<DocumentFields, 'number'>): string =>
  number?.split('/').slice(1).join('/') ?? '';

function doubtsOfWords({ kept, unplaced }: Rewritten): Doubt[] {
  return [
    ...unplaced.map(({ key, words }) => doubt('unplaced', key, words)),
    ...kept.map((words) => doubt('basis', null, words)),
  ];
}

/** What the reader doubts in the draft, less what this year's drafters left as it is. */
function remarksOf({ remarks, reading, year }: ThisYear, draft: ReadPlan): Doubt[] {
  const [before, after] = [[...reading.text], [...draft.text]];
  const answers = new Map(
    remarks.flatMap(({ remark, answer }) => {
      if (answer === null) return [];
      const words = shiftYears(wordsOf(remark, before), year, true).text;
      return [[sameDoubt(remark, words), answer] as const];
    }),
  );
  return draft.remarks.flatMap((remark): Doubt[] => {
    const words = wordsOf(remark, after);
    const answer = answers.get(sameDoubt(remark, words));
    if (answer?.answer === 'accepted') return [];
    return [
      {
        kind: remark.severity,
        key: null,
        message: remark.message,
        words,
        putOff: answer?.answer === 'put_off' ? answer.note : null,
      },
    ];
  });
}

/** The words to which a remark points first; what goes on into the next cell of a table is not of the same words. */
function wordsOf({ spans: [span] }: Remark, points: readonly string[]): string {
  const [start, end] = span ?? [0, 0];
  const [words = ''] = points.slice(start, end).join('').split('\t', 1);
  return words.trim();
}

/** By which a doubt is known again a year later: its rule, and the words to which it points. */
const sameDoubt = ({ rule }: Remark, words: string) => `${rule} ${words.replaceAll(/\s+/gu, ' ')}`;
