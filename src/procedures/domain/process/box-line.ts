/** What a box says: a line and how it looks. */
export interface BoxLine {
  text: string;
  look: 'name' | 'who' | 'limit' | 'branch';
}

/** How wide letters are, in parts of the height of the letters: kept on the safe side, for fonts differ. */
const LETTER = 0.57;
const SIZES: Readonly<Record<BoxLine['look'], number>> = { name: 15, who: 14, limit: 14, branch: 14 };

function widthOf(text: string, look: BoxLine['look']): number {
  let parts = 0;
  for (const letter of text)
    parts += /[ilj.,:;'|!()ìíỉĩị]/.test(letter)
      ? 0.32
      : /[mwMWƯƠ]/.test(letter)
        ? 0.92
        : /\p{Lu}/u.test(letter)
          ? 0.74
          : letter === ' '
            ? 0.3
            : LETTER;
  return parts * SIZES[look] * (look === 'name' ? 1.06 : 1);
}

/** Breaks a line between words, and a word that is too long between letters. @param width in pixels */
export function wrap({ text, look }: BoxLine, width: number): BoxLine[] {
  const lines: string[] = [];
  let line = '';
  const flush = () => {
    if (line !== '') lines.push(line);
    line = '';
  };
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, look) <= width) {
      line = longer;
      continue;
    }
    flush();
    for (const letter of word) {
      if (line !== '' && widthOf(line + letter, look) > width) flush();
      line += letter;
    }
  }
  flush();
  return lines.map((one) => ({ text: one, look }));
}
