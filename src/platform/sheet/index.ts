import { strToU8, Zip, ZipDeflate } from 'fflate';
import { columnName, type SheetValue, STYLE, textCell, typedCell } from './cells.ts';
import {
  contentTypes,
  headerRow,
  packageRelations,
  type SheetHead,
  sheetEnd,
  sheetStart,
  styles,
  workbook,
  workbookRelations,
} from './parts.ts';

export type { SheetType, SheetValue } from './cells.ts';
export type { SheetColumn } from './parts.ts';

/** Rows come in batches, as a cursor brings them. */
export type SheetRows = AsyncIterable<readonly (readonly SheetValue[])[]>;

/** A sheet with one table: its header stays in sight and filters; a notice stands above it. */
export interface Sheet extends SheetHead {
  rows: SheetRows;
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** More rows than the format can hold. */
export class SheetTooLongError extends Error {}
const LAST_ROW = 1_048_576;

/** A fixed time for all members, so that the same rows give the same bytes. */
const MEMBER_TIME = '2000-01-01T12:00:00';

/**
 * Writes a workbook piece by piece: memory holds one batch of rows, whatever their number.
 * @throws {SheetTooLongError} beyond what the format holds
 */
export async function* writeXlsx(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const member = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = MEMBER_TIME;
    zip.add(file);
    return file;
  };
  const whole = (name: string, text: string) => member(name).push(strToU8(text), true);

  whole('[Content_Types].xml', contentTypes(sheets));
  whole('_rels/.rels', packageRelations());
  whole('xl/_rels/workbook.xml.rels', workbookRelations(sheets));
  whole('xl/styles.xml', styles());
  const lastRows: number[] = [];
  for (const [at, sheet] of sheets.entries()) {
    const file = member(`xl/worksheets/sheet${at + 1}.xml`);
    file.push(strToU8(sheetStart(sheet) + headRows(sheet)));
    let row = headerRow(sheet);
    for await (const batch of sheet.rows) {
      if (row + batch.length > LAST_ROW)
        throw new SheetTooLongError(`A sheet holds at most ${LAST_ROW} rows`);
      let text = '';
      for (const values of batch) text += rowOf(++row, sheet, values);
      file.push(strToU8(text));
      yield* ready.splice(0);
    }
    file.push(strToU8(sheetEnd(sheet, row)), true);
    lastRows.push(row);
    yield* ready.splice(0);
  }
  whole('xl/workbook.xml', workbook(sheets, lastRows));
  zip.end();
  yield* ready.splice(0);
}

function headRows(sheet: SheetHead): string {
  const header = headerRow(sheet);
  const titles = sheet.columns.map(({ title }, at) =>
    textCell(`${columnName(at)}${header}`, title, STYLE.header),
  );
  const notice =
    sheet.notice === undefined ? '' : `<row r="1">${textCell('A1', sheet.notice, STYLE.notice)}</row>`;
  return `${notice}<row r="${header}">${titles.join('')}</row>`;
}

function rowOf(row: number, sheet: SheetHead, values: readonly SheetValue[]): string {
  const cells = sheet.columns.map(({ type }, at) =>
    typedCell(`${columnName(at)}${row}`, type, values[at] ?? null),
  );
  return `<row r="${row}">${cells.join('')}</row>`;
}
