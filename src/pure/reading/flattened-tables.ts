import { fold } from '../vietnamese/fold.ts';
import { isEmptyLine, type Line } from './lines.ts';
import { isRowNumber, type OpenRow, split, type Table, type TableHeadings, words } from './table-cells.ts';
import type { Range, Source } from './text.ts';

type Token = 'bar' | Range;

/**
 * Reads cells that a converter wrote a line each between bars. Where a bar stands before the first cell, one bar after
 * another ends a row, or is an empty cell; where bars only follow cells, nothing but the header tells the rows apart.
 */
export function readFlattened(
  source: Source,
  lines: readonly Line[],
  at: number,
  headings: TableHeadings,
): Table {
  const { tokens, next } = readTokens(lines, at, headings.longestCell ?? LONGEST_CELL);
  const before = lines[at - 1];
  const first = before === undefined || isEmptyLine(before) ? null : before;
  if (first !== null && headings.numbersRows(first.text)) {
    const rows = rowsByHeader(source, first, tokens, headings);
    if (rows !== null) return { rows, next };
  }
  return { rows: rowsByBars(source, tokens, headings), next };
}

/** Longest cell, in lines: a bar that nothing closes must not swallow the document. */
const LONGEST_CELL = 80;
/** Of a last cell that the file ends in. */
const LONGEST_LAST_CELL = 15;

function readTokens(lines: readonly Line[], at: number, longest: number): { tokens: Token[]; next: number } {
  const tokens: Token[] = [];
  let cell: [number, number] | null = null;
  let cellLines = 0;
  let afterBar = at;
  let k = at;
  for (; k < lines.length; k++) {
    const line = lines[k];
    if (line === undefined) break;
    if (isEmptyLine(line)) {
      if (tokens.at(-1) !== 'bar' || cell !== null) continue;
      while (k + 1 < lines.length && isEmpty(lines[k + 1])) k++;
      if (lines[k + 1]?.text.trim().startsWith('|') !== true) break;
      continue;
    }
    for (const [from, to] of split(line.text, line.start, '|')) {
      if (from > line.start) {
        if (cell !== null) tokens.push(cell);
        cell = null;
        cellLines = 0;
        afterBar = k + 1;
        tokens.push('bar');
      }
      if (to > from) cell = cell === null ? [from, to] : [cell[0], to];
    }
    if (cell !== null && ++cellLines > longest) return { tokens, next: afterBar };
  }
  if (cell !== null) {
    if (cellLines > LONGEST_LAST_CELL) return { tokens, next: afterBar };
    tokens.push(cell);
  }
  return { tokens, next: k };
}

function isEmpty(line: Line | undefined): boolean {
  return line !== undefined && isEmptyLine(line);
}

/**
 * Rows that begin with a bar of their own. Between two cells stands one bar, and one more for each empty cell and for
 * the end of a row: how many cells the header has tells which.
 */
function rowsByBars(source: Source, tokens: readonly Token[], headings: TableHeadings): OpenRow[] {
  const rows: OpenRow[] = [];
  let count = 0;
  let numbered = false;
  let current: Range[][] = [];
  let bars = 0;
  const close = () => {
    const row = rowOf(source, current);
    if (row !== null) {
      rows.push(row);
      if (rows.length === 2 && mergeSubHeader(source, rows, headings)) count = rows[0]?.cells.length ?? count;
      else if (count < 2) {
        count = current.length;
        numbered = headings.numbersRows(words(source, current[0]?.[0]));
      }
    }
    current = [];
  };
  const empties = (many: number) => {
    for (let at = 0; at < many; at++) current.push([]);
  };
  for (const token of tokens) {
    if (token === 'bar') {
      bars++;
      continue;
    }
    const next = words(source, token);
    if (next === '') continue;
    const between = bars;
    bars = 0;
    if (current.length === 0) {
      empties(count > 1 && !isRowNumber(next) ? between - 1 : 0);
    } else if (between > 1) {
      const open = current.length + between - 1 < count;
      if (open && !endsRow(source, next, current, numbered)) {
        empties(between - 1);
      } else {
        const missing = Math.max(0, count - current.length);
        const before = between - 2 - missing;
        close();
        empties(count < 2 || isRowNumber(next) ? 0 : before >= 0 ? before : between - 2);
      }
    }
    current.push([token]);
  }
  close();
  return rows;
}

function rowOf(source: Source, cells: Range[][]): OpenRow | null {
  const filled = cells.flat().filter((range) => words(source, range) !== '');
  const first = filled[0];
  const last = filled.at(-1);
  return first === undefined || last === undefined ? null : { cells, start: first[0], end: last[1] };
}

/** Whether a row ends that is shorter than the header: what follows begins another row. */
function endsRow(source: Source, next: string, row: readonly Range[][], numbered: boolean): boolean {
  if (isRowNumber(next)) return true;
  // One cell over the whole row: a group's title.
  return numbered && row.length === 1 && !isRowNumber(words(source, row[0]?.[0]));
}

/**
 * Rows whose bars only follow their cells: the header's cells are counted, then every row takes as many, but for a
 * group's row, which is followed too soon by the number of another row.
 */
function rowsByHeader(
  source: Source,
  first: Line,
  tokens: readonly Token[],
  headings: TableHeadings,
): OpenRow[] | null {
  const cells: Range[][] = [[[first.start, first.end]]];
  let filled = true;
  for (const token of tokens) {
    if (token !== 'bar') {
      cells.push([token]);
      filled = true;
    } else if (filled) {
      filled = false;
    } else {
      cells.push([]);
    }
  }
  const text = (at: number) => words(source, cells[at]?.[0]);
  let count = 1;
  while (count < Math.min(cells.length, 12) && !isRowNumber(text(count))) count++;
  const header = cells.slice(0, count);
  if (!headings.areHeadings(header.map((_cell, at) => text(at)))) return null;
  const rows: OpenRow[] = [];
  const push = (from: number, size: number) => {
    const row = rowOf(source, cells.slice(from, from + size));
    if (row !== null) rows.push(row);
  };
  push(0, count);
  for (let at = count; at < cells.length; ) {
    const ahead = cells
      .slice(at + 1, at + Math.min(count, 3))
      .findIndex((_cell, k) => isRowNumber(text(at + 1 + k)));
    const size = ahead >= 0 ? ahead + 1 : count;
    push(at, size);
    at += size;
  }
  return rows;
}

/** Joins a second row of header cells ("Chủ trì", "Phối hợp" below "Phân công") into the first. */
function mergeSubHeader(source: Source, rows: OpenRow[], headings: TableHeadings): boolean {
  const [header, sub] = rows;
  if (header === undefined || sub === undefined || sub.cells.length >= header.cells.length) return false;
  const text = (cells: readonly Range[]) => cells.map((range) => words(source, range)).join(' ');
  if (sub.cells.length < 2 || !headings.areHeadings(header.cells.map(text))) return false;
  const byParent = new Map<RegExp, Range[][]>();
  for (const cell of sub.cells) {
    const parent = headings.parentOf(text(cell));
    if (parent === null) return false;
    byParent.set(parent, [...(byParent.get(parent) ?? []), cell]);
  }
  for (const [parent, cells] of byParent) {
    const at = header.cells.findIndex((cell) => parent.test(fold(text(cell))));
    if (at < 0) return false;
    header.cells.splice(at, 1, ...cells);
  }
  header.end = sub.end;
  rows.pop();
  return true;
}
