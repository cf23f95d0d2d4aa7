import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ExtractError } from './types.ts';
import { readXlsx } from './xlsx.ts';
import { ZipReader } from './zip.ts';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const FORMATS = `<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0 &quot;ngày&quot;"/></numFmts>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs>`;

function workbook(rows: string, properties = ''): Uint8Array {
  const rel = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      `<Relationships>${rel('a', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${REL}">${properties}<sheets><sheet name="Ẩn" state="hidden" r:id="h"/><sheet name="Người" r:id="s"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${rel('h', 'worksheet', 'none.xml')}${rel('s', 'worksheet', 'worksheets/sheet2.xml')}` +
        `${rel('t', 'sharedStrings', 'sharedStrings.xml')}${rel('f', 'styles', 'styles.xml')}</Relationships>`,
    ),
    'xl/worksheets/sheet2.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    'xl/sharedStrings.xml': strToU8(
      '<sst><si><t>Họ tên</t></si><si><r><t xml:space="preserve">Văn </t></r><r><t>phòng</t></r><rPh><t>x</t></rPh></si></sst>',
    ),
    'xl/styles.xml': strToU8(`<styleSheet>${FORMATS}</styleSheet>`),
  });
}

const rowsOf = (rows: string, properties = ''): string[][] =>
  readXlsx(new ZipReader(workbook(rows, properties)));
const value = (v: string, attributes = ''): string[][] =>
  rowsOf(`<row r="1"><c r="A1" ${attributes}><v>${v}</v></c></row>`);

describe('the first visible sheet', () => {
  test('strings of every kind; blanks between cells and rows are kept', () => {
    expect(
      rowsOf(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
          '<row r="3"><c r="B3" t="inlineStr"><is><t>trong ô</t></is></c><c r="C3" t="str"><v>công thức</v></c></row>' +
          '<row r="9"><c r="A9"/></row>',
      ),
    ).toEqual([['Họ tên', '', 'Văn phòng'], [], ['', 'trong ô', 'công thức']]);
  });

  test.each([
    ['43466', 's="1"', '2019-01-01'],
    ['43466', 's="2"', '2019-01-01'],
    ['43466.5', 's="4"', '2019-01-01T12:00:00'],
    ['0.25', 's="4"', '06:00:00'],
    ['1', 's="1"', '1900-01-01'],
    ['43466', 's="3"', '43466'],
    ['0.30000000000000004', '', '0.3'],
    ['84912345678', '', '84912345678'],
    ['1', 't="b"', 'TRUE'],
  ])('%s with %s is %s', (raw, attributes, expected) => {
    expect(value(raw, attributes)).toEqual([[expected]]);
  });

  test('in the calendar of old Macintoshes', () => {
    expect(rowsOf('<row r="1"><c r="A1" s="1"><v>42004</v></c></row>', '<workbookPr date1904="1"/>')).toEqual(
      [['2019-01-01']],
    );
  });

  test('a cell far outside any list does not fill memory with blanks', () => {
    expect(() => rowsOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')).toThrow(ExtractError);
    expect(() => value('1', 'r="XFD1"').length).toThrow();
  });
});
