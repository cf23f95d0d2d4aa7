import { describe, expect, test } from 'vitest';
import { decodeText, readPlain } from './plain.ts';
import { ExtractError } from './types.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

function errorOf(bytes: Uint8Array): [string, unknown] {
  try {
    readPlain(bytes, 'x.txt');
  } catch (error) {
    if (error instanceof ExtractError) return [error.code, error.params.guess];
    throw error;
  }
  return ['read', null];
}

describe('a text file', () => {
  test('is kept as it is, but for the byte order mark', () => {
    const text = `Kế hoạch\r\n${'Kế hoạch'.normalize('NFD')} 🙂\r\n`;
    expect(readPlain(utf8(`\ufeff${text}`), 'a.txt')).toEqual({
      format: 'txt',
      text,
      pages: null,
      margins: '',
    });
  });

  test('is Markdown by its name only', () => {
    expect(readPlain(utf8('# A'), 'KẾ HOẠCH.MD').format).toBe('md');
  });

  test('in UTF-16 is read by its mark', () => {
    const le = Buffer.from('\ufeffSố: 1', 'utf16le');
    expect(decodeText(le)).toBe('Số: 1');
    expect(decodeText(Buffer.from(le).swap16())).toBe('Số: 1');
  });

  test('in windows-1258 is read where the words leave no doubt', () => {
    // "của các năm được" typed on a Vietnamese keyboard of Windows 98: base letters and combining marks.
    const line = 'cu\xd2a ca\xecc n\xe3m \xf0\xfd\xf5\xf2c; ';
    expect(decodeText(latin1(line.repeat(3))).normalize('NFC')).toContain('của các năm được');
    expect(errorOf(latin1('cu\xd2a'))).toEqual(['bad-encoding', 'unknown']);
  });

  test('typed in the fonts of the nineties is refused with the name of its encoding', () => {
    expect(errorOf(latin1('KÕ ho¹ch c¶i c¸ch cña Së n¨m 2019 vµ c¸c ®¬n vÞ thùc hiÖn'))).toEqual([
      'bad-encoding',
      'TCVN3',
    ]);
    expect(errorOf(utf8('KÕ ho¹ch c¶i c¸ch cña Së n¨m 2019 vµ c¸c ®¬n vÞ thùc hiÖn'))).toEqual([
      'bad-encoding',
      'TCVN3',
    ]);
    expect(errorOf(utf8('Keá hoaïch cuûa Sôû naêm 2019 vaø caùc ñôn vò thöïc hieän'))).toEqual([
      'bad-encoding',
      'VNI',
    ]);
  });

  test('of blanks is empty', () => {
    expect(errorOf(utf8(' \r\n\t'))).toEqual(['empty', undefined]);
  });
});
