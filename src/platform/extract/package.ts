import { childrenOf, parseXml } from './xml.ts';
import type { ZipReader } from './zip.ts';

/** How one part of an office file refers to another. */
export interface Relationship {
  id: string;
  /** Last word of the type's address: "styles", "worksheet". */
  type: string;
  /** Name of the part in the archive. */
  target: string;
}

/** What a part refers to inside the archive; '' is the package itself. */
export function relationships(zip: ZipReader, from: string): Relationship[] {
  const slash = from.lastIndexOf('/') + 1;
  const folder = from.slice(0, slash);
  const bytes = zip.read(`${folder}_rels/${from.slice(slash)}.rels`);
  if (bytes === null) return [];
  return childrenOf(parseXml(bytes, 'rels', new Set()), 'Relationship')
    .filter(({ attrs }) => attrs.TargetMode !== 'External')
    .map(({ attrs }) => ({
      id: attrs.Id ?? '',
      type: (attrs.Type ?? '').split('/').at(-1) ?? '',
      target: decodeURIComponent(new URL(attrs.Target ?? '', `zip:///${folder}`).pathname.slice(1)),
    }));
}
