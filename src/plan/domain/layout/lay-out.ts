import type { Line } from '../../../pure/reading/lines.ts';
import { cellTexts, type Row } from '../../../pure/reading/table-cells.ts';
import { type Passage, readSource, type Source } from '../../../pure/reading/text.ts';
import { fold } from '../../../pure/vietnamese/fold.ts';
import type { Item } from '../draft.ts';
import type { ReadDocument, ReadPlan, Span } from '../read-plan.ts';
import { type Block, type Layout, type Paragraph, readLayout } from '../reader/blocks.ts';
import { type Outline, readOutline } from '../reader/outline.ts';
import { type ColumnRole, readColumns } from '../reader/table-columns.ts';
import type { LaidBlock, LaidOut, LaidParagraph, LaidRow } from './laid-out.ts';

const RECIPIENTS = /^nơi nhận\s*[:.]?\s*/iu;
const BULLET = /^[-–—+•▪●○◦∙·*]\s*/u;
/** All in capitals: the post of who signs, the agency above. */
const CAPITALS = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u;
const ABOVE = /^(?:UBND|ỦY BAN|UỶ BAN|BỘ|CHÍNH PHỦ|THÀNH ỦY|TỈNH ỦY)(?!\p{L})/u;
/** A table's rows that come again on each page say nothing new. */
type TableBlock = Extract<Block, { kind: 'table' }>;

/** Sets a plan's text: title, parts, paragraphs and tables, with the items that begin in each. */
export function layOut(reading: ReadPlan, items: readonly Pick<Item, 'key' | 'spans'>[]): LaidOut {
  const source = readSource(reading.text);
  const layout = readLayout(source);
  const outline = readOutline(layout);
  const { blocks } = layout;
  const start = bodyStart(blocks, outline, reading.document);
  const foot = blocks.findIndex((block, at) => at >= start && isParagraph(block) && isRecipients(block));
  const appendix = new Set(
    outline.sections.filter(({ kind }) => kind === 'appendix').map(({ heading }) => heading),
  );
  const isAppendix = (block: Block | undefined) => block?.kind === 'paragraph' && appendix.has(block);
  const end = blocks.findIndex((block, at) => at > Math.max(foot, start) && isAppendix(block));
  const annexed = end < 0 ? blocks.length : end;
  const bodyEnd = foot < 0 ? annexed : foot;
  const laid = new Layer(source, outline, items, appendix);
  const body = blocks.slice(start, bodyEnd).map((block) => laid.block(block));
  const annexes = blocks.slice(annexed).map((block) => laid.block(block));
  return {
    parent: parentOf(linesAbove(layout, blocks[start]), reading.document),
    blocks: [...body, ...annexes].filter((block) => block.kind !== 'table' || block.rows.length > 0),
    appendix: body.length,
    ...footOf(foot < 0 ? [] : blocks.slice(foot, annexed), reading.document),
  };
}

const isParagraph = (block: Block): block is Paragraph => block.kind === 'paragraph';
const isRecipients = ({ passage }: Paragraph) => RECIPIENTS.test(passage.text);

/** The block after the type and the title; those before are the letterhead. */
function bodyStart(blocks: readonly Block[], outline: Outline, document: ReadDocument): number {
  const first = outline.sections[0]?.heading;
  const found = first === undefined ? -1 : blocks.indexOf(first);
  const limit = found < 0 ? blocks.length : found;
  const words = (at: number) => {
    const block = blocks[at];
    return at < limit && block?.kind === 'paragraph' ? fold(block.passage.text) : undefined;
  };
  const type = document.type === null ? null : fold(document.type);
  let at = 0;
  while (
    at < limit &&
    (type === null || words(at)?.startsWith(type) !== true || (words(at)?.length ?? 0) > 300)
  )
    at += 1;
  if (at === limit) return 0;
  const title = document.title === null ? '' : fold(document.title);
  const isTitle = (text: string | undefined) =>
    text !== undefined && (title.includes(text) || /^[-_–—*\s]*$/.test(text));
  at += 1;
  while (isTitle(words(at))) at += 1;
  return at;
}

function linesAbove({ lines }: Layout, block: Block | undefined): readonly Line[] {
  if (block === undefined) return lines;
  const start = block.kind === 'table' ? (block.rows[0]?.start ?? 0) : block.passage.start;
  return lines.filter((line) => line.start < start);
}

/** The lines in capitals above the issuer's own name. */
function parentOf(lines: readonly Line[], { issuer }: ReadDocument): string | null {
  const own = fold(issuer ?? '');
  // A People's Committee issues for itself: what its letterhead writes is its own name.
  if (own === '' || /^(?:uy ban nhan dan|ubnd)/.test(own)) return null;
  const cells = lines.flatMap(({ text }) => text.split(/[|\t\u2028]| {4,}/u)).map((cell) => cell.trim());
  const from = cells.findIndex((cell) => ABOVE.test(cell) && CAPITALS.test(cell));
  const to = cells.findIndex((cell, at) => at > from && fold(cell).startsWith(own));
  if (from < 0 || to < 0) return null;
  const above = cells.slice(from, to).filter((cell) => CAPITALS.test(cell) && !/^CỘNG H/u.test(cell));
  return above.join(' ');
}

/** Recipients as printed, and the posts above the name of who signed. */
function footOf(blocks: readonly Block[], { signer }: ReadDocument): Pick<LaidOut, 'recipients' | 'posts'> {
  const lines = blocks
    .filter(isParagraph)
    .map(({ passage: { text } }) => text.replace(RECIPIENTS, '').trim())
    .filter((line) => line !== '');
  return {
    recipients: lines.filter((line) => BULLET.test(line)).map((line) => line.replace(BULLET, '')),
    posts: lines.filter(
      (line) => !BULLET.test(line) && CAPITALS.test(line) && fold(line) !== fold(signer ?? ''),
    ),
  };
}

/** Sets block after block, and hands out the items as their place comes. */
class Layer {
  readonly #source: Source;
  readonly #sections: ReadonlyMap<Paragraph, Outline['sections'][number]>;
  readonly #appendix: ReadonlySet<Paragraph>;
  readonly #waiting: { key: string; span: Span }[];
  /** Between the heading of an appendix and its table the words stand in the middle. */
  #middle = false;

  constructor(
    source: Source,
    outline: Outline,
    items: readonly Pick<Item, 'key' | 'spans'>[],
    appendix: ReadonlySet<Paragraph>,
  ) {
    this.#source = source;
    this.#sections = new Map(outline.sections.map((section) => [section.heading, section]));
    this.#appendix = appendix;
    this.#waiting = items
      .flatMap(({ key, spans }) => (spans[0] === undefined ? [] : [{ key, span: spans[0] }]))
      .sort((a, b) => a.span[0] - b.span[0]);
  }

  block(block: Block): LaidBlock {
    return block.kind === 'table' ? this.#table(block) : this.#paragraph(block);
  }

  /** The items that begin before a point and have not been placed. */
  #until(point: number): { key: string; span: Span }[] {
    const next = this.#waiting.findIndex(({ span }) => span[0] >= point);
    return this.#waiting.splice(0, next < 0 ? this.#waiting.length : next);
  }

  #paragraph(paragraph: Paragraph): LaidBlock {
    const { passage, marker } = paragraph;
    const span = this.#source.span(passage.start, passage.end);
    const found = this.#until(span[1]);
    const items = found.map(({ key }) => key);
    const section = this.#sections.get(paragraph);
    if (section !== undefined && !section.runIn) {
      const { label, title, level } = section;
      this.#middle = this.#appendix.has(paragraph);
      return {
        kind: 'heading',
        level: this.#middle ? 0 : level,
        text: passage.text,
        label,
        title,
        span,
        items,
      };
    }
    const manner = this.#middle
      ? passage.text.startsWith('(')
        ? 'note'
        : 'centred'
      : marker?.kind === 'bullet'
        ? 'bullet'
        : 'text';
    return {
      kind: 'paragraph',
      manner,
      text: passage.text,
      marks: found.map((item) => this.#mark(passage, item)),
      span,
      items,
    };
  }

  #mark(passage: Passage, { key, span }: { key: string; span: Span }): LaidParagraph['marks'][number] {
    const [start, end] = [this.#unitAt(passage, span[0]), this.#unitAt(passage, span[1])];
    return { key, start, end: Math.max(start, end) };
  }

  /** Where a code point of the reading's text stands in the words of a passage. */
  #unitAt(passage: Passage, point: number): number {
    let low = 0;
    let high = passage.text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const [start, end] = passage.range(middle, middle + 1);
      if (this.#source.span(start, end)[0] < point) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #table(table: TableBlock): LaidBlock {
    this.#middle = false;
    let header: string[] | null = null;
    let roles: (ColumnRole | null)[] = [];
    const rows: LaidRow[] = [];
    for (const row of table.rows) {
      const cells = cellTexts(this.#source, row);
      const columns = readColumns(cells);
      if (columns !== null && (header === null ? rows.length === 0 : columns.count === header.length)) {
        if (header === null) {
          header = cells;
          roles = cells.map((_, at) => [...columns.index].find(([, index]) => index === at)?.[0] ?? null);
        }
        continue;
      }
      rows.push(this.#row(row, cells));
    }
    const [first, last] = [table.rows[0], table.rows.at(-1)];
    return { kind: 'table', header, roles, rows, span: this.#source.span(first?.start ?? 0, last?.end ?? 0) };
  }

  #row(row: Row, cells: string[]): LaidRow {
    const span = this.#source.span(row.start, row.end);
    const filled = cells.filter((cell) => cell !== '');
    return {
      cells: filled.length === 1 && cells.length !== 1 ? filled : cells,
      span,
      items: this.#until(span[1]).map(({ key }) => key),
    };
  }
}
