import { cellText, type GridCell, gridLines, isLayoutTable } from '../grid.ts';
import type { Block } from '../types.ts';
import { child, childrenOf, childVal, onOff, type XmlElement } from '../xml.ts';
import type { NumberWriter } from './numbering.ts';
import { hasBorders, type Styles } from './styles.ts';
import { symbol } from './symbols.ts';

/** Elements that hold no text of the page: properties, deleted and moved-away text, field instructions. */
const SKIPPED = new Set([
  'pPr',
  'rPr',
  'sdtPr',
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'rt',
]);

/** Elements that wrap blocks without being one. */
const BLOCK_WRAPPERS = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag']);

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number as a note's mark prints it. */
export function superscript(value: number): string {
  return String(value).replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? '');
}

interface Note {
  kind: 'footnote' | 'endnote';
  id: string;
}

/** The text of one document part, block by block, as it reads on the page with all tracked changes accepted. */
export class BodyReader {
  readonly notes: Note[] = [];
  readonly #styles: Styles;
  readonly #numbers: NumberWriter;
  /** Open fields, innermost last: true while in the result, false in the instruction. */
  #fields: boolean[] = [];
  #boxes: XmlElement[] = [];
  #tables = 0;

  constructor(styles: Styles, numbers: NumberWriter) {
    this.#styles = styles;
    this.#numbers = numbers;
  }

  /** Blocks of a body, a cell, a text box or a note. */
  blocks(container: XmlElement): Block[] {
    const out: Block[] = [];
    const carried = this.#append(container, out, '');
    if (carried.trim() !== '') out.push({ text: carried.trim(), group: null });
    return out;
  }

  /** Returns the text of a last paragraph whose mark was deleted: it runs on into the paragraph that follows. */
  #append(container: XmlElement, out: Block[], before: string): string {
    let carried = before;
    for (const element of container.children) {
      if (element.name === 'p') carried = this.#paragraph(element, out, carried);
      else if (element.name === 'tbl') this.#table(element, out);
      else if (BLOCK_WRAPPERS.has(element.name)) carried = this.#append(element, out, carried);
      else if (element.name === 'AlternateContent') {
        const chosen = choice(element);
        if (chosen !== undefined) carried = this.#append(chosen, out, carried);
      }
    }
    return carried;
  }

  #paragraph(element: XmlElement, out: Block[], carried: string): string {
    const properties = child(element, 'pPr');
    const mark = child(properties, 'rPr');
    const boxesBefore = this.#boxes;
    this.#boxes = [];
    const text = carried + this.#inline(element);
    const boxes = this.#boxes;
    this.#boxes = boxesBefore;
    // An instruction that is never closed must not swallow the rest of the document.
    this.#fields = this.#fields.filter((inResult) => inResult);

    const markDeleted = child(mark, 'del') !== undefined || child(mark, 'moveFrom') !== undefined;
    const style = childVal(properties, 'pStyle') ?? this.#styles.defaultParagraph;
    const shown = !(onOff(mark, 'vanish') && text === '') && !this.#styles.isContents(style);
    if (!markDeleted && shown) {
      const number = this.#number(properties, style);
      const line = tidy(number + text.trimStart());
      if (!(text.trim() === '' && /^[^\p{L}\p{N}]*$/u.test(number))) out.push({ text: line, group: null });
    }
    for (const box of boxes) out.push(...this.blocks(box));
    return markDeleted ? text : '';
  }

  #number(properties: XmlElement | undefined, style: string | undefined): string {
    const direct = child(properties, 'numPr');
    const styled = this.#styles.numbering(style);
    const numId = childVal(direct, 'numId') ?? styled?.numId;
    if (numId === undefined || numId === '0') return '';
    const given = childVal(direct, 'ilvl');
    if (given !== undefined) return this.#numbers.next({ numId, level: Number(given) });
    const bound = styled === null ? null : this.#numbers.levelOfStyle(numId, styled.style);
    return this.#numbers.next({ numId, level: bound ?? styled?.level ?? 0 });
  }

  #inline(element: XmlElement): string {
    let out = '';
    for (const each of element.children) out += this.#inlineElement(each);
    return out;
  }

  #inlineElement(element: XmlElement): string {
    if (SKIPPED.has(element.name)) return '';
    switch (element.name) {
      case 'fldChar':
        this.#field(element.attrs.fldCharType);
        return '';
      case 'r':
        return this.#run(element);
      case 'AlternateContent': {
        const chosen = choice(element);
        return chosen === undefined ? '' : this.#inline(chosen);
      }
      case 'txbxContent':
        this.#boxes.push(element);
        return '';
      case 'footnoteReference':
      case 'endnoteReference':
        return this.#noteMark(element);
      default:
        return this.#visible() ? leaf(element) + this.#inline(element) : this.#inline(element);
    }
  }

  #run(run: XmlElement): string {
    const properties = child(run, 'rPr');
    const style = childVal(properties, 'rStyle');
    const hidden = onOff(properties, 'vanish') ?? this.#styles.hidden(style);
    const text = this.#inline(run);
    return hidden ? '' : text;
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push(false);
    else if (type === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = true;
    else if (type === 'end') this.#fields.pop();
  }

  #visible(): boolean {
    return this.#fields.every((inResult) => inResult);
  }

  #noteMark(element: XmlElement): string {
    const kind = element.name === 'footnoteReference' ? 'footnote' : 'endnote';
    this.notes.push({ kind, id: element.attrs.id ?? '' });
    return superscript(this.notes.length);
  }

  #table(table: XmlElement, out: Block[]): void {
    const rows = rowsOf(table).filter((row) => child(child(row, 'trPr'), 'del') === undefined);
    const cells = rows.map(cellsOf);
    const columns = Math.max(0, ...cells.map((row) => row.reduce((sum, cell) => sum + span(cell), 0)));
    const contents = cells.map((row) => row.map((cell) => this.blocks(cell)));
    const all = contents.flat(2);
    if (isLayoutTable(rows.length, columns, this.#drawn(table, cells), all.map((b) => b.text).join('\n'))) {
      out.push(...all);
      return;
    }
    const above: string[] = [];
    const grid = rows.map((row, y) => {
      const line: GridCell[] = blanks(row, 'gridBefore');
      let x = line.reduce((sum, cell) => sum + cell.colspan, 0);
      cells[y]?.forEach((cell, i) => {
        const merge = child(child(cell, 'tcPr'), 'vMerge');
        const own = cellText((contents[y]?.[i] ?? []).map((block) => block.text).join(' '));
        const continued = merge !== undefined && merge.attrs.val !== 'restart';
        const text = continued ? (above[x] ?? '') : own;
        above[x] = text;
        line.push({ text, colspan: span(cell), rowspan: 1 });
        x += span(cell);
      });
      return [...line, ...blanks(row, 'gridAfter')];
    });
    const group = ++this.#tables;
    for (const text of gridLines(grid)) out.push({ text, group });
  }

  #drawn(table: XmlElement, rows: readonly (readonly XmlElement[])[]): boolean {
    const properties = child(table, 'tblPr');
    const own = hasBorders(child(properties, 'tblBorders'));
    if (own ?? this.#styles.tableBorders(childVal(properties, 'tblStyle'))) return true;
    return rows.flat().some((cell) => hasBorders(child(child(cell, 'tcPr'), 'tcBorders')) === true);
  }
}

/** The variant that this reader understands; never both, for they say the same. */
function choice(element: XmlElement): XmlElement | undefined {
  return child(element, 'Choice') ?? child(element, 'Fallback');
}

/** Text of an element that is a character or holds characters. */
function leaf(element: XmlElement): string {
  switch (element.name) {
    case 't':
      return element.text;
    case 'tab':
    case 'ptab':
      return ' ';
    case 'br':
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'sym':
      return symbol(element.attrs.font ?? '', element.attrs.char ?? '');
    default:
      return '';
  }
}

/** Without spaces at the ends of lines; a paragraph of several lines keeps them, but none that is empty. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function rowsOf(container: XmlElement): XmlElement[] {
  return container.children.flatMap((each) => {
    if (each.name === 'tr') return [each];
    return BLOCK_WRAPPERS.has(each.name) ? rowsOf(each) : [];
  });
}

function cellsOf(row: XmlElement): XmlElement[] {
  return row.children.flatMap((each) => {
    if (each.name === 'tc') return child(child(each, 'tcPr'), 'cellDel') === undefined ? [each] : [];
    return BLOCK_WRAPPERS.has(each.name) ? cellsOf(each) : [];
  });
}

function span(cell: XmlElement): number {
  return Math.min(Math.max(Number(childVal(child(cell, 'tcPr'), 'gridSpan') ?? 1) || 1, 1), 100);
}

function blanks(row: XmlElement, name: 'gridBefore' | 'gridAfter'): GridCell[] {
  const count = Math.min(Number(childrenOf(child(row, 'trPr'), name)[0]?.attrs.val ?? 0) || 0, 100);
  return count === 0 ? [] : [{ text: '', colspan: count, rowspan: 1 }];
}
