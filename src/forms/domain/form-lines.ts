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

/** A filled piece: what was typed into a block apart from the form's own words. */
export interface FormLineRange {
  text: string;
  filled: boolean;
}

/**
 * A text filled; none where one of its blocks has nothing to say, and one for each line of a block that says several.
 * @param valuesOf what a block says: words, or lines
 */
export function fillText(
  text: string,
  valuesOf: (block: string) => string | readonly string[],
): FormLineRange[][] {
  const values = new Map(blocksIn(text).map((block) => [block, valuesOf(block)]));
  if ([...values.values()].some((value) => value.length === 0)) return [];
  const several = [...values].find(([, value]) => typeof value !== 'string');
  const lines = several === undefined ? [''] : [...several[1]].filter((line) => line !== '');
  return lines.map((line) =>
    startedCapital(
      partsOf(text).map((part) => {
        if ('text' in part) return { text: part.text, filled: false };
        const value = part.block === several?.[0] ? line : (values.get(part.block) ?? '');
        return { text: typeof value === 'string' ? value : value.join('; '), filled: true };
      }),
    ),
  );
}

/** A line begins with a capital, also where it begins with what was filled in: "quý cơ quan", "phòng …". */
function startedCapital([first, ...others]: FormLineRange[]): FormLineRange[] {
  if (first === undefined) return [];
  return [{ ...first, text: first.text.charAt(0).toLocaleUpperCase('vi') + first.text.slice(1) }, ...others];
}
