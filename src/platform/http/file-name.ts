const LONGEST = 200;

/**
 * The name of a file, as it is kept: the last part of a path, in one line, without the signs that turn the direction of
 * writing and make "exe.pdf" of "fdp.exe". The ending stays where the name is cut.
 */
export function cleanFileName(given: string): string {
  const name = (given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .trim();
  if (/^\.*$/.test(name)) return 'tep';
  return [...name].slice(-LONGEST).join('');
}
