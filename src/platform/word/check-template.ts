import { readDocx } from '../extract/docx/index.ts';
import { parseXml, type XmlElement } from '../extract/xml.ts';
import { ZipReader } from '../extract/zip.ts';
import type { OfficialDocument } from '../paper/document.ts';
import type { FormSheet } from '../paper/form-sheet.ts';
import {
  blockName,
  DOCUMENT_STYLES,
  FORM_STYLES,
  TEMPLATE_BLOCKS,
  TEMPLATE_STYLES,
  type TemplateBlock,
  type TemplateStyle,
} from './blocks.ts';
import { fillForm } from './fill-form.ts';
import { fillTemplate, openTemplate } from './render.ts';
import { TemplateFile } from './template-file.ts';

/** Where a template says something: in the text or at the margin of its pages, and the paragraph as it stands there. */
export interface TemplatePlace {
  part: 'text' | 'margin';
  /** Counted from 1 among the paragraphs of its part that hold anything. */
  paragraph: number;
  words: string;
}

/** What was found in a template, before it is used. */
export interface TemplateReport {
  /** Blocks as typed that mean nothing there: unknown, of another kind, or outside their loop. */
  unknown: readonly (TemplatePlace & { block: string })[];
  missing: readonly TemplateBlock[];
  /** Names of styles that it lacks: what we fill in then has the normal one. */
  missingStyles: readonly string[];
  /** Mistakes by which it cannot be filled: a brace or a loop that is not closed. */
  broken: readonly { code: string; block: string; words: string }[];
  /** What a sample made with it says, line by line; empty where it cannot be filled. */
  sample: string;
}

/**
 * Opens a document's template and says what it knows.
 * @throws {ExtractError} where it cannot be opened
 */
export function checkTemplate(template: Uint8Array, sample: OfficialDocument): TemplateReport {
  return check(template, TEMPLATE_BLOCKS, DOCUMENT_STYLES, () => fillTemplate(template, sample));
}

/**
 * Opens a form's template and says what it knows of the blocks that the form can fill.
 * @throws {ExtractError} where it cannot be opened
 */
export function checkFormTemplate(
  template: Uint8Array,
  sample: FormSheet,
  blocks: readonly TemplateBlock[],
): TemplateReport {
  return check(template, blocks, FORM_STYLES, () => fillForm(template, sample));
}

function check(
  template: Uint8Array,
  blocks: readonly TemplateBlock[],
  wanted: readonly TemplateStyle[],
  fill: () => Uint8Array,
): TemplateReport {
  const file = new TemplateFile(template);
  const found = blocksOf(file, blocks);
  const broken = mistakesOf(template);
  const styles = file.styles();
  return {
    unknown: found
      .filter(({ known }) => known === undefined)
      .map(({ block, part, paragraph, words }) => ({ block, part, paragraph, words })),
    missing: blocks.filter((block) => block.required && !found.some(({ known }) => known === block)),
    missingStyles: wanted.flatMap((style) => (style in styles ? [] : [TEMPLATE_STYLES[style]])),
    broken,
    sample: broken.length > 0 ? '' : readDocx(new ZipReader(fill())).text,
  };
}

interface FoundBlock extends TemplatePlace {
  block: string;
  known: TemplateBlock | undefined;
}

const BLOCK = /\{([#/@^]?)([^{}]*)\}/g;
const KINDS: Readonly<Record<string, TemplateBlock['kind']>> = { '': 'words', '#': 'loop', '@': 'content' };

/** The blocks of a template in the order of its text; those that close a loop are left out. */
function blocksOf(file: TemplateFile, blocks: readonly TemplateBlock[]): FoundBlock[] {
  const margins = Object.keys(file.files).filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name));
  return [
    ...blocksOfPart(file, 'word/document.xml', 'text', blocks),
    ...margins.flatMap((name) => blocksOfPart(file, name, 'margin', blocks)),
  ];
}

function blocksOfPart(
  file: TemplateFile,
  name: string,
  part: TemplatePlace['part'],
  blocks: readonly TemplateBlock[],
): FoundBlock[] {
  const root = parseXml(new TextEncoder().encode(file.text(name)), name, new Set(['t']));
  const paragraphs = paragraphsOf(root).filter((words) => words.trim() !== '');
  const loops: { name: string; known: TemplateBlock | undefined }[] = [];
  const found: FoundBlock[] = [];
  for (const [at, words] of paragraphs.entries())
    for (const [typed, mark = '', name = ''] of words.matchAll(BLOCK)) {
      if (mark === '/') {
        loops.pop();
        continue;
      }
      const around = loops.at(-1);
      // "{.}" is the line that a loop prints.
      if (name.trim() === '.' && mark === '' && around !== undefined && around.known?.surrounds !== true)
        continue;
      const kind = KINDS[mark];
      const known = blocks.find(
        (block) =>
          (block.kind === kind || (block.surrounds === true && kind === 'loop')) &&
          blockName(block.name) === blockName(name) &&
          (block.within?.some((loop) => blockName(loop) === (around?.name ?? '')) ?? true),
      );
      found.push({ block: typed, known, part, paragraph: at + 1, words });
      if (kind === 'loop') loops.push({ name: blockName(name), known });
    }
  return found;
}

/** The text of each paragraph, those in tables and text boxes too. */
function paragraphsOf(element: XmlElement): string[] {
  if (element.name === 'p') return [textOf(element)];
  return element.children.flatMap(paragraphsOf);
}

function textOf(element: XmlElement): string {
  if (element.name === 't') return element.text;
  return element.children.map(textOf).join('');
}

interface DocxtemplaterMistake {
  properties?: { id?: string; xtag?: string; context?: string; errors?: readonly DocxtemplaterMistake[] };
}

/** What docxtemplater cannot make sense of. */
function mistakesOf(template: Uint8Array): TemplateReport['broken'] {
  try {
    openTemplate(new TemplateFile(template));
    return [];
  } catch (error) {
    const { properties } = error as DocxtemplaterMistake;
    if (properties?.id === undefined) throw error;
    const all = properties.errors ?? [{ properties }];
    return all.map((one) => ({
      code: one.properties?.id ?? 'unknown',
      block: one.properties?.xtag ?? '',
      words: one.properties?.context ?? '',
    }));
  }
}
