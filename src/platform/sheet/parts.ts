import { columnName, type SheetType, xmlText } from './cells.ts';

/** The parts of a workbook beside its sheets. */

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const WIDTHS: Record<SheetType, number> = { text: 30, number: 12, date: 13, instant: 18, percent: 11 };

/** What is said of a sheet outside its rows. */
export interface SheetHead {
  name: string;
  /** A first line over the whole table, printed at the top of each page too: "MÔ PHỎNG". */
  notice?: string | undefined;
  columns: readonly SheetColumn[];
}

export interface SheetColumn {
  title: string;
  type: SheetType;
  /** In characters of the standard font. */
  width?: number | undefined;
}

/** Where the header stands, counted from 1. */
export function headerRow(sheet: SheetHead): number {
  return sheet.notice === undefined ? 1 : 2;
}

export function contentTypes(sheets: readonly SheetHead[]): string {
  return `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>${sheets
    .map(
      (_, at) =>
        `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${CONTENT}.worksheet+xml"/>`,
    )
    .join('')}</Types>`;
}

export function packageRelations(): string {
  return `${HEADER}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
}

export function workbookRelations(sheets: readonly SheetHead[]): string {
  return `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${sheets
    .map(
      (_, at) =>
        `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join(
      '',
    )}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;
}

/** @param lastRows the last row of each sheet, counted from 1 */
export function workbook(sheets: readonly SheetHead[], lastRows: readonly number[]): string {
  const names = sheetNames(sheets);
  const entries = names.map(
    (name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const filters = sheets.map((sheet, at) => {
    const quoted = `'${(names[at] ?? '').replaceAll("'", "''")}'`;
    const range = `$A$${headerRow(sheet)}:$${columnName(sheet.columns.length - 1)}$${lastRows[at]}`;
    const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${xmlText(quoted)}!$1:$${headerRow(sheet)}</definedName>`;
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${xmlText(quoted)}!${range}</definedName>${titles}`;
  });
  return `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${entries.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`;
}

/** Names that the format allows: at most 31 characters, without []:*?/\, none empty, none twice. */
function sheetNames(sheets: readonly SheetHead[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, at) => {
    const clean = name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31);
    const free = clean === '' || taken.has(clean.toLowerCase()) ? `${clean.slice(0, 27)} ${at + 1}` : clean;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** What stands before the rows of a sheet. */
export function sheetStart(sheet: SheetHead): string {
  const frozen = headerRow(sheet);
  const columns = sheet.columns.map(
    ({ type, width }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width ?? WIDTHS[type]}" customWidth="1"/>`,
  );
  return `${HEADER}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
}

/** What stands behind them. */
export function sheetEnd(sheet: SheetHead, lastRow: number): string {
  const lastColumn = columnName(sheet.columns.length - 1);
  const filter = `<autoFilter ref="A${headerRow(sheet)}:${lastColumn}${lastRow}"/>`;
  const notice =
    sheet.notice === undefined
      ? ''
      : `<headerFooter><oddHeader>&amp;C${xmlText(sheet.notice.replaceAll('&', '&&'))}</oddHeader></headerFooter>`;
  return `</sheetData>${filter}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>${notice}</worksheet>`;
}

/** The styles, in the order of STYLE. */
export function styles(): string {
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  const wrapped = '<alignment vertical="top" wrapText="1"/>';
  const plain = 'fontId="0" fillId="0" borderId="0"';
  const format = (id: number) =>
    `<xf numFmtId="${id}" ${plain} xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`;
  const edges = '<left/><right/><top/>';
  return [
    HEADER,
    `<styleSheet xmlns="${MAIN}">`,
    '<numFmts count="3">',
    '<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>',
    '<numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/>',
    '<numFmt numFmtId="166" formatCode="0.0%"/>',
    '</numFmts>',
    `<fonts count="3"><font>${font}</font><font><b/>${font}</font>`,
    '<font><b/><sz val="11"/><color rgb="FFB42318"/><name val="Calibri"/><family val="2"/></font></fonts>',
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE6ECF5"/><bgColor indexed="64"/></patternFill></fill></fills>',
    `<borders count="2"><border>${edges}<bottom/><diagonal/></border>`,
    `<border>${edges}<bottom style="thin"><color rgb="FF8A94A6"/></bottom><diagonal/></border></borders>`,
    `<cellStyleXfs count="1"><xf numFmtId="0" ${plain}/></cellStyleXfs>`,
    '<cellXfs count="8">',
    `<xf numFmtId="0" ${plain} xfId="0"/>`,
    `<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${wrapped}</xf>`,
    `<xf numFmtId="49" ${plain} xfId="0" applyNumberFormat="1" applyAlignment="1">${wrapped}</xf>`,
    ...[0, 164, 165, 166].map(format),
    '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
    '</cellXfs></styleSheet>',
  ].join('');
}
