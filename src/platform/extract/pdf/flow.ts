import { joinLines, type Segment } from './lines.ts';
import type { RuledTable } from './ruled.ts';

/** A line of text with the bounds of the column that it stands in. */
export interface FlowLine extends Segment {
  kind: 'line';
  page: number;
  left: number;
  right: number;
  /** Stands beside other text, as in a letterhead: its column's true width is not known. */
  narrow: boolean;
}

/** A table's part on one page; `columns` is empty for a table without lines. */
export interface FlowTable {
  kind: 'table';
  page: number;
  columns: readonly number[];
  rows: string[][];
  heights: number[][];
}

export type FlowItem = FlowLine | FlowTable;

/** What stands on a page, top to bottom. */
export type PageItem =
  | { kind: 'line'; y: number; segments: Segment[] }
  | { kind: 'table'; y: number; table: RuledTable };

/** Gap, in sizes of the font, that parts the columns of a run of lines. */
const GUTTER = 0.8;
/** A list number or bullet, which stands apart from its text without being a column. */
const LONE_MARKER = /^(\d{1,2}(\.\d{1,2})*[.)]?|[a-zđ][.)]|[IVX]{1,5}\.?|[-–•+*▪➢✓❖])$/;

/** Puts a page's items into reading order: lines that stand side by side are read column by column. */
export function readingOrder(
  items: readonly PageItem[],
  page: number,
  left: number,
  right: number,
): FlowItem[] {
  const out: FlowItem[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    if (item === undefined) break;
    if (item.kind === 'table') {
      const { columns, rows, heights } = item.table;
      out.push({ kind: 'table', page, columns, rows, heights });
      at++;
      continue;
    }
    const run = sideBySide(items, at);
    if (run.columns.length < 2) {
      const segment = whole(item.segments);
      if (segment !== null) out.push({ kind: 'line', ...segment, page, left, right, narrow: false });
      at++;
      continue;
    }
    out.push(...(run.columns.length > 2 && run.lines.length > 1 ? tableOf(run, page) : columnsOf(run, page)));
    at += run.lines.length;
  }
  return out;
}

interface Interval {
  from: number;
  to: number;
}

interface Run {
  lines: Segment[][];
  columns: Interval[];
}

/** The lines from `start` on that leave the same gutter free. */
function sideBySide(items: readonly PageItem[], start: number): Run {
  const lines: Segment[][] = [];
  let columns: Interval[] = [];
  for (let at = start; at < items.length; at++) {
    const item = items[at];
    if (item?.kind !== 'line') break;
    const segments = withoutLoneMarker(item.segments);
    if (at === start && segments.length < 2 && !isStaggered(item, items[at + 1])) break;
    const size = Math.max(...segments.map((segment) => segment.size));
    const above = lines.at(-1)?.[0];
    // A line by itself some way below is no more part of a letterhead, but its document's title.
    const reach = segments.length > 1 ? 6 : 2.2;
    if (above !== undefined && item.y - above.y > reach * size) break;
    const next = project(
      [...columns, ...segments.map(({ x0, x1 }) => ({ from: x0, to: x1 }))],
      GUTTER * size,
    );
    if (next.length < 2 && at > start) break;
    columns = next;
    lines.push(segments);
  }
  return { lines, columns };
}

/** Whether the next line stands beside this one, a little lower, as in a signature block. */
function isStaggered(item: PageItem, next: PageItem | undefined): boolean {
  if (item.kind !== 'line' || next?.kind !== 'line') return false;
  const both = [...item.segments, ...next.segments];
  const size = Math.max(...both.map((segment) => segment.size));
  const columns = project(
    both.map(({ x0, x1 }) => ({ from: x0, to: x1 })),
    GUTTER * size,
  );
  return next.y - item.y < 0.8 * size && columns.length > 1;
}

function withoutLoneMarker(segments: readonly Segment[]): Segment[] {
  const [first, second] = segments;
  if (first === undefined || second === undefined || segments.length > 2) return [...segments];
  return LONE_MARKER.test(first.text) ? [join(first, second)] : [first, second];
}

function whole(segments: readonly Segment[]): Segment | null {
  const [first, ...rest] = segments;
  return first === undefined ? null : rest.reduce(join, first);
}

function join(a: Segment, b: Segment): Segment {
  return { text: `${a.text} ${b.text}`, x0: a.x0, x1: b.x1, y: a.y, size: Math.max(a.size, b.size) };
}

/** Intervals that overlap or nearly touch become one. */
function project(intervals: readonly Interval[], gap: number): Interval[] {
  const out: Interval[] = [];
  for (const interval of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last !== undefined && interval.from - last.to < gap) last.to = Math.max(last.to, interval.to);
    else out.push({ ...interval });
  }
  return out;
}

function inside(segment: Segment, column: Interval): boolean {
  return segment.x0 >= column.from - 0.1 && segment.x1 <= column.to + 0.1;
}

function columnsOf({ lines, columns }: Run, page: number): FlowItem[] {
  return columns.flatMap((column) =>
    lines.flatMap((segments): FlowLine[] => {
      const segment = whole(segments.filter((each) => inside(each, column)));
      if (segment === null) return [];
      return [{ kind: 'line', ...segment, page, left: column.from, right: column.to, narrow: true }];
    }),
  );
}

/** Three columns and more are a table without lines; a row begins where its first column does. */
function tableOf({ lines, columns }: Run, page: number): FlowItem[] {
  const rows: string[][] = [];
  for (const segments of lines) {
    const cells = columns.map((column) => whole(segments.filter((each) => inside(each, column)))?.text ?? '');
    const last = rows.at(-1);
    if (last === undefined || cells[0] !== '') rows.push(cells);
    else
      cells.forEach((cell, i) => {
        last[i] = joinLines([last[i] ?? '', cell]);
      });
  }
  return [{ kind: 'table', page, columns: [], rows, heights: rows.map((row) => row.map(() => 1)) }];
}
