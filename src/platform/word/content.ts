import type { Block, PaperCell, PaperTable, Run } from '../paper/document.ts';
import { headingText } from '../paper/wording.ts';
import { xmlText } from '../sheet/cells.ts';
import type { TemplateStyle } from './blocks.ts';

/** Ids of a template's styles; those that it lacks are absent, and Word then takes its normal one. */
export type StyleIds = Readonly<Partial<Record<TemplateStyle, string>>>;

/** The paragraphs and tables of a document's body as Word writes them. @param width of the text, in twips */
export function contentXml(body: readonly Block[], styles: StyleIds, width: number): string {
  return body.map((block) => blockXml(block, styles, width)).join('');
}

function blockXml(block: Block, styles: StyleIds, width: number): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(styles[`heading${block.level}`], [{ text: headingText(block) }]);
    case 'basis':
      return paragraph(styles.basis, [{ text: block.text }]);
    case 'paragraph':
      return paragraph(styles.paragraph, block.runs);
    case 'table':
      // Word asks for a paragraph behind a table; the one before parts it from the text.
      return gap(120, styles) + tableXml(block.table, styles, width) + gap(20, styles);
  }
}

function paragraph(style: string | undefined, runs: readonly Run[], properties = ''): string {
  const named = style === undefined ? '' : `<w:pStyle w:val="${xmlText(style)}"/>`;
  return `<w:p><w:pPr>${named}${properties}</w:pPr>${runs.map(runXml).join('')}</w:p>`;
}

/** An empty paragraph of a height in twips. */
function gap(height: number, styles: StyleIds): string {
  return paragraph(
    styles.section,
    [],
    `<w:spacing w:before="0" w:after="0" w:line="${height}" w:lineRule="exact"/>`,
  );
}

function runXml({ text, bold, italic }: Run): string {
  const face = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}`;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`);
  return `<w:r>${face === '' ? '' : `<w:rPr>${face}</w:rPr>`}${lines.join('<w:br/>')}</w:r>`;
}

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

/** A table whose head is repeated on every page, and whose rows stay on one. */
function tableXml({ columns, rows }: PaperTable, styles: StyleIds, width: number): string {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / shares));
  const edges = EDGES.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`);
  const properties = `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${edges.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>`;
  const grid = `<w:tblGrid>${widths.map((of) => `<w:gridCol w:w="${of}"/>`).join('')}</w:tblGrid>`;
  const head = rowXml(
    columns.map(({ title }, at) => ({
      value: title,
      style: styles.columnTitle,
      align: 'center',
      width: widths[at] ?? 0,
    })),
    '<w:tblHeader/>',
  );
  const body = rows.map((row) =>
    'group' in row
      ? rowXml([
          {
            value: [{ text: row.group, bold: true }],
            style: styles.cell,
            align: 'left',
            width,
            span: columns.length,
          },
        ])
      : rowXml(
          columns.map(({ align }, at) => ({
            value: row.cells[at] ?? '',
            style: styles.cell,
            align: align === 'centre' ? 'center' : align === 'end' ? 'right' : 'left',
            width: widths[at] ?? 0,
          })),
        ),
  );
  return `<w:tbl>${properties}${grid}${head}${body.join('')}</w:tbl>`;
}

interface CellXml {
  value: PaperCell;
  style: string | undefined;
  align: string;
  width: number;
  span?: number;
}

function rowXml(cells: readonly CellXml[], properties = ''): string {
  const inner = cells.map(({ value, style, align, width, span }) => {
    const spans = span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`;
    const runs = typeof value === 'string' ? [{ text: value }] : value;
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spans}</w:tcPr>${paragraph(style, runs, `<w:jc w:val="${align}"/>`)}</w:tc>`;
  });
  return `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${inner.join('')}</w:tr>`;
}
