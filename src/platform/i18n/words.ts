/** A catalogue of one language: key to sentence, with {parameters}. */
export type Words = Readonly<Record<string, string>>;
export type Params = Readonly<Record<string, string | number>>;
export type Language = 'vi';

/** Puts parameters into a sentence; one that is missing stays as written, so that it is seen. */
export function fill(sentence: string, params: Params = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (written, name: string) => String(params[name] ?? written));
}

/** A slice's catalogue, for its own pages: only keys that exist can be said. */
export function catalogue<const V extends Words>(vi: V) {
  return {
    vi: vi as Words,
    in: (_language: Language) => (key: keyof V & string, params?: Params) => fill(vi[key] as string, params),
  };
}

/** All slices' words, for what is looked up by a name made at run time: refusals, actions, roles, permissions. */
export class Lexicon {
  readonly #vi: Words;

  constructor(catalogues: readonly Words[]) {
    this.#vi = Object.assign({}, ...catalogues) as Words;
  }

  has(key: string): boolean {
    return key in this.#vi;
  }

  /** All keys that begin so, in order. */
  keys(beginning: string): string[] {
    return Object.keys(this.#vi)
      .filter((key) => key.startsWith(beginning))
      .sort();
  }

  /** @returns the key itself where no catalogue holds it */
  say(key: string, params?: Params): string {
    return fill(this.#vi[key] ?? key, params);
  }
}
