import type { Language } from '../src/platform/i18n/language.ts';
import { demoPerson, LOGINS } from './demo-office.ts';
import { type Office, Somebody } from './office.ts';
import { blocksOf } from './page-parts.ts';
import { type Example, viewsIn } from './routes.ts';

/** Everybody who comes by: first those who see most, so that the others show little that has not been seen. */
export const VISITORS = [...new Set(['chuyenvien.vp', 'quantri', 'canbo.thpt17', ...LOGINS, null])];

/** Who it is; null for who has not signed in. */
export type Login = (typeof VISITORS)[number];

export interface Answer extends Example {
  login: Login;
  status: number;
  type: string;
}

/** A page as somebody sees it, of which some block was not seen on any page before. */
export interface Sight extends Answer {
  html: string;
}

const isPage = (type: string) => type.startsWith('text/html');

export const visitor = (office: Office, login: Login): Promise<Somebody> =>
  login === null ? Promise.resolve(new Somebody(office)) : demoPerson(office, login);

/**
 * Asks for every address as every visitor, in their language unless one is named.
 * @returns all answers, and the pages worth looking at. What somebody else has been shown already, in whatever order
 *   and frame, is not worth it again: this makes the test some ten times shorter.
 */
export async function seeAll(
  office: Office,
  examples: readonly Example[],
  { logins = VISITORS, language }: { logins?: readonly Login[]; language?: Language } = {},
): Promise<{ answers: Answer[]; sights: Sight[] }> {
  const answers: Answer[] = [];
  const sights: Sight[] = [];
  const seen = new Set<string>();
  const views = new Set<string>();
  for (const login of logins) {
    const who = await visitor(office, login);
    if (language !== undefined) await who.read(language);
    const todo = [...examples];
    for (const example of todo) {
      const response = await who.get(example.address);
      // To its end, whatever it is: an export keeps its connection until then.
      const html = await response.text();
      const type = response.headers.get('content-type') ?? '';
      const answer = { ...example, login, status: response.status, type };
      answers.push(answer);
      if (!isPage(type)) continue;
      const blocks = blocksOf(html);
      if (response.ok) blocks.push(example.route);
      if (blocks.every((block) => seen.has(block))) continue;
      for (const block of blocks) seen.add(block);
      sights.push({ ...answer, html });
      todo.push(...viewsIn(html, example, views));
    }
  }
  return { answers, sights };
}
