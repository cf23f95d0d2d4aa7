import { relationships } from '../package.ts';
import { type Block, ExtractError, type Extracted, joinBlocks } from '../types.ts';
import { child, parseXml, type XmlElement } from '../xml.ts';
import type { ZipReader } from '../zip.ts';
import { BodyReader, superscript } from './body.ts';
import { NumberWriter } from './numbering.ts';
import { Styles } from './styles.ts';

const TEXT_ELEMENTS = new Set(['t', 'Pages']);

/** Reads a Word document as it reads on the page. */
export function readDocx(zip: ZipReader): Extracted {
  const main = related(zip, '', 'officeDocument')[0] ?? 'word/document.xml';
  const document = part(zip, main);
  const body = child(document, 'body');
  if (body === undefined) throw new ExtractError('damaged', { where: main });
  const styles = new Styles(relatedPart(zip, main, 'styles'));
  const numbers = new NumberWriter(
    relatedPart(zip, main, 'numbering'),
    (style) => styles.numbering(style)?.numId,
  );
  const reader = new BodyReader(styles, numbers);
  const blocks = reader.blocks(body);
  const notes = {
    footnote: notesById(relatedPart(zip, main, 'footnotes')),
    endnote: notesById(relatedPart(zip, main, 'endnotes')),
  };
  const noteBlocks = reader.notes.flatMap(({ kind, id }, i): Block[] => {
    const note = notes[kind].get(id);
    return note === undefined
      ? []
      : [{ text: `${superscript(i + 1)} ${oneLine(reader.blocks(note))}`, group: null }];
  });
  // Each section has its own, which mostly say the same.
  const margins = [...related(zip, main, 'header'), ...related(zip, main, 'footer')]
    .flatMap((name) => new BodyReader(styles, numbers).blocks(part(zip, name)))
    .map((block) => block.text)
    .filter((text) => !/^\P{L}*$/u.test(text));
  return {
    format: 'docx',
    text: joinBlocks([...blocks, ...noteBlocks]),
    pages: pages(zip),
    margins: [...new Set(margins)].join('\n'),
  };
}

function part(zip: ZipReader, name: string): XmlElement {
  const bytes = zip.read(name);
  if (bytes === null) throw new ExtractError('damaged', { where: name });
  return parseXml(bytes, name, TEXT_ELEMENTS);
}

function relatedPart(zip: ZipReader, from: string, type: string): XmlElement | undefined {
  const name = related(zip, from, type)[0];
  return name === undefined ? undefined : part(zip, name);
}

/** Names of the parts that a part refers to by a relationship of that type. */
function related(zip: ZipReader, from: string, type: string): string[] {
  return relationships(zip, from)
    .filter((each) => each.type === type)
    .map((each) => each.target);
}

function notesById(root: XmlElement | undefined): Map<string, XmlElement> {
  return new Map((root?.children ?? []).map((note) => [note.attrs.id ?? '', note]));
}

function oneLine(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join(' ');
}

function pages(zip: ZipReader): number | null {
  const name = related(zip, '', 'extended-properties')[0];
  if (name === undefined) return null;
  const count = Number(child(part(zip, name), 'Pages')?.text ?? 0);
  return count > 0 ? count : null;
}
