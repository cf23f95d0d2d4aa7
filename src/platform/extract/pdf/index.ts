import { getDocument, PasswordException } from 'unpdf/pdfjs';
import { isLayoutTable } from '../grid.ts';
import { type Block, ExtractError, type Extracted, joinBlocks } from '../types.ts';
import { type FlowItem, type FlowTable, type PageItem, readingOrder } from './flow.ts';
import { dropFurniture, type LaidPage, takeFootnotes } from './furniture.ts';
import { toLines } from './lines.ts';
import { type PageMarks, readMarks } from './marks.ts';
import type { Matrix } from './matrix.ts';
import { ParagraphJoiner } from './paragraphs.ts';
import { readRuledTables } from './ruled.ts';
import { continueTable } from './tables.ts';

/** A plan of more pages than this is not a plan. */
const MAX_PAGES = 2_000;

/** Reads the text layer of a PDF as it reads on the page, tables by their drawn lines. */
export async function readPdf(
  bytes: Uint8Array,
  onProgress: (done: number, total: number) => void,
): Promise<Extracted> {
  const pages: LaidPage[] = [];
  let images = 0;
  const count = await eachPage(bytes, (marks, number, total) => {
    images += marks.images;
    pages.push(layOut(marks));
    onProgress(number, total);
  });
  if (pages.every((page) => page.items.length === 0)) {
    throw images > 0
      ? new ExtractError('no-text-layer', { pages: count })
      : new ExtractError('empty', { format: 'pdf' });
  }
  const margins = dropFurniture(pages);
  const notes = takeFootnotes(pages, bodySize(pages));
  const blocks = toBlocks(pages, notes);
  // A scan whose pages were numbered or stamped by a machine has a few words of text, and no more.
  const letters = blocks.reduce((sum, block) => sum + block.text.length, 0);
  if (images >= count && letters < 40 * count) throw new ExtractError('no-text-layer', { pages: count });
  return { format: 'pdf', text: joinBlocks(blocks), pages: count, margins: margins.join('\n') };
}

async function eachPage(
  bytes: Uint8Array,
  visit: (marks: PageMarks, number: number, total: number) => void,
): Promise<number> {
  const document = await open(bytes);
  if (document.numPages > MAX_PAGES)
    throw new ExtractError('too-large', { pages: document.numPages, limit: MAX_PAGES });
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const view = page.getViewport({ scale: 1 });
    const [a, b, c, d, e, f] = view.transform as number[];
    const matrix: Matrix = [a ?? 1, b ?? 0, c ?? 0, d ?? -1, e ?? 0, f ?? 0];
    const list = await page.getOperatorList({ annotationMode: 0 });
    visit(readMarks(list, matrix, view.width, view.height), number, document.numPages);
    page.cleanup();
  }
  return document.numPages;
}

async function open(bytes: Uint8Array): Promise<Awaited<ReturnType<typeof getDocument>['promise']>> {
  try {
    // Pictures are counted, not decoded.
    return await getDocument({ data: bytes, maxImageSize: 1, verbosity: 0 }).promise;
  } catch (error) {
    if (error instanceof PasswordException) throw new ExtractError('encrypted', { format: 'pdf' });
    throw new ExtractError('damaged', { where: 'pdf' });
  }
}

function layOut(marks: PageMarks): LaidPage {
  const { tables, rest } = readRuledTables(marks);
  const items: PageItem[] = toLines(rest).map((segments) => ({
    kind: 'line',
    y: segments[0]?.y ?? 0,
    segments,
  }));
  for (const table of tables) {
    const cells = table.rows.flat();
    const letterhead = isLayoutTable(table.rows.length, table.columns.length - 1, true, cells.join('\n'));
    if (!letterhead) items.push({ kind: 'table', y: table.top, table });
    else items.push(...cellLines(cells, table));
  }
  return { width: marks.width, height: marks.height, items: items.sort((a, b) => a.y - b.y) };
}

/** A drawn letterhead or signature block: its cells one below the other. */
function cellLines(
  cells: readonly string[],
  { left, right, top }: { left: number; right: number; top: number },
): PageItem[] {
  return cells
    .filter((text) => text !== '')
    .map((text, i) => {
      const y = top + i / 100;
      return { kind: 'line', y, segments: [{ text, x0: left, x1: right, y, size: 0 }] };
    });
}

function lineSegments(pages: readonly LaidPage[]) {
  return pages.flatMap((page) => page.items.flatMap((item) => (item.kind === 'line' ? item.segments : [])));
}

/** Size in which most of the text outside tables is set. */
function bodySize(pages: readonly LaidPage[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of lineSegments(pages)) {
    lengths.set(Math.round(size), (lengths.get(Math.round(size)) ?? 0) + text.length);
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Few short lines do not tell the edge: no page leaves more of its width free than the rest of this share. */
const LEAST_WIDTH = 0.8;

/** Left and right edge of the text on pages of one width. */
function bounds(pages: readonly LaidPage[]): Map<number, { left: number; right: number }> {
  const out = new Map<number, { left: number; right: number }>();
  for (const page of pages) {
    for (const { x0, x1 } of lineSegments([page])) {
      const known = out.get(Math.round(page.width)) ?? { left: x0, right: LEAST_WIDTH * page.width };
      out.set(Math.round(page.width), { left: Math.min(known.left, x0), right: Math.max(known.right, x1) });
    }
  }
  return out;
}

/** Usual distance between a line and the next. */
function leading(pages: readonly LaidPage[]): number {
  const gaps = pages.flatMap(({ items }) =>
    items.flatMap((item, i) => {
      const above = items[i - 1];
      if (item.kind !== 'line' || above?.kind !== 'line') return [];
      // Lines that stand side by side at different heights are no measure.
      const gap = item.y - above.y;
      return gap > 0.9 * (item.segments[0]?.size ?? 0) ? [gap] : [];
    }),
  );
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 3)] ?? 20;
}

function toBlocks(pages: readonly LaidPage[], notes: readonly PageItem[][]): Block[] {
  const edges = bounds(pages);
  const flowOf = (items: readonly PageItem[], i: number): FlowItem[] => {
    const { left, right } = edges.get(Math.round(pages[i]?.width ?? 0)) ?? { left: 0, right: 0 };
    return readingOrder(items, i, left, right);
  };
  const flow = pages.flatMap((page, i) => flowOf(page.items, i));
  const noteBlocks = join(notes.flatMap(flowOf), leading(pages)).map((block) => ({
    ...block,
    text: block.text.replace(/^([⁰¹²³⁴⁵⁶⁷⁸⁹]+) ?/, '$1 '),
  }));
  return [...join(flow, leading(pages)), ...noteBlocks];
}

function join(flow: readonly FlowItem[], lead: number): Block[] {
  const blocks: Block[] = [];
  const joiner = new ParagraphJoiner(lead);
  let table: FlowTable | null = null;
  let group = 0;
  const end = (paragraph: string | null): void => {
    if (paragraph !== null) blocks.push({ text: paragraph, group: null });
  };
  const endTable = (): void => {
    group++;
    for (const row of table?.rows ?? []) blocks.push({ text: row.join('\t'), group });
    table = null;
  };
  for (const item of flow) {
    if (item.kind === 'line') {
      endTable();
      end(joiner.take(item));
    } else {
      end(joiner.flush());
      if (table !== null && continueTable(table, item)) continue;
      endTable();
      table = { ...item };
    }
  }
  end(joiner.flush());
  endTable();
  return blocks;
}
