import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { formatNumber } from './docx/numbering.ts';
import { cellText, type GridCell, gridLines, isLayoutTable } from './grid.ts';
import { decodeText } from './plain.ts';
import { type Block, type Extracted, joinBlocks } from './types.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that a browser shows nothing of, and deleted text. */
const SKIPPED = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'del',
  's',
  'strike',
  'svg',
]);

const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary ul'.split(
    ' ',
  ),
);

/** Deeper nesting occurs only in pages made to exhaust a reader. */
const MAX_DEPTH = 500;

/** Reads a page as a browser shows it without styles. */
export function readHtml(bytes: Uint8Array): Extracted {
  const head = String.fromCharCode(...bytes.subarray(0, 2_048));
  const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  const reader = new HtmlReader();
  reader.read(parse(decodeText(bytes, declared)));
  return { format: 'html', text: joinBlocks(reader.finish()), pages: null, margins: '' };
}

class HtmlReader {
  readonly #blocks: Block[] = [];
  #line = '';
  #marker = '';
  #tables = 0;
  #depth: number;

  /** `depth`: how deep in the page the reader begins. */
  constructor(depth = 0) {
    this.#depth = depth;
  }

  read(parent: { childNodes: Node[] }): void {
    if (this.#depth >= MAX_DEPTH) return;
    this.#depth++;
    for (const node of parent.childNodes) this.#node(node);
    this.#depth--;
  }

  finish(): Block[] {
    this.#endParagraph();
    return this.#blocks;
  }

  #node(node: Node): void {
    if (node.nodeName === '#text' && 'value' in node) this.#line += node.value.replace(/\s+/g, ' ');
    else if ('tagName' in node) this.#element(node);
  }

  #element(element: Element): void {
    if (SKIPPED.has(element.tagName) || isHidden(element)) return;
    if (element.tagName === 'br') this.#line += '\n';
    else if (element.tagName === 'table') this.#table(element);
    else if (element.tagName === 'ol' || element.tagName === 'ul') this.#list(element);
    else if (BLOCKS.has(element.tagName)) {
      this.#endParagraph();
      this.read(element);
      this.#endParagraph();
    } else this.read(element);
  }

  #list(list: Element): void {
    this.#endParagraph();
    let number = Number(attribute(list, 'start') ?? 1);
    for (const item of list.childNodes) {
      if (!('tagName' in item) || item.tagName !== 'li') {
        this.#node(item);
        continue;
      }
      const value = Number(attribute(item, 'value') ?? number);
      this.#marker =
        list.tagName === 'ul'
          ? '- '
          : `${formatNumber(value, LIST_TYPES[attribute(list, 'type') ?? '1'] ?? 'decimal')}. `;
      number = value + 1;
      this.read(item);
      this.#endParagraph();
      // A numbered item without words still shows its number, as the cells of a numbered column do.
      if (this.#marker !== '' && list.tagName === 'ol')
        this.#blocks.push({ text: this.#marker.trim(), group: null });
      this.#marker = '';
    }
  }

  #endParagraph(): void {
    const text = this.#line
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '')
      .join('\n');
    this.#line = '';
    if (text === '') return;
    this.#blocks.push({ text: this.#marker + text, group: null });
    this.#marker = '';
  }

  #table(table: Element): void {
    this.#endParagraph();
    const rows = rowsOf(table);
    const contents = rows.map((row) =>
      cellsOf(row).map((cell) => ({ cell, blocks: contentOf(cell, this.#depth) })),
    );
    const all = contents.flat().flatMap(({ blocks }) => blocks);
    const columns = Math.max(0, ...contents.map((row) => row.length));
    if (isLayoutTable(rows.length, columns, true, all.map((block) => block.text).join('\n'))) {
      this.#blocks.push(...all);
      return;
    }
    const grid = contents.map((row) =>
      row.map(
        ({ cell, blocks }): GridCell => ({
          text: cellText(blocks.map((block) => block.text).join(' ')),
          colspan: spanOf(cell, 'colspan', 100),
          rowspan: spanOf(cell, 'rowspan', 65_534),
        }),
      ),
    );
    const group = ++this.#tables;
    for (const child of table.childNodes) {
      if ('tagName' in child && child.tagName === 'caption') this.read(child);
    }
    this.#endParagraph();
    for (const text of gridLines(grid)) this.#blocks.push({ text, group });
  }
}

const LIST_TYPES: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

function contentOf(cell: Element, depth: number): Block[] {
  const reader = new HtmlReader(depth);
  reader.read(cell);
  return reader.finish();
}

function rowsOf(parent: Element): Element[] {
  return parent.childNodes.flatMap((child): Element[] => {
    if (!('tagName' in child)) return [];
    if (child.tagName === 'tr') return isHidden(child) ? [] : [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.childNodes.flatMap((child) =>
    'tagName' in child && (child.tagName === 'td' || child.tagName === 'th') ? [child] : [],
  );
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan', most: number): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  if (Number.isNaN(value) || value < 0) return 1;
  if (value === 0) return name === 'rowspan' ? 0 : 1;
  return Math.min(value, most);
}

function isHidden(element: Element): boolean {
  return (
    attribute(element, 'hidden') !== undefined ||
    /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attribute(element, 'style') ?? '')
  );
}
