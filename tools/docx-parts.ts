/** The parts of which the tools make Word templates. */
import { zipSync } from 'fflate';

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** A fixed time for all parts, so that the same rules give the same bytes. */
const MEMBER_TIME = '2000-01-01T12:00:00';

export const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);

/** A style of paragraphs: what Word calls it, and its properties as XML. */
export interface Style {
  id: string;
  name: string;
  paragraph?: string;
  run?: string;
}

/** @param size in points, of what no style says otherwise */
export function stylesPart(font: string, size: number, styles: readonly Style[]): string {
  const faces = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${faces}<w:color w:val="000000"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  const parts = styles.map(
    ({ id, name, paragraph = '', run = '' }) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
  );
  return `${HEADER}<w:styles xmlns:w="${MAIN}">${defaults}<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${parts.join('')}</w:styles>`;
}

/** A paragraph of a style. */
export const line = (style: string, text = '', properties = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${text === '' ? '' : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`}</w:p>`;

/** A rule of a width in twips, centred in what is that wide. */
export function ruleIn(room: number, width: number): string {
  const side = Math.round((room - width) / 2);
  return line(
    'DuongKe',
    '',
    `<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:ind w:left="${side}" w:right="${side}"/>`,
  );
}

/** Lines repeated for each of a block's, each in its own paragraph. */
export const each = (block: string, ...paragraphs: string[]) =>
  [line('Normal', `{#${block}}`), ...paragraphs, line('Normal', `{/${block}}`)].join('');

/** Cells without borders, to place things beside one another; widths in twips. */
export function layout(columns: readonly number[], rows: readonly (readonly string[])[]): string {
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const total = columns.reduce((sum, width) => sum + width, 0);
  const lines = rows.map((cells) => {
    const inner = cells.map(
      (cell, at) => `<w:tc><w:tcPr><w:tcW w:w="${columns[at]}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`,
    );
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${inner.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`;
}

/** What Word puts in while it shows the page: "PAGE", "NUMPAGES". */
export const pageField = (code: 'PAGE' | 'NUMPAGES', shown: number) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** What stands above or below the text of each page. */
export interface Margin {
  place: 'header' | 'footer';
  style: string;
  /** Runs of its one paragraph. */
  runs: string;
}

const marginPart = ({ place, style, runs }: Margin) => {
  const element = place === 'header' ? 'hdr' : 'ftr';
  return `${HEADER}<w:${element} xmlns:w="${MAIN}"><w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p></w:${element}>`;
};

/** The text of a file, with the properties of its pages last. */
export const documentPart = (body: string) =>
  `${HEADER}<w:document xmlns:w="${MAIN}" xmlns:r="${RELATIONS}"><w:body>${body}</w:body></w:document>`;

/** A Word file of these parts. The same parts give the same bytes. */
export function docxFile(document: string, styles: string, margin: Margin): Uint8Array {
  const { place } = margin;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${CONTENT}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${CONTENT}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${CONTENT}.settings+xml"/><Override PartName="/word/${place}1.xml" ContentType="${CONTENT}.${place}+xml"/></Types>`,
    '_rels/.rels': `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/document.xml': document,
    'word/_rels/document.xml.rels': `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'styles', 'styles.xml')}${relation('rId2', place, `${place}1.xml`)}${relation('rId3', 'settings', 'settings.xml')}</Relationships>`,
    // Without it Word takes the file for one of 2007, and lets tables hang over the margin.
    'word/settings.xml': `${HEADER}<w:settings xmlns:w="${MAIN}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    'word/styles.xml': styles,
    [`word/${place}1.xml`]: marginPart(margin),
  };
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)])),
    { mtime: MEMBER_TIME },
  );
}
