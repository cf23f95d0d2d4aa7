import { readDocx } from '../extract/docx/index.ts';
import { parseXml, type XmlElement } from '../extract/xml.ts';
import { ZipReader } from '../extract/zip.ts';
import type { OfficialDocument } from '../paper/document.ts';
import { blockName, TEMPLATE_BLOCKS, TEMPLATE_STYLES, type TemplateBlock } from './blocks.ts';
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
 * Opens a template and says what it knows.
 * @throws {ExtractError} where it cannot be opened
 */
export function checkTemplate(template: Uint8Array, sample: OfficialDocument): TemplateReport {
  const file = new TemplateFile(template);
  const found = blocksOf(file);
  const broken = mistakesOf(template);
  const styles = file.styles();
  return {
    unknown: found
      .filter(({ known }) => known === undefined)
      .map(({ block, part, paragraph, words }) => ({
        block,
        part,
        paragraph,
        words,
      })),
    missing: TEMPLATE_BLOCKS.filter((block) => block.required && !found.some(({ known }) => known === block)),
    missingStyles: Object.entries(TEMPLATE_STYLES).flatMap(([style, name]) =>
      style in styles ? [] : [name],
    ),
    broken,
    sample: broken.length > 0 ? '' : readDocx(new ZipReader(fillTemplate(template, sample))).text,
  };
}

interface FoundBlock extends TemplatePlace {
  block: string;
  known: TemplateBlock | undefined;
}

const BLOCK = /\{([#/@^]?)([^{}]*)\}/g;
const KINDS: Readonly<Record<string, TemplateBlock['kind']>> = { '': 'words', '#': 'loop', '@': 'content' };

/** The blocks of a template in the order of its text; those that close a loop are left out. */
function blocksOf(file: TemplateFile): FoundBlock[] {
  const margins = Object.keys(file.files).filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name));
  return [
    ...blocksOfPart(file, 'word/document.xml', 'text'),
    ...margins.flatMap((name) => blocksOfPart(file, name, 'margin')),
  ];
}

function blocksOfPart(file: TemplateFile, name: string, part: TemplatePlace['part']): FoundBlock[] {
  const root = parseXml(new TextEncoder().encode(file.text(name)), name, new Set(['t']));
  const paragraphs = paragraphsOf(root).filter((words) => words.trim() !== '');
  const loops: string[] = [];
  const found: FoundBlock[] = [];
  for (const [at, words] of paragraphs.entries())
    for (const [typed, mark = '', name = ''] of words.matchAll(BLOCK)) {
      if (mark === '/') {
        loops.pop();
        continue;
      }
      // "{.}" is the line that a loop prints.
      if (name.trim() === '.' && mark === '' && loops.length > 0) continue;
      const kind = KINDS[mark];
      const known = TEMPLATE_BLOCKS.find(
        (block) =>
          block.kind === kind &&
          blockName(block.name) === blockName(name) &&
          block.within.some((loop) => blockName(loop) === (loops.at(-1) ?? '')),
      );
      found.push({ block: typed, known, part, paragraph: at + 1, words });
      if (kind === 'loop') loops.push(blockName(name));
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
