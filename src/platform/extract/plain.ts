import { ExtractError, type Extracted } from './types.ts';

/**
 * Text files stand as they are: line ends and the form of the letters are kept, for spans point into the file's own
 * text. Only the byte order mark goes.
 */
export function readPlain(bytes: Uint8Array, fileName: string): Extracted {
  const text = decodeText(bytes);
  if (text.trim() === '') throw new ExtractError('empty');
  refuseLegacyLetters(text);
  return { format: /\.(md|markdown)$/i.test(fileName) ? 'md' : 'txt', text, pages: null, margins: '' };
}

/** UTF-8, UTF-16 with its mark, or windows-1258 where that is beyond doubt; otherwise `bad-encoding`. */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const marked = byteOrder(bytes);
  if (marked !== null) return decode(bytes, marked) ?? refuse('utf-16');
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  const single = decode(bytes, 'windows-1258') ?? '';
  if (declared?.toLowerCase() === 'windows-1258' || isWindows1258(single)) return single;
  if (isTcvn3(decode(bytes, 'latin1') ?? '')) refuse('TCVN3');
  return refuse('unknown');
}

/** Text typed in the fonts of the nineties: the letters are Vietnamese only in the font. */
export function refuseLegacyLetters(text: string): void {
  if (isTcvn3(text)) refuse('TCVN3');
  if (count(text, /(?<!\p{L})(cuûa|vaø|caùc|naêm|ñöôïc|thöïc|hieän)(?!\p{L})/gu) >= ENOUGH) refuse('VNI');
}

/** Of the words below, every Vietnamese page has dozens. */
const ENOUGH = 4;

function isTcvn3(text: string): boolean {
  return (
    count(text, /(?<!\p{L})(cña|vµ|c¸c|n¨m|thùc|hiÖn|®Õn|®Þnh|®¬n)/gu) >= ENOUGH &&
    !/[ạảấầẩẫậắằẳẵặẹẻẽềểễệ]/u.test(text)
  );
}

function isWindows1258(text: string): boolean {
  return count(text.normalize('NFC'), /(?<!\p{L})(của|và|các|năm|được|thực|hiện)(?!\p{L})/gu) >= ENOUGH;
}

function count(text: string, words: RegExp): number {
  return text.slice(0, 200_000).match(words)?.length ?? 0;
}

function byteOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refuse(guess: string): never {
  throw new ExtractError('bad-encoding', { guess });
}
