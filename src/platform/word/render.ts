import Docxtemplater from 'docxtemplater';
import type { OfficialDocument } from '../paper/document.ts';
import { withPlaceTogether, wordingOf } from '../paper/wording.ts';
import { xmlCharacters } from '../sheet/cells.ts';
import { blockName } from './blocks.ts';
import { contentXml } from './content.ts';
import { pageProperties, sectionEnd, textWidth, turned, withLastSection } from './sections.ts';
import { TemplateFile } from './template-file.ts';

const MAIN_PART = 'word/document.xml';

/**
 * Fills a Word template with a document. The same document and template give the same bytes.
 * @throws {ExtractError} where the template cannot be opened, and docxtemplater's error where its blocks do not match
 */
export function fillTemplate(template: Uint8Array, document: OfficialDocument): Uint8Array {
  const file = new TemplateFile(template);
  const pages = pageProperties(file.text(MAIN_PART));
  const filled = openTemplate(file);
  filled.render(valuesOf(document, file, pages));
  const last = document.annexes.at(-1);
  if (last !== undefined && file.text(MAIN_PART).includes(SECTION_MARK))
    file.file(
      MAIN_PART,
      withLastSection(file.text(MAIN_PART), turned(pages, last.orientation)).replaceAll(SECTION_MARK, ''),
    );
  return file.bytes();
}

/** Where a template breaks pages before an annex, its last pages are the last annex's. */
const SECTION_MARK = '<!-- annex -->';

/** @throws docxtemplater's error, with what is wrong in the template */
export function openTemplate(file: TemplateFile): Docxtemplater {
  return new Docxtemplater(file, {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    // Blocks that we do not know print nothing; the page for templates has named them.
    nullGetter: () => '',
    parser: (tag) => ({
      get: (scope: unknown) => (tag === '.' ? lineIn(scope) : valueIn(scope, blockName(tag))),
    }),
  });
}

/** The line that a loop prints; what has blocks of its own is none. */
function lineIn(scope: unknown): string {
  return typeof scope === 'string' ? xmlCharacters(scope) : '';
}

function valueIn(scope: unknown, name: string): unknown {
  if (typeof scope !== 'object' || scope === null) return undefined;
  const value = (scope as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? xmlCharacters(value) : value;
}

/** What a loop prints once, or leaves out. */
const once = (words: string | null) => (words === null ? [] : [words]);

function valuesOf(document: OfficialDocument, file: TemplateFile, pages: string): Record<string, unknown> {
  const wording = wordingOf(document);
  const styles = file.styles();
  const values = {
    'cơ quan chủ quản': once(wording.parent && withPlaceTogether(wording.parent)),
    'cơ quan ban hành': withPlaceTogether(wording.issuer),
    'số và ký hiệu': wording.number,
    'địa danh, ngày tháng': wording.placeAndDate,
    'dự thảo': once(wording.draftMark),
    'tên loại': once(wording.type),
    'trích yếu': wording.abstract,
    'trích yếu công văn': once(wording.type === null ? wording.abstract : null),
    'kính gửi': wording.to.slice(0, 1),
    'nơi gửi': wording.to.slice(1),
    'nội dung': contentXml(wording.body, styles, textWidth(pages)),
    'nơi nhận': wording.recipients,
    'thẩm quyền ký': wording.signature,
    'người ký': wording.name,
    'phụ lục': wording.annexes.map((annex, at) => {
      const before = wording.annexes[at - 1];
      const ended = before === undefined ? pages : turned(pages, before.orientation);
      return folded({
        'ngắt trang phụ lục': sectionEnd(ended, styles.section) + SECTION_MARK,
        'số phụ lục': annex.label,
        'tên phụ lục': annex.title,
        'kèm theo': annex.note,
        'nội dung': contentXml(annex.body, styles, textWidth(turned(pages, annex.orientation))),
      });
    }),
  };
  return folded(values);
}

/** Values by their blocks' names as they are looked up. */
export function folded(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [blockName(name), value]));
}
