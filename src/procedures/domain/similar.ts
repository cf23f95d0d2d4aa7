/** A word of at least so many letters may have one wrong, of twice as many two; in a shorter one two may be swapped. */
const FORGIVEN_FROM = 4;
/** A word that is found nowhere; one of several is forgiven. */
const UNFOUND = 2;

/**
 * How far a typed text is from a name: 0 where each word stands in it or begins one of it, more for each typing error.
 * Words may come in any order, run together, or hold the letters that Telex leaves where it is switched off.
 * @param typed folded
 * @param name folded
 * @returns null where they have too little in common
 */
export function distanceTo(typed: string, name: string): number | null {
  const words = typed.split(' ').filter((word) => word !== '');
  const names = name.split(/[^\p{L}\p{N}.]+/u).filter((word) => word !== '');
  const joined = names.join('');
  const costs = words.map((word) => costOf(word, names, joined));
  const unfound = costs.filter((cost) => cost === UNFOUND).length;
  if (words.length === 0 || unfound > Math.floor(words.length / 4)) return null;
  return costs.reduce((sum, cost) => sum + cost, 0);
}

function costOf(word: string, names: readonly string[], joined: string): number {
  if (names.includes(word)) return 0;
  if (names.some((name) => name.startsWith(word))) return 0.1;
  const plain = withoutTelex(word);
  if (plain !== word && names.includes(plain)) return 0.2;
  if (joined.includes(word)) return word.length < FORGIVEN_FROM ? 1 : 0.3;
  const allowed = Math.min(2, Math.floor(word.length / FORGIVEN_FROM));
  let best = UNFOUND;
  for (const name of names) {
    const swapped = word.length < FORGIVEN_FROM && lettersOf(word) === lettersOf(name);
    const distance = editDistance(word, name, Math.max(allowed, 1));
    // Of two that are as near, the one that begins alike: the first letters are seldom wrong.
    if (distance <= allowed || (swapped && distance === 1))
      best = Math.min(best, distance * 0.8 - commonBeginning(word, name) * 0.01);
  }
  return best;
}

const lettersOf = (word: string) => [...word].sort().join('');

function commonBeginning(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** "chuyeern truwowngf" is what Telex makes "chuyển trường" of; without it, the letters stay. */
export function withoutTelex(word: string): string {
  return word
    .replace(/(?<=[aeiouy])w|(?<=u)w/g, '')
    .replace(/([aeo])\1/g, '$1')
    .replace(/dd/g, 'd')
    .replace(/(?<=[aeiouy][a-z]*)[sfrxj]/g, '')
    .replace(/([aeo])\1/g, '$1');
}

/** Letters to change, add, leave out or swap with their neighbour; more than `most` is not counted out. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
