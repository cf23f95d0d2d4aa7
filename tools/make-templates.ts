/**
 * Writes `templates/document-<rule set>.docx`: the Word templates that an office begins with, one for each rule set,
 * from the data in `rules/documents/`. A test says when the committed ones are no longer what this makes.
 * Usage: node tools/make-templates.ts
 */
import { writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { type DocumentRules, documentRuleSets } from '../src/platform/paper/rules.ts';
import { TEMPLATE_STYLES } from '../src/platform/word/blocks.ts';

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** A fixed time for all parts, so that the same rules give the same bytes. */
const MEMBER_TIME = '2000-01-01T12:00:00';

const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);

/** Width of the right column of the head: title and motto stand on one line each. */
const RIGHT = twips(100);
/** Twips that "Độc lập - Tự do - Hạnh phúc" takes, bold, a point of its size. */
const MOTTO_WIDTH = (171.13 / 14) * 20;

interface Style {
  id: string;
  name: string;
  paragraph?: string;
  run?: string;
}

function stylesOf(rules: DocumentRules): Style[] {
  const size = (of: keyof DocumentRules['size']) =>
    `<w:sz w:val="${rules.size[of] * 2}"/><w:szCs w:val="${rules.size[of] * 2}"/>`;
  const centre = '<w:jc w:val="center"/>';
  const [bold, italic] = ['<w:b/><w:bCs/>', '<w:i/><w:iCs/>'];
  const gap = rules.spaceBetweenParagraphs.used * 20;
  const line = Math.round(rules.lineSpacing.used * 240);
  const spacing = `<w:spacing w:before="${gap}" w:after="0" w:line="${line}" w:lineRule="auto"/>`;
  const indent = `<w:ind w:firstLine="${twips(rules.firstLineIndent.used)}"/>`;
  const heading = (level: number, face: string): Style => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    paragraph: `<w:keepNext/>${spacing}${indent}<w:jc w:val="both"/><w:outlineLvl w:val="${level - 1}"/>`,
    run: `${bold}${face}${size('body')}`,
  });
  const small = (before: number, after = 0) => `<w:spacing w:before="${before}" w:after="${after}"/>`;
  return [
    { id: 'QuocHieu', name: 'Quốc hiệu', paragraph: centre, run: `${bold}${size('country')}` },
    { id: 'TieuNgu', name: 'Tiêu ngữ', paragraph: centre, run: `${bold}${size('motto')}` },
    { id: 'CoQuanChuQuan', name: 'Cơ quan chủ quản', paragraph: centre, run: size('parent') },
    { id: 'CoQuanBanHanh', name: 'Cơ quan ban hành', paragraph: centre, run: `${bold}${size('issuer')}` },
    {
      id: 'DuongKe',
      name: 'Đường kẻ',
      paragraph:
        '<w:spacing w:before="80" w:after="0" w:line="80" w:lineRule="exact"/><w:jc w:val="center"/>',
    },
    { id: 'SoKyHieu', name: 'Số, ký hiệu', paragraph: small(60) + centre, run: size('number') },
    {
      id: 'DiaDanhNgayThang',
      name: 'Địa danh, ngày tháng',
      paragraph: small(60) + centre,
      run: `${italic}${size('placeAndDate')}`,
    },
    {
      id: 'TrichYeuCongVan',
      name: 'Trích yếu công văn',
      paragraph: small(40) + centre,
      run: size('letterAbstract'),
    },
    {
      id: 'DuThao',
      name: 'Dự thảo',
      paragraph: `<w:pBdr>${['top', 'left', 'bottom', 'right'].map((edge) => `<w:${edge} w:val="single" w:sz="6" w:space="3" w:color="auto"/>`).join('')}</w:pBdr>${small(160, 60)}<w:ind w:left="1000" w:right="1000"/>${centre}`,
      run: `${bold}<w:sz w:val="26"/><w:szCs w:val="26"/>`,
    },
    {
      id: 'TenLoai',
      name: 'Tên loại',
      paragraph: `<w:keepNext/>${small(280)}${centre}`,
      run: `${bold}${size('type')}`,
    },
    {
      id: 'TrichYeu',
      name: 'Trích yếu',
      paragraph: `<w:keepNext/>${centre}`,
      run: `${bold}${size('abstract')}`,
    },
    { id: 'KinhGui', name: 'Kính gửi', paragraph: small(160, 60) + centre, run: size('to') },
    {
      id: 'NoiGui',
      name: 'Nơi gửi',
      paragraph: `${small(0, 60)}<w:ind w:left="${twips(65)}"/>`,
      run: size('to'),
    },
    heading(1, ''),
    heading(2, ''),
    heading(3, italic),
    {
      id: 'DoanVan',
      name: TEMPLATE_STYLES.paragraph,
      paragraph: `${spacing}${indent}<w:jc w:val="both"/>`,
      run: size('body'),
    },
    {
      id: 'CanCu',
      name: TEMPLATE_STYLES.basis,
      paragraph: `${spacing}${indent}<w:jc w:val="both"/>`,
      run: `${rules.basesItalic ? italic : ''}${size('body')}`,
    },
    { id: 'OBang', name: TEMPLATE_STYLES.cell, paragraph: small(40, 40), run: size('table') },
    {
      id: 'TieuDeCot',
      name: TEMPLATE_STYLES.columnTitle,
      paragraph: `${small(40, 40)}${centre}`,
      run: `${bold}${size('table')}`,
    },
    {
      id: 'NoiNhanDau',
      name: 'Nơi nhận (đầu)',
      run: `${bold}${italic}${size('recipientsHead')}`,
    },
    { id: 'NoiNhan', name: 'Nơi nhận', run: size('recipients') },
    { id: 'ChuKy', name: 'Chữ ký', paragraph: `<w:keepNext/>${centre}`, run: `${bold}${size('signature')}` },
    {
      id: 'SoPhuLuc',
      name: 'Số phụ lục',
      paragraph: `<w:keepNext/>${centre}`,
      run: `${bold}${size('annexLabel')}`,
    },
    {
      id: 'TenPhuLuc',
      name: 'Tên phụ lục',
      paragraph: `<w:keepNext/>${centre}`,
      run: `${bold}${size('annexTitle')}`,
    },
    {
      id: 'KemTheo',
      name: 'Kèm theo',
      paragraph: `<w:keepNext/>${small(0, 160)}${centre}`,
      run: `${italic}${size('annexNote')}`,
    },
    {
      id: 'SoTrang',
      name: 'Số trang',
      paragraph: `<w:jc w:val="${rules.pageNumber.place === 'top-centre' ? 'center' : 'right'}"/>`,
      run: size('pageNumber'),
    },
    {
      id: 'NgatPhan',
      name: TEMPLATE_STYLES.section,
      paragraph: '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
      run: '<w:sz w:val="2"/><w:szCs w:val="2"/>',
    },
  ];
}

function stylesPart(rules: DocumentRules): string {
  const { font, size } = rules;
  const faces = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${faces}<w:color w:val="000000"/><w:sz w:val="${size.body * 2}"/><w:szCs w:val="${size.body * 2}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  const styles = stylesOf(rules).map(
    ({ id, name, paragraph = '', run = '' }) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
  );
  return `${HEADER}<w:styles xmlns:w="${MAIN}">${defaults}<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${styles.join('')}</w:styles>`;
}

const line = (style: string, text = '', properties = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${text === '' ? '' : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`}</w:p>`;

/** A rule of a width in twips, centred in what is that wide. */
function ruleIn(room: number, width: number): string {
  const side = Math.round((room - width) / 2);
  return line(
    'DuongKe',
    '',
    `<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:ind w:left="${side}" w:right="${side}"/>`,
  );
}

/** Lines repeated for each of a block's, each in its own paragraph. */
const each = (block: string, ...paragraphs: string[]) =>
  [line('Normal', `{#${block}}`), ...paragraphs, line('Normal', `{/${block}}`)].join('');

function layout(columns: readonly number[], rows: readonly (readonly string[])[]): string {
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

function documentPart(rules: DocumentRules): string {
  const { page, margin } = rules;
  const text = twips(page.width - margin.left.used - margin.right.used);
  const left = text - RIGHT;
  const head = layout(
    [left, RIGHT],
    [
      [
        each('cơ quan chủ quản', line('CoQuanChuQuan', '{.}')) +
          line('CoQuanBanHanh', '{cơ quan ban hành}') +
          ruleIn(left, twips(23)),
        line('QuocHieu', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') +
          line('TieuNgu', 'Độc lập - Tự do - Hạnh phúc') +
          ruleIn(RIGHT, MOTTO_WIDTH * rules.size.motto),
      ],
      [
        line('SoKyHieu', '{số và ký hiệu}') +
          each('trích yếu công văn', line('TrichYeuCongVan', '{.}')) +
          each('dự thảo', line('DuThao', '{.}')) +
          line('NgatPhan'),
        line('DiaDanhNgayThang', '{địa danh, ngày tháng}'),
      ],
    ],
  );
  const title = each(
    'tên loại',
    line('TenLoai', '{.}'),
    line('TrichYeu', '{trích yếu}'),
    ruleIn(text, twips(45)),
  );
  const foot = layout(
    [text - twips(80), twips(80)],
    [
      [
        line('NoiNhanDau', 'Nơi nhận:') + each('nơi nhận', line('NoiNhan', '{.}')) + line('NgatPhan'),
        each('thẩm quyền ký', line('ChuKy', '{.}')) + line('ChuKy').repeat(4) + line('ChuKy', '{người ký}'),
      ],
    ],
  );
  const annex = each(
    'phụ lục',
    line('NgatPhan', '{@ngắt trang phụ lục}'),
    line('SoPhuLuc', '{số phụ lục}'),
    line('TenPhuLuc', '{tên phụ lục}'),
    line('KemTheo', '{kèm theo}'),
    line('DoanVan', '{@nội dung}'),
  );
  const place = rules.pageNumber.place === 'top-centre' ? 'header' : 'footer';
  const distance = twips(10);
  const section = `<w:sectPr><w:${place}Reference w:type="default" r:id="rId2"/><w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"/><w:pgMar w:top="${twips(margin.top.used)}" w:right="${twips(margin.right.used)}" w:bottom="${twips(margin.bottom.used)}" w:left="${twips(margin.left.used)}" w:header="${distance}" w:footer="${distance}" w:gutter="0"/><w:pgNumType w:start="1"/>${rules.pageNumber.onFirstPage ? '' : '<w:titlePg/>'}</w:sectPr>`;
  const body = [
    head,
    title,
    each('kính gửi', line('KinhGui', '{.}')),
    each('nơi gửi', line('NoiGui', '{.}')),
    line('DoanVan', '{@nội dung}'),
    line('DoanVan', '', '<w:spacing w:before="120" w:line="20" w:lineRule="exact"/>'),
    foot,
    line('NgatPhan'),
    annex,
    section,
  ];
  return `${HEADER}<w:document xmlns:w="${MAIN}" xmlns:r="${RELATIONS}"><w:body>${body.join('')}</w:body></w:document>`;
}

function pageNumberPart(element: 'hdr' | 'ftr'): string {
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  return `${HEADER}<w:${element} xmlns:w="${MAIN}"><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>${field}</w:p></w:${element}>`;
}

/** A Word template with the layout of a rule set. */
export function makeTemplate(rules: DocumentRules): Uint8Array {
  const place = rules.pageNumber.place === 'top-centre' ? 'header' : 'footer';
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${CONTENT}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${CONTENT}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${CONTENT}.settings+xml"/><Override PartName="/word/${place}1.xml" ContentType="${CONTENT}.${place}+xml"/></Types>`,
    '_rels/.rels': `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/document.xml': documentPart(rules),
    'word/_rels/document.xml.rels': `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'styles', 'styles.xml')}${relation('rId2', place, `${place}1.xml`)}${relation('rId3', 'settings', 'settings.xml')}</Relationships>`,
    // Without it Word takes the file for one of 2007, and lets tables hang over the margin.
    'word/settings.xml': `${HEADER}<w:settings xmlns:w="${MAIN}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    'word/styles.xml': stylesPart(rules),
    [`word/${place}1.xml`]: pageNumberPart(place === 'header' ? 'hdr' : 'ftr'),
  };
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)])),
    { mtime: MEMBER_TIME },
  );
}

if (import.meta.main)
  for (const rules of documentRuleSets)
    writeFileSync(`templates/document-${rules.code}.docx`, makeTemplate(rules));
