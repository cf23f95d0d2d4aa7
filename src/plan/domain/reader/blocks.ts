import {
  isEmptyLine,
  isPageNumber,
  isRule,
  judgeWrapping,
  type Line,
  readLines,
  type Wrapping,
} from '../../../pure/reading/lines.ts';
import { type Marker, readMarker } from '../../../pure/reading/markers.ts';
import { cellTexts, type Row } from '../../../pure/reading/table-cells.ts';
import { readTable } from '../../../pure/reading/tables.ts';
import { type Passage, passage, type Range, type Source } from '../../../pure/reading/text.ts';
import { planHeadings, readColumns } from './table-columns.ts';

/** A paragraph, put together again where a margin or a page broke it. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /** With its marker. */
  readonly passage: Passage;
  readonly marker: Marker | null;
  /** Depth of a Markdown heading, 0 for none. */
  readonly hashes: number;
  /** Stood in a cell of a table without a header: letterhead, signature, recipients. */
  readonly boxed: boolean;
  /** Lines that it was written on. */
  readonly lines: number;
}

interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly Row[];
}

export type Block = Paragraph | TableBlock;

/** What the rest of the reader works on. */
export interface Layout {
  readonly source: Source;
  readonly lines: readonly Line[];
  readonly blocks: readonly Block[];
}

/** Cuts a document into paragraphs and tables. */
export function readLayout(source: Source): Layout {
  const lines = readLines(source);
  const wrapping = judgeWrapping(lines);
  const blocks: Block[] = [];
  let open: Line[] = [];
  let gap = true;
  let previousCount = 0;

  const close = () => {
    if (open.length > 0) blocks.push(paragraphOf(source, open, false));
    open = [];
  };

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) break;
    if (isEmptyLine(line) || (isRule(line) && line.text.trim() !== '|')) {
      gap = true;
      continue;
    }
    const table = readTable(source, lines, at, planHeadings);
    if (table !== null) {
      close();
      const known = isTaskTable(source, table.rows, previousCount);
      if (known > 0) {
        blocks.push({ kind: 'table', rows: table.rows });
        previousCount = known;
      } else {
        blocks.push(...boxedParagraphs(source, table.rows, wrapping));
      }
      at = Math.max(at, table.next - 1);
      gap = true;
      continue;
    }
    if (isPageNumber(line) && (gap || isEmptyLine(lines[at + 1] ?? line))) continue;
    if (open.length === 0 || !continues(open.at(-1), line, gap, wrapping)) close();
    open.push(line);
    gap = false;
  }
  close();
  return { source, lines, blocks };
}

/** Number of columns of a table with a task header, or of one that goes on without a header; 0 for others. */
function isTaskTable(source: Source, rows: readonly Row[], previous: number): number {
  for (const row of rows.slice(0, 4)) {
    const columns = readColumns(cellTexts(source, row));
    if (columns !== null) return columns.count;
  }
  const first = rows[0];
  if (previous >= 3 && first !== undefined && first.cells.length === previous) return previous;
  return rows.length >= 2 && rows.every((row) => row.cells.length >= 3)
    ? Math.max(3, first?.cells.length ?? 0)
    : 0;
}

function boxedParagraphs(source: Source, rows: readonly Row[], wrapping: Wrapping): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const row of rows) {
    for (const cell of row.cells) {
      for (const [start, end] of cell) paragraphs.push(...cellParagraphs(source, start, end, wrapping));
    }
  }
  return paragraphs;
}

function cellParagraphs(source: Source, start: number, end: number, wrapping: Wrapping): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Line[] = [];
  let from = start;
  while (from < end) {
    let to = from;
    while (to < end && source.text[to] !== '\n' && source.text[to] !== '\u2028') to++;
    const words = source.text.slice(from, to).trim();
    if (words !== '') {
      const begin = source.text.indexOf(words, from);
      const line: Line = { start: begin, end: begin + words.length, text: words, hashes: 0 };
      if (isRule(line)) {
        from = to + 1;
        continue;
      }
      if (open.length > 0 && !continues(open.at(-1), line, false, wrapping)) {
        paragraphs.push(paragraphOf(source, open, true));
        open = [];
      }
      open.push(line);
    }
    from = to + 1;
  }
  if (open.length > 0) paragraphs.push(paragraphOf(source, open, true));
  return paragraphs;
}

function paragraphOf(source: Source, lines: readonly Line[], boxed: boolean): Paragraph {
  const ranges: Range[] = lines.map((line) => [line.start, line.end]);
  const words = passage(source, ranges);
  return {
    kind: 'paragraph',
    passage: words,
    marker: readMarker(words.text),
    hashes: lines[0]?.hashes ?? 0,
    boxed,
    lines: lines.length,
  };
}

const STOPPED = /[.;:!?…/][”"')\]]*$/u;
/** Words that cannot end a paragraph. */
const DANGLING =
  /(?:[,(–-]|\s(?:và|của|các|thuộc|với|cho|tại|theo|về|từ|đến|trong|là|để|hoặc|những|được))$/iu;
/** Words that a number follows. */
const BEFORE_NUMBER = /(?:^|\s)(?:số\s*:?|ngày|tháng|năm|quý)$/iu;
/** A number alone on its line: its heading stands on the next. */
const BARE_NUMBER = /^(?:\d{1,2}(?:\.\d{1,2})*|[IVXLC]{1,6}|[A-H])\s*[.)]$/u;
const LOWER = /^[\p{Ll}]/u;
/** "Đơn vị chủ trì: …" begins a paragraph of its own. */
const LABEL =
  /^(?:đơn vị|cơ quan|thời (?:gian|hạn)|nội dung|sản phẩm|kết quả|phân công|chủ trì|phối hợp)[^:.;]{0,40}:/iu;

/** Whether a line goes on with the paragraph of the line before it. */
function continues(previous: Line | undefined, line: Line, gap: boolean, wrapping: Wrapping): boolean {
  if (previous === undefined || line.hashes > 0 || previous.hashes > 0) return false;
  const before = previous.text;
  const marker = readMarker(line.text);
  if (marker !== null && !brokenMarker(marker, before, line.text, wrapping)) return false;
  if (/^nơi nhận/iu.test(line.text) || LABEL.test(line.text)) return false;
  if (!gap && BARE_NUMBER.test(before)) return true;
  if (gap) return LOWER.test(line.text) && !STOPPED.test(before) && before.length > 20 && marker === null;
  if (DANGLING.test(before) || (BEFORE_NUMBER.test(before) && /^(?:\d|[IVX]+(?![\p{L}]))/u.test(line.text)))
    return true;
  if (LOWER.test(line.text) && !STOPPED.test(before)) return true;
  // The heading of a part, broken by a converter.
  if (isLetterhead(before) && isLetterhead(line.text) && readMarker(before)?.kind === 'roman') return true;
  if (!wrapping.wrapped) return false;
  const full = before.length >= wrapping.width * 0.72;
  if (wrapping.spaced) {
    if (isLetterhead(before) !== isLetterhead(line.text)) return false;
    if (isLetterhead(line.text))
      return !/^(?:TỈNH|THÀNH PHỐ|KT\.|TM\.|TL\.|PHÓ |CHỦ TỊCH|GIÁM ĐỐC)/u.test(line.text);
    return full || !/[.;!?]$/u.test(before) || LOWER.test(line.text);
  }
  if (LOWER.test(line.text) || !STOPPED.test(before)) return full;
  // A sentence ended at the margin: the next word had no room on the line.
  const word = line.text.split(' ', 1)[0] ?? '';
  return /[.!?]$/u.test(before) && before.length + 1 + word.length > wrapping.longest;
}

/** All in capitals: letterhead, type, post, the title of a part. */
function isLetterhead(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text);
}

/** A number or a dash that a margin pushed to the beginning of a line: "năm\n2025. Định kỳ", "viện\n- trường". */
function brokenMarker(marker: Marker, before: string, line: string, wrapping: Wrapping): boolean {
  if (/(?:^|\D)\d{4}$/.test(before) && /^[-–]\s*\d{4}(?:\D|$)/.test(line)) return true;
  if (marker.kind === 'decimal' && BEFORE_NUMBER.test(before)) return true;
  if (marker.kind === 'roman' && /\squý$/iu.test(before)) return true;
  if (!wrapping.wrapped || STOPPED.test(before)) return false;
  if (marker.kind === 'bullet') {
    return /^[-–—]\s+\p{Ll}/u.test(line) && before.length >= wrapping.width * 0.72;
  }
  return marker.kind === 'decimal' && marker.depth === 1 && (/[,(–-]$/u.test(before) || marker.order > 60);
}
