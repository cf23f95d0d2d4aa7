import { AsyncLocalStorage } from 'node:async_hooks';

/** The languages of the interface; the first is everybody's who has not chosen another. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const reader = new AsyncLocalStorage<Language>();

/** The language of whoever reads what is being made: of the request, else Vietnamese. */
export function readersLanguage(): Language {
  return reader.getStore() ?? LANGUAGES[0];
}

/** Makes something for a reader of a language: all words said meanwhile are of it. */
export function inLanguage<T>(language: Language, make: () => T): T {
  return reader.run(language, make);
}

/** Keeps the reader's language for what is called later from elsewhere, as the pieces of a stream are. */
export function keepLanguage<Arguments extends unknown[], T>(
  make: (...given: Arguments) => T,
): (...given: Arguments) => T {
  return AsyncLocalStorage.bind(make);
}

/** A language by its code, as cookies and headers write it; undefined where the interface does not speak it. */
export function languageOf(code: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === code);
}
