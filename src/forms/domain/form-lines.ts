/** A piece of a line as the rules write it: words, or a block to be filled. */
export type FormLineText = { text: string } | { block: string };

const BLOCK = /\{([^{}]+)\}/g;

/** "Địa chỉ: {địa chỉ}" in its pieces. */
export function partsOf(text: string): FormLineText[] {
  const parts: FormLineText[] = [];
  let end = 0;
  for (const { 0: typed, 1: block = '', index } of text.matchAll(BLOCK)) {
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ block });
    end = index + typed.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** The blocks of a text, in its order. */
export function blocksIn(text: string): string[] {
  return [...text.matchAll(BLOCK)].map(([, block = '']) => block);
}

/** The block by which a text is left out or repeated; undefined where it has none. */
export function firstBlock(text: string): string | undefined {
  return blocksIn(text)[0];
}

/** A filled piece: what was typed into a block apart from the form's own words. */
export interface FormLineRange {
  text: string;
  filled: boolean;
}

/**
 * A text filled, once for each line of its first block; none where that has nothing to say.
 * @param valuesOf what a block says: words, or lines
 */
export function fillText(
  text: string,
  valuesOf: (block: string) => string | readonly string[],
): FormLineRange[][] {
  const first = firstBlock(text);
  const value = first === undefined ? ' ' : valuesOf(first);
  const lines = typeof value === 'string' ? [value] : value;
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const parts = partsOf(text).map((part) => {
        if ('text' in part) return { text: part.text, filled: false };
        if (part.block === first) return { text: line, filled: true };
        const other = valuesOf(part.block);
        return { text: typeof other === 'string' ? other : other.join('; '), filled: true };
      });
      return startedCapital(parts);
    });
}

/** A line begins with a capital, also where it begins with what was filled in: "quý cơ quan", "phòng …". */
function startedCapital([first, ...others]: FormLineRange[]): FormLineRange[] {
  if (first === undefined) return [];
  return [{ ...first, text: first.text.charAt(0).toLocaleUpperCase('vi') + first.text.slice(1) }, ...others];
}
