/**
 * A text in the letters that patterns are written in: without diacritics, case kept, every dash "-", every run of
 * white space one " " (or "\n" where a blank line, a tab or a list item parts it), emphasis marks left out.
 * Each character knows where it stands in the source, so that spans hold for NFC, NFD and CRLF alike.
 */
export interface PlainText {
  readonly source: string;
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const bases = new Map<number, string>();

function baseLetter(code: number): string {
  const known = bases.get(code);
  if (known !== undefined) return known;
  const letter = String.fromCharCode(code);
  const stripped = letter.normalize('NFD').replace(/\p{Mn}/gu, '');
  let base = stripped.length === 1 ? stripped : letter;
  if (base === 'đ' || base === 'ð') base = 'd';
  else if (base === 'Đ' || base === 'Ð') base = 'D';
  else if (/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/.test(base)) base = '-';
  else if (/[\u2044\u2215\uFF0F]/.test(base)) base = '/';
  bases.set(code, base);
  return base;
}

const isMark = (code: number): boolean => code >= 0x300 && code <= 0x36f;

/** Characters without meaning for the reader: Markdown emphasis, soft hyphen, zero-width and byte-order marks. */
const isSilent = (code: number): boolean =>
  code === 0x2a || code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;

const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000;

const bullet = /[-+•·‣▪–—]/;

/** Reads a text into its plain form, in time linear in its length. */
export function plainText(source: string): PlainText {
  const letters: string[] = [];
  const starts = new Uint32Array(source.length + 1);
  const ends = new Uint32Array(source.length + 1);
  let at = 0;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (isMark(code)) {
      if (letters.length > 0) ends[letters.length - 1] = at + 1;
      at += 1;
    } else if (isSilent(code)) {
      at += 1;
    } else if (isSpace(code)) {
      const from = at;
      let lines = 0;
      let parted = false;
      while (at < source.length) {
        const next = source.charCodeAt(at);
        if (!isSpace(next) && !isSilent(next)) break;
        if (next === 0x0a || (next === 0x0d && source.charCodeAt(at + 1) !== 0x0a)) lines += 1;
        if (next === 0x09) parted = true;
        at += 1;
      }
      const listItem = lines > 0 && bullet.test(source.charAt(at)) && isSpace(source.charCodeAt(at + 1));
      starts[letters.length] = from;
      ends[letters.length] = at;
      letters.push(parted || lines > 1 || listItem ? '\n' : ' ');
    } else {
      starts[letters.length] = at;
      ends[letters.length] = at + 1;
      letters.push(code < 0x80 ? source.charAt(at) : baseLetter(code));
      at += 1;
    }
  }
  starts[letters.length] = source.length;
  ends[letters.length] = source.length;
  return { source, text: letters.join(''), starts, ends };
}

/** Where the characters `from` (inclusive) to `to` (exclusive) of the plain text stand in the source. */
export function sourceSpan(plain: PlainText, from: number, to: number): { start: number; end: number } {
  const start = plain.starts[from] ?? plain.source.length;
  return { start, end: to > from ? (plain.ends[to - 1] ?? plain.source.length) : start };
}

/** The words as written between two places of the plain text. */
export function written(plain: PlainText, from: number, to: number): string {
  const { start, end } = sourceSpan(plain, from, to);
  return plain.source.slice(start, end);
}

/** Match of a sticky expression at a place, or null. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
