import { readFlattened } from './flattened-tables.ts';
import { isEmptyLine, isPageNumber, isRule, type Line } from './lines.ts';
import { readMarker } from './markers.ts';
import { isRowNumber, type OpenRow, split, type Table, type TableHeadings, words } from './table-cells.ts';
import type { Range, Source } from './text.ts';

const MARKDOWN_RULE = /^[\s|:+-]*-[\s|:+-]*$/;

/** Reads the table that begins at a line; null where none does. */
export function readTable(
  source: Source,
  lines: readonly Line[],
  at: number,
  headings: TableHeadings,
): Table | null {
  const line = lines[at];
  if (line === undefined) return null;
  if (line.text.trim() === '|') return readFlattened(source, lines, at, headings);
  const cells = cellsOf(line);
  if (cells === null || !beginsTable(source, lines, at, cells)) return null;
  return readDelimited(source, lines, at, cells.length, headings);
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

function beginsTable(source: Source, lines: readonly Line[], at: number, cells: Range[]): boolean {
  if (cells.length >= 3) return true;
  // "1.<tab>Mục đích" is a numbered paragraph, unless rows of the same kind stand around it.
  const first = words(source, cells[0]);
  if (first !== '' && !isRowNumber(first) && readMarker(`${first} x`) === null) return cells.length >= 2;
  const next = lines[at + 1];
  return (
    lines[at]?.text.startsWith('|') === true || (next !== undefined && (cellsOf(next)?.length ?? 0) >= 3)
  );
}

/** Rows written a line each, their cells parted by tabs or bars; a cell broken over lines is put together. */
function readDelimited(
  source: Source,
  lines: readonly Line[],
  at: number,
  columns: number,
  headings: TableHeadings,
): Table {
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
      const header = headings.areHeadings(texts);
      const unfinished = current !== undefined && headed && current.cells.length < count;
      if (unfinished && !header && cells.length < count && !isRowNumber(texts[0] ?? '') && !gap) {
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
    } else if (isRule(line) || isPageBreak(lines, k, gap, headings)) {
      continue;
    } else if (current !== undefined && !gap && isContinuation(line, current.cells.length < count)) {
      appendTo(current, [[line.start, line.end]], line.end);
    } else if (headed && isGroupLine(line) && tableGoesOn(lines, k + 1, headings)) {
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

/** A page's number between two rows, or above the header that the next page repeats. */
function isPageBreak(lines: readonly Line[], at: number, gap: boolean, headings: TableHeadings): boolean {
  const line = lines[at];
  if (line === undefined || !isPageNumber(line)) return false;
  if (gap && tableGoesOn(lines, at + 1, headings)) return true;
  const below = lines.slice(at + 1, at + 6).find((next) => !isEmptyLine(next));
  const repeated = below !== undefined && headings.numbersRows(below.text.split(/[\t|]/).find(Boolean) ?? '');
  return (repeated || /^trang/iu.test(line.text)) && below !== undefined && cellsOf(below) !== null;
}

function isGroupLine(line: Line): boolean {
  return line.text.length <= 240 && readMarker(line.text)?.kind !== 'appendix' && line.hashes === 0;
}

/** Whether the next written line is another row, and not the header of another table. */
function tableGoesOn(lines: readonly Line[], at: number, headings: TableHeadings): boolean {
  for (let k = at; k < Math.min(lines.length, at + 6); k++) {
    const line = lines[k];
    if (line === undefined) return false;
    if (isEmptyLine(line) || isPageNumber(line)) continue;
    const cells = cellsOf(line);
    return (
      cells !== null &&
      cells.length >= 3 &&
      !headings.numbersRows(line.text.split(/[\t|]/).find(Boolean) ?? '')
    );
  }
  return false;
}
