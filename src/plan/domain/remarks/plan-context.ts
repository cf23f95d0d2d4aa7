import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import type { Source } from '../../../pure/reading/text.ts';
import type { DueWindow, ReadPlan, ReadTask } from '../read-plan.ts';
import { type CitationFacts, citationFacts } from './citation-facts.ts';
import { type Range, SourceText } from './source-text.ts';

/** A plan as read, before anything was remarked in it. */
export type UnreviewedPlan = Omit<ReadPlan, 'remarks'>;

/** A task and where its cells stand in the text; null where they could not be found again. */
export interface TaskInText {
  task: ReadTask;
  range: Range;
  title: Range | null;
  requirement: Range | null;
  /** One for each due window, in their order. */
  due: (Range | null)[];
  /** From the first due window to the last. */
  dueCell: Range | null;
}

/** What every rule is given: the plan (all its strings in NFC; for its text see `source`), and what would otherwise be worked out by each rule anew. */
export interface PlanContext {
  plan: UnreviewedPlan;
  source: SourceText;
  /** The day that the plan is dated. */
  date: CivilDate | null;
  year: number | null;
  tasks: TaskInText[];
  /** Citations of other documents: the plan's own number at its head and its appendix is left out. */
  citations: CitationFacts[];
  /** Paragraphs outside the tasks. */
  paragraphs: Range[];
}

/** Prepares a plan for the rules; with the reader's working text where it is at hand, so that it is not made twice. */
export function planContext(unreviewed: UnreviewedPlan, read?: Source): PlanContext {
  const source = new SourceText(read ?? unreviewed.text);
  const plan = composed(unreviewed);
  const tasks = plan.tasks.map((task) => taskInText(source, task));
  const all = plan.citations.map((citation) => citationFacts(citation, source));
  return {
    plan,
    source,
    date: plan.document.date,
    year: plan.document.planYear ?? yearOf(plan.document.date),
    tasks,
    citations: all.filter((citation) => !isOwn(citation, plan)),
    paragraphs: paragraphsOutside(
      source.text,
      tasks.map((task) => task.range),
    ),
  };
}

/** The same value with every string in NFC: the rules' own words are. */
function composed<Value>(value: Value): Value;
function composed(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map((item: unknown) => composed(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, composed(item)]));
}

/** The windows of a task with their places. */
export function windowsOf(task: TaskInText): { window: DueWindow; range: Range }[] {
  return task.task.due.map((window, index) => ({
    window,
    range: task.due[index] ?? task.dueCell ?? task.range,
  }));
}

/** The year of a day. */
export function yearOf(date: CivilDate | null): number | null {
  return date === null ? null : Number(date.slice(0, 4));
}

function taskInText(source: SourceText, task: ReadTask): TaskInText {
  const range = source.range(task.span);
  const title = source.locate(task.title, range);
  const afterTitle = { start: title?.end ?? range.start, end: range.end };
  const requirement =
    task.requirement === null
      ? null
      : (source.locate(task.requirement, afterTitle) ?? source.locate(task.requirement, range));
  // The due cell stands behind the words of the requirement in nearly every table, which may hold the same words.
  const due = task.due.map((window) => source.locate(window.raw, range, 'last'));
  const found = due.filter((place) => place !== null);
  const dueCell =
    found.length === 0
      ? null
      : {
          start: Math.min(...found.map((place) => place.start)),
          end: Math.max(...found.map((place) => place.end)),
        };
  return { task, range, title, requirement, due, dueCell };
}

function isOwn(citation: CitationFacts, plan: UnreviewedPlan): boolean {
  return citation.number !== null && citation.number === plan.document.number;
}

function paragraphsOutside(text: string, taken: readonly Range[]): Range[] {
  const sorted = [...taken].sort((a, b) => a.start - b.start);
  const out: Range[] = [];
  let next = 0;
  for (const match of text.matchAll(
    /[^\r\n][^\r\n]*(?:\r?\n(?![ \t]*\r?\n|[ \t]*[-+*•–|][ \t\r\n])[^\r\n]+)*/gu,
  )) {
    const range = { start: match.index, end: match.index + match[0].length };
    while (next < sorted.length && (sorted[next]?.end ?? 0) <= range.start) next++;
    const task = sorted[next];
    if (task === undefined || task.start >= range.end) out.push(range);
  }
  return out;
}
