/**
 * Writes `templates/document-<rule set>.docx`: the Word templates that an office begins with, one for each rule set,
 * from the data in `rules/documents/`. A test says when the committed ones are no longer what this makes.
 * Usage: node tools/make-templates.ts
 */
import { writeFileSync } from 'node:fs';
import { type DocumentRules, documentRuleSets } from '../src/platform/paper/rules.ts';
import { TEMPLATE_STYLES } from '../src/platform/word/blocks.ts';
import {
  documentPart,
  docxFile,
  each,
  layout,
  line,
  pageField,
  ruleIn,
  type Style,
  stylesPart,
  twips,
} from './docx-parts.ts';

/** Width of the right column of the head: title and motto stand on one line each. */
const RIGHT = twips(100);
/** Twips that "Độc lập - Tự do - Hạnh phúc" takes, bold, a point of its size. */
const MOTTO_WIDTH = (171.13 / 14) * 20;

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

function textOf(rules: DocumentRules): string {
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
  return documentPart(body.join(''));
}

/** A Word template with the layout of a rule set. */
export function makeTemplate(rules: DocumentRules): Uint8Array {
  const { font, size } = rules;
  return docxFile(textOf(rules), stylesPart(font, size.body, stylesOf(rules)), {
    place: rules.pageNumber.place === 'top-centre' ? 'header' : 'footer',
    style: 'SoTrang',
    runs: pageField('PAGE', 2),
  });
}

if (import.meta.main)
  for (const rules of documentRuleSets)
    writeFileSync(`templates/document-${rules.code}.docx`, makeTemplate(rules));
