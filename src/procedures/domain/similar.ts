/** A word of at least so many letters may have one wrong, of twice as many two; in a shorter one two may be swapped. */
const FORGIVEN_FROM = 4;
/** A word that is found nowhere; one of several is forgiven. */
const UNFOUND = 2;

/**
 * Measures how far names are from a typed text: 0 where each word stands in the name or begins one of it, more for each
 * typing error. Words may come in any order, run together, or hold the letters that Telex leaves where it is switched
 * off. Names share their words, so each pair of words is compared once, however many names are asked about.
 * @param typed folded
 * @returns for a folded name its distance; null where they have too little in common
 */
export function distanceFrom(typed: string): (name: string) => number | null {
  const words = typed
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => new TypedWord(word));
  return (name) => {
    const names = name.split(/[^a-z0-9.]+/);
    const joined = names.join('');
    let unfound = 0;
    let sum = 0;
    for (const word of words) {
      const cost = word.costIn(names, joined);
      if (cost === UNFOUND) unfound += 1;
      sum += cost;
    }
    return words.length === 0 || unfound > Math.floor(words.length / 4) ? null : sum;
  };
}

/** A word that was typed, with what it is worth beside each word that it was compared with. */
class TypedWord {
  readonly #word: string;
  readonly #plain: string;
  readonly #costs = new Map<string, number>();

  constructor(word: string) {
    this.#word = word;
    this.#plain = withoutTelex(word);
  }

  costIn(names: readonly string[], joined: string): number {
    let best = UNFOUND;
    for (const name of names) {
      const cost = this.#costBeside(name);
      if (cost < best) best = cost;
      if (best === 0) return 0;
    }
    if (best > 0.3 && joined.includes(this.#word))
      return this.#word.length < FORGIVEN_FROM ? Math.min(best, 1) : 0.3;
    return best;
  }

  #costBeside(name: string): number {
    const known = this.#costs.get(name);
    if (known !== undefined) return known;
    const asTyped = costOf(this.#word, name);
    const cost = this.#plain === this.#word ? asTyped : Math.min(asTyped, costOf(this.#plain, name) + 0.2);
    this.#costs.set(name, cost);
    return cost;
  }
}

function costOf(word: string, name: string): number {
  if (word === name) return 0;
  if (word !== '' && name.startsWith(word)) return 0.1;
  const allowed = Math.min(2, Math.floor(word.length / FORGIVEN_FROM));
  const distance = editDistance(word, name, Math.max(allowed, 1));
  const swapped = word.length < FORGIVEN_FROM && distance === 1 && lettersOf(word) === lettersOf(name);
  // Of two that are as near, the one that begins alike: the first letters are seldom wrong.
  return distance <= allowed || swapped ? distance * 0.8 - commonBeginning(word, name) * 0.01 : UNFOUND;
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
