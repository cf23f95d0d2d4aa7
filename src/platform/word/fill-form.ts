import type { PaperTable } from '../paper/document.ts';
import type { FormBlockValue, FormPicture, FormSheet } from '../paper/form-sheet.ts';
import { contentXml, type StyleIds } from './content.ts';
import { addPicture, pictureXml } from './pictures.ts';
import { folded, openTemplate } from './render.ts';
import { pageProperties, textWidth } from './sections.ts';
import { TemplateFile } from './template-file.ts';

const MAIN_PART = 'word/document.xml';

/**
 * Fills a form's Word template. The same form and template give the same bytes.
 * @throws {ExtractError} where the template cannot be opened, and docxtemplater's error where its blocks do not match
 */
export function fillForm(template: Uint8Array, { blocks }: FormSheet): Uint8Array {
  const file = new TemplateFile(template);
  const width = textWidth(pageProperties(file.text(MAIN_PART)));
  const styles = file.styles();
  const filled = openTemplate(file);
  const values = Object.entries(blocks).map(([name, value]) => [name, valueFor(value, styles, width)]);
  filled.render(folded(Object.fromEntries(values)));
  for (const value of Object.values(blocks))
    if (isPicture(value) && value.holds !== '') addPicture(file, value);
  return file.bytes();
}

function valueFor(value: FormBlockValue, styles: StyleIds, width: number): string | readonly string[] {
  if (isPicture(value)) return value.holds === '' ? emptyParagraph(styles) : pictureXml(value, styles.symbol);
  if (isTable(value))
    return value.rows.length === 0
      ? emptyParagraph(styles)
      : contentXml([{ kind: 'table', table: value }], styles, width);
  return value;
}

const isPicture = (value: FormBlockValue): value is FormPicture =>
  typeof value === 'object' && 'symbol' in value;
const isTable = (value: FormBlockValue): value is PaperTable =>
  typeof value === 'object' && 'columns' in value;

/** Where nothing is to be shown a paragraph stays all the same: a table's cell must have one. */
function emptyParagraph({ section }: StyleIds): string {
  return section === undefined ? '<w:p/>' : `<w:p><w:pPr><w:pStyle w:val="${section}"/></w:pPr></w:p>`;
}
