import { fold } from '../../pure/vietnamese/index.ts';

/** What two texts are compared by: words and neighbouring pairs; accents, case and marks do not count. */
export function featuresOf(text: string): ReadonlySet<string> {
  const words = fold(text).match(/[\p{L}\p{N}%/]+/gu) ?? [];
  return new Set([...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)]);
}

/** How alike two texts are, from 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const feature of a) if (b.has(feature)) common += 1;
  return (2 * common) / (a.size + b.size);
}
