import type { Range, Source } from './text.ts';

/** A cell may be broken over lines or pages: it is one or more ranges of the working text. */
type Cell = readonly Range[];

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

/** What the reader of tables must know of the words that head them; each kind of document has its own. */
export interface TableHeadings {
  /** Whether a heading stands above the numbers of the rows: "STT". */
  numbersRows(heading: string): boolean;
  /** Whether a row's cells are headings. */
  areHeadings(cells: readonly string[]): boolean;
  /** What the heading above is like that a heading of a second row belongs to; null for none of these. */
  parentOf(heading: string): RegExp | null;
  /** Most lines of a cell, where a list's cells are longer than a bar that nothing closes may swallow. */
  longestCell?: number;
}

/** A number, letter or numeral alone in a cell: the row's number. */
const ROW_NUMBER = /^(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-HĐ]|[a-hđ])\s*[.)]?$/u;

export function isRowNumber(text: string): boolean {
  return ROW_NUMBER.test(text);
}

/** A row that is still being put together. */
export interface OpenRow {
  cells: Range[][];
  start: number;
  end: number;
}

/** Cuts a line at its borders. */
export function split(text: string, start: number, border: string): Range[] {
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

/** The words of a range, white space collapsed. */
export function words(source: Source, range: Range | undefined): string {
  return range === undefined ? '' : source.text.slice(range[0], range[1]).replace(/\s+/g, ' ').trim();
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
