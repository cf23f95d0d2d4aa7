/** Characters of symbol fonts that stand in Vietnamese office documents, by font and code. */
const SYMBOLS: Readonly<Record<string, string>> = {
  'wingdings/fc': '✓',
  'wingdings/fb': '✗',
  'wingdings/fe': '☑',
  'wingdings/fd': '☒',
  'wingdings/a8': '☐',
  'wingdings/6f': '☐',
  'wingdings/a7': '▪',
  'wingdings/d8': '➢',
  'wingdings/e0': '→',
  'wingdings/df': '←',
  'wingdings 2/52': '☑',
  'wingdings 2/50': '✓',
  'wingdings 2/a3': '☐',
  'symbol/b7': '•',
  'symbol/b3': '≥',
  'symbol/a3': '≤',
  'symbol/b1': '±',
  'symbol/b4': '×',
  'symbol/ae': '→',
  'symbol/b9': '≠',
  'symbol/a5': '∞',
  'symbol/2d': '-',
};

/** A character inserted by Word's "Symbol" dialog; a white square for one that is not known. */
export function symbol(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  if (Number.isNaN(value)) return '';
  // Symbol fonts are addressed in the private use area; any other code is an ordinary character.
  if (value >= 0xf000 && value <= 0xf0ff) {
    return SYMBOLS[`${font.toLowerCase()}/${(value - 0xf000).toString(16)}`] ?? '□';
  }
  return SYMBOLS[`${font.toLowerCase()}/${value.toString(16)}`] ?? String.fromCodePoint(value);
}
