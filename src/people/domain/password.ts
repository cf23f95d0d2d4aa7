import { fold } from '../../pure/vietnamese/index.ts';

export const SHORTEST = 10;
export const LONGEST = 200;

/** Beginnings that many choose first, in Vietnamese offices as elsewhere; what follows them is figures or signs. */
const COMMON = [
  ...[
    'password',
    'passw0rd',
    'matkhau',
    'mat khau',
    'admin',
    'administrator',
    'quantri',
    'welcome',
    'xinchao',
  ],
  ...['iloveyou', 'anhyeuem', 'emyeuanh', 'qwerty', 'qwertyuiop', 'asdfgh', 'asdfghjkl', 'zxcvbn', 'zxcvbnm'],
  ...[
    'letmein',
    'changeme',
    'default',
    'vietnam',
    'hanoi',
    'minhchung',
    'sogddt',
    'sogiaoduc',
    'abc',
    'abcd',
  ],
  ...['hoilamgi', 'khongbiet', 'khongco', 'dragon', 'monkey', 'football', 'baseball', 'sunshine', 'princess'],
];

/** Signs as they stand beside one another on the keyboard and in the alphabet. */
const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '!@#$%^&*()',
];
/** A step of this length or more counts as a run. */
const RUN = 4;
/** Letters and figures that a password has beside the login or the name. */
const OF_ITS_OWN = 6;

/**
 * Why a password is guessed soon; null where nothing speaks against it.
 * @param of login and name of the one whose password it is to be
 */
export function weakness(password: string, of: { login: string; name: string }): 'own' | 'simple' | null {
  const folded = fold(password.normalize('NFKC')).toLowerCase();
  const letters = lettersAndFigures(folded);
  const login = lettersAndFigures(of.login.toLowerCase());
  const name = lettersAndFigures(fold(of.name));
  // What remains of it without the person's own words must be a password itself.
  for (const own of [login, name])
    if (own !== '' && letters.includes(own) && letters.replaceAll(own, '').length < OF_ITS_OWN) return 'own';
  if (COMMON.some((one) => isOnlyWith(letters, lettersAndFigures(one)))) return 'simple';
  const signs = letters.length < RUN ? folded : letters;
  return withoutRuns(signs).length < RUN || new Set(signs).size < RUN ? 'simple' : null;
}

const lettersAndFigures = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a password is such a word, once or several times, with figures around it. */
function isOnlyWith(letters: string, word: string): boolean {
  return letters.includes(word) && /^\d*$/.test(letters.replaceAll(word, ''));
}

/** What remains without repeated signs and without runs along a row, in either direction. */
function withoutRuns(letters: string): string {
  let left = '';
  for (let at = 0; at < letters.length; ) {
    const length = runAt(letters, at);
    if (length < RUN) left += letters[at];
    at += length < RUN ? 1 : length;
  }
  return left;
}

function runAt(letters: string, at: number): number {
  let longest = 1;
  while (letters[at + longest] === letters[at]) longest++;
  for (const row of ROWS)
    for (const way of [row, [...row].reverse().join('')]) {
      const begin = way.indexOf(letters[at] ?? '');
      if (begin < 0) continue;
      let length = 1;
      while (way[begin + length] !== undefined && way[begin + length] === letters[at + length]) length++;
      longest = Math.max(longest, length);
    }
  return longest;
}
