import { fold } from '../../../pure/vietnamese/fold.ts';
import { isEmptyLine, isPageNumber, isRule, type Line } from './lines.ts';
import { readMarker } from './markers.ts';
import { columnRole, readColumns } from './table-columns.ts';
import type { Range, Source } from './text.ts';

/** A cell may be broken over lines or pages: it is one or more ranges of the working text. */
export type Cell = readonly Range[];

export interface Row {
  readonly cells: readonly Cell[];
  readonly start: number;
  readonly end: number;
}

export interface Table {
  readonly rows: readonly Row[];
  /** Index of the line after the table. */
  readonly next: number;
}

/** A number, letter or numeral alone in a cell: the row's number. */
const ROW_NUMBER = /^(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-HĐ]|[a-hđ])\s*[.)]?$/u;
const MARKDOWN_RULE = /^[\s|:+-]*-[\s|:+-]*$/;

export function isRowNumber(text: string): boolean {
  return ROW_NUMBER.test(text);
}

/** Reads the table that begins at a line; null where none does. */
export function readTable(source: Source, lines: readonly Line[], at: number): Table | null {
  const line = lines[at];
  if (line === undefined) return null;
  if (line.text.trim() === '|') return readFlattened(source, lines, at);
  const cells = cellsOf(line);
  if (cells === null || !beginsTable(source, lines, at, cells)) return null;
  return readDelimited(source, lines, at, cells.length);
}

/** The cells of a line, or null where it has no border in it. */
function cellsOf(line: Line): Range[] | null {
  const { text, start } = line;
  if (text.includes('\t')) return split(text, start, '\t');
  if (!text.includes('|')) return null;
  const bars = text.split('|').length - 1;
  const outer = text.startsWith('|');
  if (!outer && bars < 2) return null;
  const from = outer ? 1 : 0;
  const to = text.length > 1 && text.endsWith('|') ? text.length - 1 : text.length;
  return split(text.slice(from, to), start + from, '|');
}

function split(text: string, start: number, border: string): Range[] {
  const cells: Range[] = [];
  let from = 0;
  for (;;) {
    const found = text.indexOf(border, from);
    const to = found < 0 ? text.length : found;
    cells.push([start + from, start + to]);
    if (found < 0) return cells;
    from = found + 1;
  }
}

function words(source: Source, range: Range | undefined): string {
  return range === undefined ? '' : source.text.slice(range[0], range[1]).replace(/\s+/g, ' ').trim();
}

function beginsTable(source: Source, lines: readonly Line[], at: number, cells: Range[]): boolean {
  if (cells.length >= 3) return true;
  // "1.<tab>Mục đích" is a numbered paragraph, unless rows of the same kind stand around it.
  const first = words(source, cells[0]);
  if (first !== '' && !ROW_NUMBER.test(first) && readMarker(`${first} x`) === null) return cells.length >= 2;
  const next = lines[at + 1];
  return (
    lines[at]?.text.startsWith('|') === true || (next !== undefined && (cellsOf(next)?.length ?? 0) >= 3)
  );
}

interface OpenRow {
  cells: Range[][];
  start: number;
  end: number;
}

/** Rows written a line each, their cells parted by tabs or bars; a cell broken over lines is put together. */
function readDelimited(source: Source, lines: readonly Line[], at: number, columns: number): Table {
  const rows: OpenRow[] = [];
  let count = columns;
  let headed = false;
  let gap = false;
  let next = at;
  for (let k = at; k < lines.length; k++) {
    const line = lines[k];
    if (line === undefined) break;
    if (isEmptyLine(line)) {
      gap = true;
      continue;
    }
    if (MARKDOWN_RULE.test(line.text)) {
      next = k + 1;
      continue;
    }
    const current = rows.at(-1);
    const cells = cellsOf(line);
    if (cells !== null && (cells.length >= 2 || line.text.startsWith('|'))) {
      const texts = cells.map((cell) => words(source, cell));
      const header = readColumns(texts) !== null;
      const unfinished = current !== undefined && headed && current.cells.length < count;
      if (unfinished && !header && cells.length < count && !ROW_NUMBER.test(texts[0] ?? '') && !gap) {
        appendTo(current, cells, line.end);
      } else {
        rows.push({ cells: cells.map((cell) => [cell]), start: line.start, end: line.end });
      }
      if (header) {
        count = cells.length;
        headed = true;
      } else if (!headed) {
        count = Math.max(count, cells.length);
      }
    } else if (isRule(line) || (gap && isPageNumber(line) && tableGoesOn(lines, k + 1))) {
      continue;
    } else if (current !== undefined && !gap && isContinuation(line, current.cells.length < count)) {
      appendTo(current, [[line.start, line.end]], line.end);
    } else if (headed && isGroupLine(line) && tableGoesOn(lines, k + 1)) {
      rows.push({ cells: [[[line.start, line.end]]], start: line.start, end: line.end });
    } else {
      break;
    }
    gap = false;
    next = k + 1;
  }
  return { rows, next };
}

function appendTo(row: OpenRow, cells: readonly Range[], end: number): void {
  const [first, ...others] = cells;
  if (first !== undefined) row.cells.at(-1)?.push(first);
  for (const cell of others) row.cells.push([cell]);
  row.end = end;
}

/** Words below a row that belong to its last cell. */
function isContinuation(line: Line, unfinished: boolean): boolean {
  if (line.hashes > 0) return false;
  const marker = readMarker(line.text);
  if (marker?.kind === 'appendix' || marker?.kind === 'part' || marker?.kind === 'roman') return false;
  if (/^(?:ghi chú|nơi nhận|người lập|tổng cộng)/iu.test(line.text)) return false;
  return unfinished || line.text.length <= 160;
}

function isGroupLine(line: Line): boolean {
  return line.text.length <= 240 && readMarker(line.text)?.kind !== 'appendix' && line.hashes === 0;
}

/** Whether the next written line is another row, and not the header of another table. */
function tableGoesOn(lines: readonly Line[], at: number): boolean {
  for (let k = at; k < Math.min(lines.length, at + 6); k++) {
    const line = lines[k];
    if (line === undefined) return false;
    if (isEmptyLine(line) || isPageNumber(line)) continue;
    const cells = cellsOf(line);
    return (
      cells !== null && cells.length >= 3 && columnRole(line.text.split(/[\t|]/).find(Boolean) ?? '') !== 'no'
    );
  }
  return false;
}

type Token = 'bar' | Range;

/** Cells that a converter wrote a line each between bars; one bar after another ends a row, or is an empty cell. */
function readFlattened(source: Source, lines: readonly Line[], at: number): Table {
  const { tokens, next } = flattenedTokens(lines, at);
  const rows: OpenRow[] = [];
  let count = 0;
  let current: Range[][] = [];
  let open = false;
  let pending: Range | null = null;
  let start = 0;
  let end = 0;
  const close = () => {
    if (current.some((cell) => cell.some((range) => words(source, range) !== ''))) {
      rows.push({ cells: current, start, end });
      if (rows.length === 2 && mergeSubHeader(source, rows)) count = rows[0]?.cells.length ?? count;
      else if (count < 2) count = current.length;
    }
    current = [];
  };
  tokens.forEach((token, index) => {
    if (token !== 'bar') {
      if (!open) return;
      if (pending === null && current.length === 0) start = token[0];
      pending = token;
      end = token[1];
      return;
    }
    if (!open) {
      open = true;
    } else if (pending !== null) {
      current.push([pending]);
      pending = null;
    } else if (current.length === 0) {
      if (count > 1) current.push([]);
    } else if (count < 2 || current.length >= count || endsRow(source, tokens, index, current, count)) {
      close();
    } else {
      current.push([]);
    }
  });
  if (pending !== null) current.push([pending]);
  close();
  return { rows, next };
}

function flattenedTokens(lines: readonly Line[], at: number): { tokens: Token[]; next: number } {
  const tokens: Token[] = [];
  let cell: [number, number] | null = null;
  let cellLines = 0;
  let k = at;
  for (; k < lines.length; k++) {
    const line = lines[k];
    if (line === undefined) break;
    if (isEmptyLine(line)) {
      if (tokens.at(-1) === 'bar' && cell === null) {
        let after = k;
        while (after < lines.length && isEmptyLine(lines[after] as Line)) after++;
        if (lines[after]?.text.trim().startsWith('|') !== true) break;
      }
      continue;
    }
    // A bar that nothing closes must not swallow the document.
    if (cell !== null && ++cellLines > 80) break;
    for (const [from, to] of split(line.text, line.start, '|')) {
      if (from > line.start) {
        if (cell !== null) tokens.push(cell);
        cell = null;
        cellLines = 0;
        tokens.push('bar');
      }
      if (to > from) cell = cell === null ? [from, to] : [cell[0], to];
    }
  }
  if (cell !== null) tokens.push(cell);
  return { tokens, next: k };
}

/** Whether a second bar ends a row that is shorter than the header: what follows begins another row. */
function endsRow(
  source: Source,
  tokens: readonly Token[],
  at: number,
  row: Range[][],
  count: number,
): boolean {
  const first = words(source, row[0]?.[0]);
  let after = at + 1;
  while (tokens[after] === 'bar') after++;
  const following = tokens[after];
  const next = following === undefined || following === 'bar' ? '' : words(source, following);
  if (ROW_NUMBER.test(next)) return true;
  if (row.length > 1) return false;
  if (ROW_NUMBER.test(first)) return false;
  // One cell over the whole row: a group's title.
  return row.length < count;
}

/** Joins a second row of header cells ("Chủ trì", "Phối hợp" below "Phân công") into the first. */
function mergeSubHeader(source: Source, rows: OpenRow[]): boolean {
  const [header, sub] = rows;
  if (header === undefined || sub === undefined || sub.cells.length >= header.cells.length) return false;
  const text = (cells: readonly Range[]) => cells.map((range) => words(source, range)).join(' ');
  if (sub.cells.length < 2 || readColumns(header.cells.map(text)) === null) return false;
  const roles = sub.cells.map((cell) => columnRole(text(cell)));
  if (!roles.every((role) => role === 'lead' || role === 'support' || role === 'due')) return false;
  const parent = header.cells.findIndex((cell) =>
    /phan cong|trach nhiem|don vi|co quan|thoi gian|to chuc/.test(fold(text(cell))),
  );
  if (parent < 0) return false;
  header.cells.splice(parent, 1, ...sub.cells);
  header.end = sub.end;
  rows.pop();
  return true;
}

/** A row's cells as words. */
export function cellTexts(source: Source, row: Row): string[] {
  return row.cells.map((cell) =>
    cell
      .map((range) => words(source, range))
      .join(' ')
      .trim(),
  );
}
