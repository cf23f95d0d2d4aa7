import { fold } from '../../pure/vietnamese/index.ts';

/** Longest name of a party, in characters. */
export const LONGEST_NAME = 300;

/**
 * Words as they are kept: NFC, blanks and line ends as single spaces, without invisible signs, among them the marks that
 * turn the direction of writing, by which one name could be shown as another.
 */
export function cleanLine(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}

/** What is wrong with a name, as the code of a refusal; null where nothing is. */
export function nameFault(name: string): 'required' | 'party-name' | null {
  if (name === '') return 'required';
  return /[<>{}]|^[=+@]/.test(name) || !/\p{L}/u.test(name) ? 'party-name' : null;
}

/** What a name is searched and compared by: without accents and signs, words with single spaces. */
export function foldName(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a document number is searched by: "1234/QĐ-UBND" as "1234/qd-ubnd". */
export function foldNumber(number: string): string {
  return fold(number).replaceAll(' ', '');
}

/** Whether two names can be of one party: the same words, or one of them leaves some words out. */
export function namesAgree(one: string, other: string): boolean {
  const [a, b] = [foldName(one).split(' '), foldName(other).split(' ')];
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  return fewer.length >= Math.min(2, more.length) && fewer.every((word) => more.includes(word));
}
