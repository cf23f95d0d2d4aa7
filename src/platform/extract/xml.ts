import { SaxesParser } from 'saxes';
import { ExtractError } from './types.ts';

/**
 * An element of an office document. Names stand without their prefix, so that transitional and strict documents,
 * whatever prefixes they choose, look alike; text is kept only where an office document shows text.
 */
export interface XmlElement {
  name: string;
  attrs: Readonly<Record<string, string>>;
  children: XmlElement[];
  text: string;
}

const NO_ATTRS: Readonly<Record<string, string>> = {};
/** Deeper nesting occurs only in files made to exhaust a reader. */
const MAX_DEPTH = 2_000;
const CHUNK = 1 << 16;

/** Parses one part. `keep` tells the elements whose text is wanted. */
export function parseXml(bytes: Uint8Array, where: string, keep: ReadonlySet<string>): XmlElement {
  const root: XmlElement = { name: '', attrs: NO_ATTRS, children: [], text: '' };
  const stack: XmlElement[] = [root];
  let top = root;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  // A document type declaration has no place in an office file; entities would be a way to inflate one.
  parser.on('doctype', () => {
    throw new ExtractError('damaged', { where });
  });
  parser.on('opentag', (tag) => {
    if (stack.length > MAX_DEPTH) throw new ExtractError('bomb', { part: where, limit: MAX_DEPTH });
    const element = { name: local(tag.name), attrs: attributes(tag.attributes), children: [], text: '' };
    top.children.push(element);
    stack.push(element);
    top = element;
  });
  parser.on('closetag', () => {
    stack.pop();
    top = stack.at(-1) ?? root;
  });
  const addText = (text: string): void => {
    if (keep.has(top.name)) top.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  feed(parser, bytes, where);
  const first = root.children[0];
  if (first === undefined) throw new ExtractError('damaged', { where });
  return first;
}

function feed(parser: SaxesParser, bytes: Uint8Array, where: string): void {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const decoder = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof ExtractError) throw error;
    throw new ExtractError('damaged', { where });
  }
}

function attributes(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let out: Record<string, string> | null = null;
  for (const key in given) {
    // Revision identifiers are a third of a Word file's attributes and say nothing.
    if (key.startsWith('w:rsid') || key.startsWith('xmlns') || key.startsWith('w14:')) continue;
    out ??= {};
    out[local(key)] = given[key] ?? '';
  }
  return out ?? NO_ATTRS;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** First child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

/** Children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

/** Value of the attribute `val` of the first child of that name. */
export function childVal(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attrs.val;
}

/** An on/off property: present without value is on. Undefined where it is not given at all. */
export function onOff(element: XmlElement | undefined, name: string): boolean | undefined {
  const property = child(element, name);
  if (property === undefined) return undefined;
  return !['0', 'false', 'off'].includes(property.attrs.val ?? '1');
}
