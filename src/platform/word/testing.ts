import { unzipSync, zipSync } from 'fflate';

/** Parts of a Word file, by name, each with what it becomes. */
export type Parts = Readonly<Record<string, (text: string) => string>>;

/** A Word file with other parts. */
export function templateWithParts(template: Uint8Array, change: Parts): Uint8Array<ArrayBuffer> {
  const parts: Record<string, Uint8Array> = unzipSync(template);
  for (const [name, edit] of Object.entries(change))
    parts[name] = new TextEncoder().encode(edit(new TextDecoder().decode(parts[name] ?? new Uint8Array())));
  return zipSync(parts);
}

/** A Word template in which some words stand for others. */
export function templateWith(template: Uint8Array, from: string, to: string): Uint8Array<ArrayBuffer> {
  return templateWithParts(template, { 'word/document.xml': (text) => text.replace(from, to) });
}
