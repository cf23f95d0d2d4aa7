import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { inLanguage, LANGUAGES, type Language, languageOf } from '../i18n/language.ts';

const LANGUAGE_COOKIE = 'mc_language';
const YEAR = 365 * 24 * 60 * 60;

/** Answers each request in its reader's language. */
export const speakToReader: MiddlewareHandler = (context, next) => inLanguage(languageFor(context), next);

/**
 * What the person has chosen; Accept-Language says it for calls of the API alone. A browser's header names the language
 * that its machine was bought with, and the offices whose pages these are work in Vietnamese.
 */
function languageFor(context: Context): Language {
  const chosen = languageOf(getCookie(context, LANGUAGE_COOKIE));
  if (chosen !== undefined) return chosen;
  return (context.req.path.startsWith('/api/') ? acceptedLanguage(context) : undefined) ?? LANGUAGES[0];
}

/** The first language of the header that the interface speaks, by their weights. */
function acceptedLanguage(context: Context): Language | undefined {
  const ranges = (context.req.header('accept-language') ?? '').split(',').map((range) => {
    const [tag = '', ...settings] = range.trim().toLowerCase().split(';');
    const weight = settings
      .find((setting) => setting.trim().startsWith('q='))
      ?.trim()
      .slice(2);
    return { language: languageOf(tag.split('-')[0]), weight: weight === undefined ? 1 : Number(weight) };
  });
  return ranges
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .find(({ language }) => language !== undefined)?.language;
}

/** Remembers in this browser which language its person reads. */
export function rememberLanguage(context: Context, language: Language): void {
  setCookie(context, LANGUAGE_COOKIE, language, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: YEAR });
}
