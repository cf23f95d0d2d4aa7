import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { templatesFolder } from '../paper/templates-folder.ts';

/** The bytes of a Word template, and what they are known by: a document that was printed with it keeps the SHA-256. */
export interface TemplateBytes {
  bytes: Uint8Array;
  sha256: string;
}

const known = new Map<string, Promise<TemplateBytes>>();

/** The template that the product brings for the documents of a rule set. */
export function shippedTemplate(rules: string): Promise<TemplateBytes> {
  return shippedFile(`document-${rules}.docx`);
}

/** A Word template that the product brings, by its name in `templates/`. */
export function shippedFile(name: string): Promise<TemplateBytes> {
  const read = known.get(name) ?? readShipped(name);
  known.set(name, read);
  return read;
}

async function readShipped(name: string): Promise<TemplateBytes> {
  const bytes = new Uint8Array(await readFile(new URL(name, templatesFolder())));
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
