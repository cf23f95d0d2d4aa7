import { Temporal } from 'temporal-polyfill';
import { relationships } from './package.ts';
import { ExtractError } from './types.ts';
import { child, childrenOf, parseXml, type XmlElement } from './xml.ts';
import type { ZipReader } from './zip.ts';

const TEXT_ELEMENTS = new Set(['t', 'v']);
/** Far beyond any list of people or units. */
const MAX_ROWS = 100_000;
const MAX_COLUMNS = 1_000;

/** Cells of the first visible sheet as text, blanks as '', rows without cells as empty arrays. */
export function readXlsx(zip: ZipReader): string[][] {
  const main =
    relationships(zip, '').find((each) => each.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const workbook = part(zip, main);
  const related = relationships(zip, main);
  const named = (type: string): XmlElement | undefined => {
    const target = related.find((each) => each.type === type)?.target;
    return target === undefined ? undefined : part(zip, target);
  };
  const sheets = childrenOf(child(workbook, 'sheets'), 'sheet');
  const sheet = sheets.find(({ attrs }) => (attrs.state ?? 'visible') === 'visible') ?? sheets[0];
  const target = related.find((each) => each.id === sheet?.attrs.id)?.target;
  if (target === undefined) throw new ExtractError('damaged', { where: main });
  const context: CellContext = {
    strings: childrenOf(named('sharedStrings'), 'si').map(richText),
    dateStyles: dateStyles(named('styles')),
    epoch: ['1', 'true'].includes(child(workbook, 'workbookPr')?.attrs.date1904 ?? '')
      ? '1904-01-01'
      : '1899-12-30',
  };
  return rowsOf(child(part(zip, target), 'sheetData'), context);
}

interface CellContext {
  strings: readonly string[];
  dateStyles: ReadonlySet<number>;
  epoch: string;
}

function part(zip: ZipReader, name: string): XmlElement {
  const bytes = zip.read(name);
  if (bytes === null) throw new ExtractError('damaged', { where: name });
  return parseXml(bytes, name, TEXT_ELEMENTS);
}

function rowsOf(data: XmlElement | undefined, context: CellContext): string[][] {
  const rows: string[][] = [];
  for (const row of childrenOf(data, 'row')) {
    const index = row.attrs.r === undefined ? rows.length : Number(row.attrs.r) - 1;
    const cells: string[] = [];
    for (const cell of childrenOf(row, 'c')) {
      const column = cell.attrs.r === undefined ? cells.length : columnOf(cell.attrs.r);
      const value = cellValue(cell, context).trim();
      if (value === '') continue;
      if (column >= MAX_COLUMNS) throw new ExtractError('too-large', { columns: MAX_COLUMNS });
      while (cells.length < column) cells.push('');
      cells[column] = value;
    }
    if (cells.length === 0) continue;
    if (index >= MAX_ROWS) throw new ExtractError('too-large', { rows: MAX_ROWS });
    while (rows.length < index) rows.push([]);
    rows[index] = cells;
  }
  return rows;
}

/** "AB12" is column 27, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/\d+$/, '')) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column - 1;
}

function cellValue(cell: XmlElement, context: CellContext): string {
  const raw = child(cell, 'v')?.text ?? '';
  switch (cell.attrs.t) {
    case 's':
      return context.strings[Number(raw)] ?? '';
    case 'inlineStr':
      return richText(child(cell, 'is'));
    case 'b':
      return raw === '1' ? 'TRUE' : 'FALSE';
    case 'str':
    case 'e':
    case 'd':
      return raw;
    default:
      if (raw === '' || Number.isNaN(Number(raw))) return raw;
      return context.dateStyles.has(Number(cell.attrs.s ?? 0))
        ? isoDate(Number(raw), context.epoch)
        : plainNumber(Number(raw));
  }
}

/** As the cell shows it unformatted: 15 digits, and never an exponent for a whole number such as a telephone's. */
function plainNumber(value: number): string {
  return Number.isSafeInteger(value) ? value.toString() : String(Number(value.toPrecision(15)));
}

function richText(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.children
    .map((each) => (each.name === 't' ? each.text : each.name === 'r' ? (child(each, 't')?.text ?? '') : ''))
    .join('');
}

/** A serial day as an ISO date; with the time where there is one, the time alone where there is no day. */
function isoDate(serial: number, epoch: string): string {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const time = Temporal.PlainTime.from('00:00').add({ seconds }).toString({ smallestUnit: 'second' });
  if (serial >= 0 && serial < 1) return time;
  // The format counts a 29 February 1900 that never was; days before it stand one day later than they count.
  const missing = serial < 60 && epoch === '1899-12-30' ? 1 : 0;
  const days = Math.floor(serial) + missing + (seconds === 86_400 ? 1 : 0);
  const date = Temporal.PlainDate.from(epoch).add({ days }).toString();
  return seconds % 86_400 === 0 ? date : `${date}T${time}`;
}

/** Indexes of the cell formats that show a date or a time. */
function dateStyles(styles: XmlElement | undefined): Set<number> {
  const codes = new Map(
    childrenOf(child(styles, 'numFmts'), 'numFmt').map(({ attrs }) => [
      Number(attrs.numFmtId),
      attrs.formatCode ?? '',
    ]),
  );
  const formats = childrenOf(child(styles, 'cellXfs'), 'xf').map(({ attrs }) => Number(attrs.numFmtId ?? 0));
  return new Set(
    formats.flatMap((format, i) => {
      const code = codes.get(format);
      return (code === undefined ? isBuiltInDate(format) : isDateCode(code)) ? [i] : [];
    }),
  );
}

function isBuiltInDate(format: number): boolean {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 58);
}

function isDateCode(code: string): boolean {
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').replace(/general/i, ''));
}
