import { readMarker } from '../../../pure/reading/markers.ts';
import { cellTexts, isRowNumber, type Row } from '../../../pure/reading/table-cells.ts';
import { CELL_BREAK, type Passage, passage } from '../../../pure/reading/text.ts';
import type { ReadTask } from '../read-plan.ts';
import type { Layout } from './blocks.ts';
import { dueOf, otherDatesOf, type PlanTime } from './due.ts';
import type { Outline } from './outline.ts';
import { type ColumnRole, type Columns, readColumns, underHeader } from './table-columns.ts';
import { splitSides, splitUnits } from './units.ts';

/** A task and where it stands, before its place in the published plan is known. */
export interface FoundTask {
  readonly task: ReadTask;
  readonly start: number;
  readonly end: number;
  /** The words of its due cell and of its requirement, with their places. */
  readonly dueWords: Passage | null;
  readonly requirementWords: Passage | null;
}

/** A row of a task table whose cells are known by their columns. */
interface TaskRow {
  readonly row: Row;
  readonly cells: ReadonlyMap<ColumnRole, Passage>;
  /** The words of all cells, repeated ones once. */
  readonly words: readonly string[];
}

/** Reads the tasks of every task table; a table continued on another page is one table. */
export function readTableTasks(layout: Layout, outline: Outline, time: PlanTime): FoundTask[] {
  const tasks: FoundTask[] = [];
  let columns: Columns | null = null;
  let section: unknown = null;
  let groups: Group[] = [];
  for (const { block, section: holder } of outline.placed) {
    if (block.kind !== 'table') continue;
    const first = block.rows[0];
    if (holder !== section && (first === undefined || headerOf(layout, first) === null)) columns = null;
    section = holder;
    const rows: TaskRow[] = [];
    let above: string[] | null = null;
    for (const row of block.rows) {
      const texts = cellTexts(layout.source, row);
      const merged: string[] | null = above === null ? null : underHeader(above, texts);
      const header = readColumns(merged ?? texts);
      above = header === null ? null : (merged ?? texts);
      if (header !== null) {
        if (columns === null || header.count !== columns.count) groups = [];
        columns = header;
        continue;
      }
      if (columns === null) continue;
      const read = readRow(layout, row, columns, time, rows.at(-1));
      if (read === null) continue;
      if (carriesOn(read) && rows.length > 0)
        rows[rows.length - 1] = joinRows(layout, rows.at(-1) as TaskRow, read);
      else rows.push(read);
    }
    rows.forEach((row, at) => {
      const group = groupOf(row, rows[at + 1]);
      if (group !== null) {
        groups = [...groups.filter((open) => open.rank < group.rank), group];
        return;
      }
      const no = numberOf(row);
      groups = groups.filter((open) => open.holds(no));
      tasks.push(taskOf(layout, row, no, groups.at(-1)?.title ?? null, time));
    });
  }
  return tasks;
}

function headerOf(layout: Layout, row: Row): Columns | null {
  return readColumns(cellTexts(layout.source, row));
}

function readRow(
  layout: Layout,
  row: Row,
  columns: Columns,
  time: PlanTime,
  above: TaskRow | undefined,
): TaskRow | null {
  const all = row.cells.map((cell) => passage(layout.source, cell));
  const words = [...new Set(all.map((cell) => cell.text).filter((text) => text !== ''))];
  if (words.length === 0) return null;
  const cells = new Map<ColumnRole, Passage>();
  // A group's row is shorter than the header: its cells say themselves what they are.
  const short = all.length < columns.count && all.length <= 2;
  if (short) {
    const [first, second] = all;
    if (second !== undefined && first !== undefined) cells.set('no', first).set('title', second);
    else if (first !== undefined) cells.set('title', first);
  } else if (above !== undefined && goesOnBelow(all, columns, time)) {
    const merged = columns.count - all.length;
    for (const [role, at] of columns.index) {
      const cell = at < merged ? above.cells.get(role) : all[at - merged];
      if (cell !== undefined) cells.set(role, cell);
    }
  } else {
    const moved = missingBeforeDue(all, columns, time);
    const due = columns.index.get('due') ?? 0;
    for (const [role, at] of columns.index) {
      if (at < due && at >= due - moved) continue;
      const cell = all[at >= due ? at - moved : at];
      if (cell !== undefined) cells.set(role, cell);
    }
  }
  // Column numbers under a header: "(1) (2) (3)".
  if (words.length >= 3 && words.every((text, at) => text.replace(/[()]/g, '') === String(at + 1)))
    return null;
  return { row, cells, words };
}

/**
 * How many cells a row lacks before its due cell: a converter writes a cell that is merged downwards in its first row
 * only. The words of time tell where the due cell is.
 */
function missingBeforeDue(all: readonly Passage[], { count, index }: Columns, time: PlanTime): number {
  const due = index.get('due');
  const missing = count - all.length;
  if (due === undefined || missing <= 0 || saysWhen(all[due], time)) return 0;
  const from = Math.max(2, due - missing);
  const at = all.findIndex((cell, place) => place >= from && place < due && saysWhen(cell, time));
  return at < 0 ? 0 : due - at;
}

/** Whether a row lacks its first cells, number and all, because those of the row above are merged downwards. */
function goesOnBelow(all: readonly Passage[], { count, index }: Columns, time: PlanTime): boolean {
  const due = index.get('due');
  const no = index.get('no');
  const merged = count - all.length;
  if (due === undefined || merged < 1) return false;
  // Either the number is merged too, or only what stands before its column.
  const numbered = isRowNumber(all[0]?.text ?? '');
  return (numbered ? no === merged : no === 0) && saysWhen(all[due - merged], time);
}

function saysWhen(cell: Passage | undefined, time: PlanTime): boolean {
  if (cell === undefined || cell.text === '' || cell.text.length > 80) return false;
  return dueOf(cell.text, time).some(({ kind }) => kind !== null);
}

function textOf(row: TaskRow, role: ColumnRole): string {
  return row.cells.get(role)?.text ?? '';
}

function numberOf(row: TaskRow): string {
  return textOf(row, 'no').replace(/[\s.)]+$/u, '');
}

/** Words that a page break parted from the row above: no number, no unit, going on in lower case. */
function carriesOn(row: TaskRow): boolean {
  if (!row.cells.has('no') || textOf(row, 'no') !== '' || textOf(row, 'lead') !== '') return false;
  const title = textOf(row, 'title');
  if (textOf(row, 'due') !== '' && title !== '' && !/^\p{Ll}/u.test(title)) return false;
  const texts = [...row.cells.values()].map((cell) => cell.text).filter((text) => text !== '');
  return texts.length > 0 && row.words.length === texts.length && /^[\p{Ll}(,;]/u.test(texts[0] ?? '');
}

function joinRows(layout: Layout, above: TaskRow, below: TaskRow): TaskRow {
  const cells = new Map(above.cells);
  for (const [role, cell] of below.cells) {
    if (cell.text === '') continue;
    const upper = cells.get(role);
    cells.set(role, passage(layout.source, [...(upper?.ranges ?? []), ...cell.ranges]));
  }
  return { row: { ...above.row, end: below.row.end }, cells, words: [...above.words, ...below.words] };
}

interface Group {
  readonly title: string;
  readonly rank: number;
  /** Whether it holds a task of this number: "2" holds "2.1", not "3"; most hold whatever follows. */
  holds(no: string): boolean;
}

/** Reads a row as the title of a group of tasks; null where it is a task. */
function groupOf(row: TaskRow, next: TaskRow | undefined): Group | null {
  const no = numberOf(row);
  const others = ['lead', 'support', 'due', 'requirement', 'deliverable'] as const;
  const title = textOf(row, 'title') || (row.words.find((text) => text !== no) ?? row.words[0] ?? '');
  const bare = others.every((role) => ['', title, textOf(row, 'no')].includes(textOf(row, role)));
  if (!bare || row.words.length > 2) return null;
  const following = next === undefined ? '' : numberOf(next);
  if (/^\d+(?:\.\d+)*$/u.test(no)) {
    const depth = no.split('.').length;
    const titled = { title: `${no}. ${title}`, rank: 10 + depth };
    if (following.startsWith(`${no}.`)) return { ...titled, holds: (own) => own.startsWith(`${no}.`) };
    if (following === 'a') return { ...titled, holds: (own) => /^[a-hđ]$/u.test(own) };
  }
  const own = no === '' || no === title ? readMarker(title) : null;
  const number = own === null ? no : own.label;
  const printed = own === null && no !== '' && no !== title ? `${no}. ${title}` : title;
  const group = (rank: number): Group => ({ title: printed, rank, holds: () => true });
  if (/^[A-HĐ]$/u.test(number)) return group(1);
  if (/^[IVXLC]+$/u.test(number)) return group(2);
  if (/^[a-hđ]$/u.test(number)) return group(20);
  if (number === '' || no === title) return group(3);
  if (own !== null) return group(3 + (own.depth ?? 1));
  return /\p{Lu}{2}/u.test(title) && !/\p{Ll}{2}/u.test(title) ? group(3) : null;
}

function taskOf(layout: Layout, row: TaskRow, no: string, group: string | null, time: PlanTime): FoundTask {
  const { source } = layout;
  const title = row.cells.get('title') ?? null;
  const requirement = row.cells.get('requirement') ?? null;
  const sides = splitSides(textOf(row, 'lead'));
  const lines = (role: ColumnRole) => brokenLines(layout, row.cells.get(role));
  // Cells that are merged downwards stand in the row above.
  const own = [...row.cells.values()].filter((cell) => cell.text !== '' && cell.start >= row.row.start);
  const start = Math.min(...own.map((cell) => cell.start));
  const end = Math.max(...own.map((cell) => cell.end));
  const area = textOf(row, 'area');
  return {
    start,
    end,
    dueWords: row.cells.get('due') ?? null,
    requirementWords: requirement,
    task: {
      no: isRowNumber(textOf(row, 'no')) || no.length <= 8 ? no : '',
      title: (title?.text ?? '').replace(/^[-–+•]\s+(?!.*\s[-–+•]\s)/u, ''),
      area: area !== '' ? area : group,
      leadUnits: splitUnits(sides.lead, sides.support === '' ? lines('lead') : []),
      supportUnits: [...splitUnits(sides.support), ...splitUnits(textOf(row, 'support'), lines('support'))],
      requirement: requirement === null || requirement.text === '' ? null : requirement.text,
      deliverable: textOf(row, 'deliverable') || null,
      due: dueOf(textOf(row, 'due'), time),
      otherDates: [
        ...otherDatesOf(source, title, 'title', time),
        ...otherDatesOf(source, requirement, 'requirement', time),
      ],
      span: source.span(start, end),
    },
  };
}

/** A cell's own lines, where its writer broke them. */
function brokenLines(layout: Layout, cell: Passage | undefined): string[] {
  if (cell === undefined) return [];
  return cell.ranges
    .flatMap(([start, end]) =>
      layout.source.text.slice(start, end).split(new RegExp(`[\n${CELL_BREAK}]`, 'u')),
    )
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
