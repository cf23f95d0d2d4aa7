import { zipSync } from 'fflate';
import { relationships } from '../extract/package.ts';
import { ExtractError } from '../extract/types.ts';
import { child, childrenOf, parseXml } from '../extract/xml.ts';
import { ZipReader } from '../extract/zip.ts';
import { TEMPLATE_STYLES, type TemplateStyle } from './blocks.ts';
import type { StyleIds } from './content.ts';

/** A template is a few pages: what inflates beyond this was made to exhaust a reader. */
const LIMITS = { maxEntries: 500, maxInflated: 30_000_000, maxRatio: 200 };

/** Largest template that is taken. */
export const MAX_TEMPLATE_BYTES = 5 * 1024 * 1024;

/** A fixed time for all parts, so that the same words in the same template give the same bytes. */
const MEMBER_TIME = '2000-01-01T12:00:00';

const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/**
 * A Word file opened to be filled: its parts as docxtemplater asks for them, read under our limits.
 * @throws {ExtractError} where it is no such file, or holds what a template must not: macros, things from elsewhere
 */
export class TemplateFile {
  /** By name, as docxtemplater reads them. */
  readonly files: Record<string, { name: string; dir: boolean; asText(): string }> = {};
  readonly #parts = new Map<string, Uint8Array>();

  constructor(bytes: Uint8Array) {
    if (bytes.length > MAX_TEMPLATE_BYTES)
      throw new ExtractError('too-large', { bytes: bytes.length, limit: MAX_TEMPLATE_BYTES });
    const zip = new ZipReader(bytes, LIMITS);
    for (const name of zip.names()) {
      const part = zip.read(name);
      if (part !== null && !name.endsWith('/')) this.#put(name, part);
    }
    this.#refuseStrange(zip);
  }

  #put(name: string, part: Uint8Array): void {
    this.#parts.set(name, part);
    this.files[name] = { name, dir: false, asText: () => this.text(name) };
  }

  #refuseStrange(zip: ZipReader): void {
    const types = this.#parts.get('[Content_Types].xml');
    if (types === undefined || !this.#parts.has('word/document.xml'))
      throw new ExtractError('wrong-format', { format: 'zip' });
    const overrides = childrenOf(parseXml(types, 'types', new Set()), 'Override');
    const main = overrides.find(({ attrs }) => attrs.PartName === '/word/document.xml');
    // Macros change the main part's type; a template with them would run in every office that opens a report.
    if (main?.attrs.ContentType !== MAIN_TYPE) throw new ExtractError('wrong-format', { format: 'docm' });
    for (const [name, part] of this.#parts) {
      if (name.endsWith('.xml') || name.endsWith('.rels')) parseXml(part, name, new Set());
      if (/vbaProject|\/activeX\/|\/embeddings\//i.test(name))
        throw new ExtractError('wrong-format', { format: 'docm' });
      if (name.endsWith('.rels') && /TargetMode\s*=\s*["']External["']/.test(this.text(name)))
        throw new ExtractError('wrong-format', { format: 'external' });
    }
    relationships(zip, 'word/document.xml');
  }

  /** The text of a part; '' where it is not there. */
  text(name: string): string {
    return new TextDecoder().decode(this.#parts.get(name) ?? new Uint8Array());
  }

  /** As docxtemplater asks: a part, the parts of such names, or a part's new text. */
  file(name: string | RegExp, text?: string | Uint8Array): unknown {
    if (typeof name !== 'string') return Object.values(this.files).filter((one) => name.test(one.name));
    if (text !== undefined) this.#put(name, typeof text === 'string' ? new TextEncoder().encode(text) : text);
    return this.files[name] ?? null;
  }

  remove(name: string): void {
    this.#parts.delete(name);
    delete this.files[name];
  }

  /** The file with all its parts as they are now. */
  bytes(): Uint8Array {
    const [types, others] = ['[Content_Types].xml', [...this.#parts.keys()].sort()];
    const names = [types, ...others.filter((name) => name !== types)];
    return zipSync(
      Object.fromEntries(names.map((name) => [name, this.#parts.get(name) ?? new Uint8Array()])),
      {
        mtime: MEMBER_TIME,
      },
    );
  }

  /** The ids of the styles that our content asks for. */
  styles(): StyleIds {
    const part = this.#parts.get('word/styles.xml');
    if (part === undefined) return {};
    const byName = new Map(
      childrenOf(parseXml(part, 'styles', new Set()), 'style').map((style) => [
        (child(style, 'name')?.attrs.val ?? '').normalize('NFC').toLowerCase(),
        style.attrs.styleId ?? '',
      ]),
    );
    const entries = Object.entries(TEMPLATE_STYLES) as [TemplateStyle, string][];
    return Object.fromEntries(
      entries.flatMap(([style, name]) => {
        const id = byName.get(name.toLowerCase());
        return id === undefined ? [] : [[style, id]];
      }),
    );
  }
}
