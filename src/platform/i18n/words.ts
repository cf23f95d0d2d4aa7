import { type Language, readersLanguage } from './language.ts';

/** Words of one language: key to sentence, with {parameters}. */
export type Words = Readonly<Record<string, string>>;
export type Params = Readonly<Record<string, string | number>>;
/** The same words in each language. */
export type Catalogue = Readonly<Record<Language, Words>>;

/**
 * Puts parameters into a sentence; one that is missing stays as written, so that it is seen. "{count|task|tasks}" is
 * the first word where the parameter is 1, else the second.
 */
export function fill(sentence: string, params: Params = {}): string {
  return sentence.replace(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (written, name: string, one?: string, other?: string) => {
      const value = params[name];
      if (value === undefined) return written;
      return String((String(value) === '1' ? one : other) ?? value);
    },
  );
}

/**
 * A slice's catalogue, for its own pages: only keys that exist can be said. The English of `words.ts` stands beside it
 * in `words.en.ts`.
 */
export function catalogue<const V extends Words>(vi: V, en: { readonly [K in keyof V]: string }) {
  const words: Catalogue = { vi, en };
  return {
    ...words,
    in: (language: Language) => (key: keyof V & string, params?: Params) =>
      fill(words[language][key] as string, params),
    /** In the reader's language, for what is made without a visit at hand. */
    say: (key: keyof V & string, params?: Params) => fill(words[readersLanguage()][key] as string, params),
  };
}

/** Words that are taken as properties, each in the reader's language. */
export function readersWords<const V extends Words>(
  vi: V,
  en: { readonly [K in keyof V]: string },
): { readonly [K in keyof V]: string } {
  const words = { vi, en };
  const spoken = {} as { [K in keyof V]: string };
  for (const key of Object.keys(vi) as (keyof V)[])
    Object.defineProperty(spoken, key, { get: () => words[readersLanguage()][key], enumerable: true });
  return spoken;
}

/** All slices' words, for what is looked up by a name made at run time: refusals, actions, roles, permissions. */
export class Lexicon {
  readonly #words: Catalogue;

  constructor(catalogues: readonly Catalogue[]) {
    const all = (language: Language): Words => Object.assign({}, ...catalogues.map((one) => one[language]));
    this.#words = { vi: all('vi'), en: all('en') };
  }

  has(key: string): boolean {
    return key in this.#words.vi;
  }

  /** All keys that begin so, in order. */
  keys(beginning: string): string[] {
    return Object.keys(this.#words.vi)
      .filter((key) => key.startsWith(beginning))
      .sort();
  }

  /** In the reader's language. @returns the key itself where no catalogue holds it */
  say(key: string, params?: Params): string {
    return fill(this.#words[readersLanguage()][key] ?? key, params);
  }
}
