import { isEmptyLine, isRule, type Line, readLines } from '../../../pure/reading/lines.ts';
import { readMarker } from '../../../pure/reading/markers.ts';
import { cellTexts, type Row } from '../../../pure/reading/table-cells.ts';
import { readTable } from '../../../pure/reading/tables.ts';
import type { Source } from '../../../pure/reading/text.ts';
import { procedureHeadings, readColumns } from './columns.ts';
import { isTitle } from './groups.ts';

/** A decision in the order in which it reads: its paragraphs, and the rows of its lists of procedures. */
export type Part =
  | { kind: 'paragraph'; text: string }
  | { kind: 'row'; cells: readonly string[]; start: number; end: number }
  /** Another table begins. */
  | { kind: 'table' };

/** What begins a paragraph of a decision, though no blank line parts it from the one before. */
const BEGINS =
  /^(?:Căn cứ|Xét (?:đề nghị|Tờ trình)|Theo đề nghị|Điều \d+\s*\.|\(?(?:Ban hành )?[Kk]èm theo|Quyết định (?:này )?có hiệu lực|Nơi nhận|TM\.|KT\.|TL\.|QUYẾT ĐỊNH\s*:?$|(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|TỔNG CỤC TRƯỞNG|CỤC TRƯỞNG|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)(?=\s|$))/u;

/** Cuts a decision into paragraphs and the rows of its lists. What heads no list of procedures reads as paragraphs. */
export function readParts(source: Source): Part[] {
  const lines = readLines(source);
  const begins = headingLines(source, lines);
  const parts: Part[] = [];
  let open: string[] = [];
  let columns = 0;
  const close = () => {
    if (open.length > 0) parts.push({ kind: 'paragraph', text: open.join(' ').replace(/\s+/gu, ' ') });
    open = [];
  };
  const take = (rows: readonly Row[]) => {
    close();
    parts.push({ kind: 'table' });
    for (const row of rows)
      parts.push({ kind: 'row', cells: cellTexts(source, row), start: row.start, end: row.end });
  };
  let nextBegin = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) break;
    while ((begins[nextBegin] ?? Number.POSITIVE_INFINITY) < at) nextBegin++;
    const cells = cellsOfLine(line);
    const begin = begins[nextBegin] === at;
    if (begin || (columns >= 3 && cells.length === columns)) {
      if (begin) nextBegin++;
      const until = endOfTable(lines, begins[nextBegin]);
      const table = readTable(source, lines.slice(at, until), 0, procedureHeadings);
      if (table !== null) {
        take(table.rows);
        columns = Math.max(0, ...table.rows.slice(0, 3).map((row) => row.cells.length));
        at += Math.max(0, table.next - 1);
        continue;
      }
    }
    if (isEmptyLine(line) || isRule(line)) {
      close();
      continue;
    }
    for (const cell of cells) {
      if (cells.length > 1 || readMarker(cell) !== null || BEGINS.test(cell)) close();
      open.push(cell);
    }
    if (cells.length > 1) close();
  }
  close();
  return parts;
}

function cellsOfLine(line: Line): string[] {
  return line.text
    .split(/[\t|]/u)
    .map((cell) => cell.trim())
    .filter((cell, _at, all) => cell !== '' || all.length >= 3);
}

/** Lines that the headings of a list take, a cell each between bars. */
const LONGEST_HEADING = 60;

/** The lines at which a list begins: its headings stand on one line, or a line each between bars. */
function headingLines(source: Source, lines: readonly Line[]): number[] {
  const found: number[] = [];
  lines.forEach((line, at) => {
    const text = line.text.trim();
    if (/[\t|]./u.test(text)) {
      if (readColumns(cellsOfLine(line)) !== null) found.push(at);
    } else if (text === '|' && procedureHeadings.numbersRows(cellAfter(lines, at))) {
      found.push(at);
    }
  });
  return found.filter((at) => {
    if (lines[at]?.text.trim() !== '|') return true;
    // "STT" may head another list: of papers, of steps.
    const first = readTable(source, lines.slice(at, at + LONGEST_HEADING), 0, procedureHeadings)?.rows[0];
    return first !== undefined && readColumns(cellTexts(source, first)) !== null;
  });
}

/** The words of the cell that a bar begins, where it takes a few lines. */
function cellAfter(lines: readonly Line[], at: number): string {
  const words: string[] = [];
  for (let k = at + 1; k < Math.min(lines.length, at + 5); k++) {
    const text = lines[k]?.text.trim() ?? '';
    if (text.startsWith('|')) break;
    words.push(text);
  }
  return words.join(' ').trim();
}

/** Where a table must end: before the next one, and before the title that stands above that one. */
function endOfTable(lines: readonly Line[], next: number | undefined): number {
  if (next === undefined) return lines.length;
  if (lines[next]?.text.trim() !== '|') return titleAbove(lines, next) ?? next;
  let bar = next - 1;
  while (bar > 0 && lines[bar]?.text.trim().endsWith('|') !== true) bar--;
  const between = lines.slice(bar + 1, next).some((line) => !isEmptyLine(line));
  return between ? bar + 1 : next;
}

/** Lines that a title takes. */
const LONGEST_TITLE = 10;

/** The first line of the title that stands above a heading, no cells between them; null where there is none. */
function titleAbove(lines: readonly Line[], heading: number): number | null {
  let title: number | null = null;
  for (let at = heading - 1; at >= Math.max(0, heading - LONGEST_TITLE); at--) {
    const text = lines[at]?.text ?? '';
    if (/[\t|]/u.test(text)) break;
    if (text !== '' && isTitle(text)) title = at;
  }
  return title;
}
