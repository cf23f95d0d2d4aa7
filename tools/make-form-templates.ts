/**
 * Writes `templates/form-<rule set>-<number>.docx`: the Word templates of the one-stop desk's forms that an office begins
 * with, from the data in `rules/forms/`. A test says when the committed ones are no longer what this makes.
 * Usage: node tools/make-form-templates.ts
 */
import { writeFileSync } from 'node:fs';
import { BLOCKS_OF, FORM_BLOCKS, type FormBlockName } from '../src/forms/domain/form-blocks.ts';
import { blocksIn, partsOf } from '../src/forms/domain/form-lines.ts';
import { type FormRule, type FormRuleLine, type FormRules, formRuleSets } from '../src/forms/rules.ts';
import { formLabel, plainLine } from '../src/forms/sheet.ts';
import { formTemplateName } from '../src/forms/shelf.ts';
import { COUNTRY, MOTTO } from '../src/platform/paper/wording.ts';
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

type Pages = FormRules['layout'][keyof FormRules['layout']];

const [BOLD, ITALIC, CENTRE] = ['<w:b/><w:bCs/>', '<w:i/><w:iCs/>', '<w:jc w:val="center"/>'];
/** Width of "Độc lập - Tự do - Hạnh phúc" in twips, bold, a point of its size. */
const MOTTO_WIDTH = (171.13 / 14) * 20;

/** Twips between the margins. */
const textWidth = ({ width, margin }: Pages) => twips(width - margin.left - margin.right);

function stylesOf(pages: Pages, large: boolean): Style[] {
  const { size } = pages;
  const points = (of: number) => `<w:sz w:val="${of * 2}"/><w:szCs w:val="${of * 2}"/>`;
  const spacing = (before: number, after: number) => `<w:spacing w:before="${before}" w:after="${after}"/>`;
  const gap = large ? 80 : 20;
  return [
    { id: 'QuocHieu', name: 'Quốc hiệu', paragraph: CENTRE, run: BOLD + points(size.head) },
    { id: 'TieuNgu', name: 'Tiêu ngữ', paragraph: CENTRE, run: BOLD + points(size.head + 1) },
    { id: 'CoQuanChuQuan', name: 'Cơ quan chủ quản', paragraph: CENTRE, run: points(size.head) },
    { id: 'CoQuanBanHanh', name: 'Cơ quan ban hành', paragraph: CENTRE, run: BOLD + points(size.head) },
    {
      id: 'DuongKe',
      name: 'Đường kẻ',
      paragraph: `<w:spacing w:before="60" w:after="0" w:line="60" w:lineRule="exact"/>${CENTRE}`,
    },
    { id: 'So', name: 'Số', paragraph: spacing(40, 0) + CENTRE, run: points(size.head + 0.5) },
    {
      id: 'DiaDanhNgayThang',
      name: 'Địa danh, ngày tháng',
      paragraph: spacing(40, 0) + CENTRE,
      run: ITALIC + points(size.head + 0.5),
    },
    {
      id: 'MaHoSo',
      name: TEMPLATE_STYLES.symbol,
      paragraph: spacing(60, 0) + CENTRE,
      run: points(size.body),
    },
    {
      id: 'DanhDau',
      name: 'Đánh dấu',
      paragraph: spacing(60, 0) + CENTRE,
      run: BOLD + points(size.title),
    },
    {
      id: 'TenBieuMau',
      name: 'Tên biểu mẫu',
      paragraph: `<w:keepNext/>${spacing(large ? 240 : 100, large ? 160 : 80)}${CENTRE}`,
      run: BOLD + points(size.title),
    },
    { id: 'Dong', name: 'Dòng', paragraph: spacing(0, gap), run: points(size.body) },
    { id: 'DongGiua', name: 'Dòng giữa', paragraph: spacing(0, gap) + CENTRE, run: points(size.body) },
    {
      id: 'DoanVan',
      name: TEMPLATE_STYLES.paragraph,
      paragraph: `${spacing(0, gap)}<w:ind w:firstLine="${twips(large ? 12.7 : 8)}"/><w:jc w:val="both"/>`,
      run: points(size.body),
    },
    { id: 'OBang', name: TEMPLATE_STYLES.cell, paragraph: spacing(20, 20), run: points(size.table) },
    {
      id: 'TieuDeCot',
      name: TEMPLATE_STYLES.columnTitle,
      paragraph: spacing(20, 20) + CENTRE,
      run: BOLD + points(size.table),
    },
    { id: 'ChuKy', name: 'Chữ ký', paragraph: `<w:keepNext/>${CENTRE}`, run: BOLD + points(size.body) },
    {
      id: 'GhiChuKy',
      name: 'Ghi chú chữ ký',
      paragraph: `<w:keepNext/>${CENTRE}`,
      run: ITALIC + points(size.small),
    },
    { id: 'GhiChu', name: 'Ghi chú', paragraph: spacing(120, 0), run: ITALIC + points(size.small) },
    {
      id: 'ChanTrang',
      name: 'Chân trang',
      paragraph: `<w:tabs><w:tab w:val="right" w:pos="${textWidth(pages)}"/></w:tabs>`,
      run: points(7.5),
    },
    {
      id: 'NgatPhan',
      name: TEMPLATE_STYLES.section,
      paragraph: '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
      run: '<w:sz w:val="2"/><w:szCs w:val="2"/>',
    },
  ];
}

const run = (text: string, bold = false) =>
  `<w:r>${bold ? `<w:rPr>${BOLD}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;

const paragraph = (style: string, runs: string, properties = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs}</w:p>`;

/** What a block is typed as inside its own surroundings: a loop's line, or the words again. */
const printing = (block: string) => (FORM_BLOCKS[block as FormBlockName] === 'lines' ? '{.}' : `{${block}}`);

function runsOf(text: string, strong: boolean): string {
  return partsOf(text)
    .map((part) => ('text' in part ? run(part.text) : run(printing(part.block), strong)))
    .join('');
}

/** The blocks of a text, the one that repeats it innermost. */
function surroundings(text: string): string[] {
  const lines = (block: string) => FORM_BLOCKS[block as FormBlockName] === 'lines';
  const blocks = [...new Set(blocksIn(text))];
  return [...blocks.filter((block) => !lines(block)), ...blocks.filter(lines)];
}

const STYLE_OF = { line: 'Dong', paragraph: 'DoanVan', centre: 'DongGiua' } as const;

/** A line of the rules: it stands or falls with each of its blocks. @param keep whether the next page must not part it from what follows */
function lineOf(rule: FormRuleLine, keep: boolean): string {
  const kept = keep ? '<w:keepNext/>' : '';
  if (Array.isArray(rule))
    return paragraph(
      'Dong',
      rule
        .map((text, at) => {
          const around = surroundings(text);
          const space = at === 0 ? '' : run('\u2003');
          const begun = around.map((block) => run(`{#${block}}`)).join('');
          const ended = around.map((block) => run(`{/${block}}`)).reverse();
          return begun + space + runsOf(text, false) + ended.join('');
        })
        .join(''),
      kept,
    );
  if (typeof rule === 'object' && 'table' in rule) return line('Dong', `{@${rule.table}}`);
  const { kind, text, strong } = plainLine(rule);
  const said = paragraph(STYLE_OF[kind], runsOf(text, strong), kept);
  return surroundings(text).reduceRight((inner, block) => each(block, inner), said);
}

function bodyOf(form: FormRule, pages: Pages, large: boolean): string {
  const width = textWidth(pages);
  const right = twips(pages.country);
  const left = width - right;
  const head = layout(
    [left, right],
    [
      [
        each('cơ quan chủ quản', line('CoQuanChuQuan', '{cơ quan chủ quản}')) +
          line('CoQuanBanHanh', '{cơ quan ban hành}') +
          ruleIn(left, twips(18)),
        line('QuocHieu', COUNTRY) +
          line('TieuNgu', MOTTO) +
          ruleIn(right, MOTTO_WIDTH * (pages.size.head + 1)),
      ],
      [line('So', '{số}'), line('DiaDanhNgayThang', '{địa danh, ngày tháng}')],
    ],
  );
  const qr = twips(26);
  const codes = layout(
    [width - qr, qr],
    [
      [
        line('MaHoSo', '{@mã vạch}') +
          each('mã hồ sơ', paragraph('MaHoSo', run('Mã hồ sơ: ') + run('{mã hồ sơ}', true))) +
          line('NgatPhan'),
        line('MaHoSo', '{@mã QR}') + line('NgatPhan'),
      ],
    ],
  );
  const { signatures } = form;
  const room = line('ChuKy').repeat(large ? 4 : 3);
  const cells = signatures.map(({ title, note, name }) => {
    const [block] = blocksIn(title);
    const posts =
      block === undefined
        ? line('ChuKy', title.toLocaleUpperCase('vi'))
        : each(block, line('ChuKy', printing(block)));
    return posts + line('GhiChuKy', note) + room + line('ChuKy', `{${name}}`);
  });
  const all = cells.length === 1 ? [line('NgatPhan'), ...cells] : cells;
  const foot =
    all.length === 0
      ? ''
      : layout(
          all.map(() => Math.floor(width / all.length)),
          [all],
        );
  const { margin } = pages;
  const turned = pages.width > pages.height ? ' w:orient="landscape"' : '';
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${twips(pages.width)}" w:h="${twips(pages.height)}"${turned}/><w:pgMar w:top="${twips(margin.top)}" w:right="${twips(margin.right)}" w:bottom="${twips(margin.bottom)}" w:left="${twips(margin.left)}" w:header="${twips(5)}" w:footer="${twips(5)}" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>`;
  return [
    head,
    each('đánh dấu', line('DanhDau', '{đánh dấu}')),
    line('NgatPhan'),
    BLOCKS_OF[form.kind].includes('mã hồ sơ') ? codes : '',
    line('TenBieuMau', form.title.toLocaleUpperCase('vi')),
    ...form.lines.map((one, at) => lineOf(one, at === form.lines.length - 1)),
    line('NgatPhan', '', `<w:keepNext/><w:spacing w:before="${large ? 200 : 100}"/>`),
    foot,
    ...form.notes.map((note) => line('GhiChu', `Ghi chú: ${note}`)),
    line('NgatPhan'),
    section,
  ].join('');
}

/** The Word template of a form, with the layout of its rule set. */
export function makeFormTemplate(rules: FormRules, form: FormRule): Uint8Array {
  const pages = rules.layout[form.page];
  const large = pages.size.body > 11.5;
  return docxFile(
    documentPart(bodyOf(form, pages, large)),
    stylesPart('Times New Roman', pages.size.body, stylesOf(pages, large)),
    {
      place: 'footer',
      style: 'ChanTrang',
      runs: `${run(formLabel(rules, form))}<w:r><w:tab/></w:r>${run('trang ')}${pageField('PAGE', 1)}${run('/')}${pageField('NUMPAGES', 1)}`,
    },
  );
}

if (import.meta.main)
  for (const rules of formRuleSets)
    for (const form of rules.forms)
      writeFileSync(`templates/${formTemplateName(rules, form)}`, makeFormTemplate(rules, form));
