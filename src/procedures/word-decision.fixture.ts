import { strToU8, zipSync } from 'fflate';
import { TABBED } from './domain/announcement/announcement.fixture.ts';

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

/** A row of the table: one cell over the rest of the row where nothing stands behind it, as titles are merged. */
function rowOf(cells: readonly string[]): string {
  const last = cells.findLastIndex((cell) => cell !== '');
  const group = last === 1 && !/^\d/.test(cells[0] ?? '');
  const shown = group ? cells.slice(0, 2) : cells;
  const cellOf = (cell: string, at: number) => {
    const span = group && at === 1 ? `<w:tcPr><w:gridSpan w:val="${cells.length - 1}"/></w:tcPr>` : '';
    return `<w:tc>${span}${paragraph(cell)}</w:tc>`;
  };
  return `<w:tr>${shown.map(cellOf).join('')}</w:tr>`;
}

/** The decision of {@link TABBED} as a word processor keeps it. @param change of its text, before */
export function wordDecision(change: (text: string) => string = (text) => text): Uint8Array<ArrayBuffer> {
  const lines = change(TABBED).split('\n');
  const rows = lines.filter((line) => line.includes('\t')).map((line) => line.split('\t'));
  const first = lines.findIndex((line) => line.includes('\t'));
  const borders =
    '<w:tblPr><w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders></w:tblPr>';
  const body = [
    ...lines.slice(0, first).map(paragraph),
    `<w:tbl>${borders}${rows.map(rowOf).join('')}</w:tbl>`,
    paragraph(''),
  ].join('');
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  const relationships =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(relationships),
    'word/document.xml': strToU8(document),
  });
}
