import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { localPath } from './security.ts';

/** Set by the act itself, so that an address that somebody made up says nothing. */
const DONE_COOKIE = 'mc_done';
const SECONDS = 60;

/** Goes on to the page that follows an act, and lets it say once what was done. */
export function redirectDone(context: Context, next: URL, done: string): Response {
  next.searchParams.set('done', done);
  setCookie(context, DONE_COOKIE, done, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: SECONDS });
  return context.redirect(localPath(next.pathname + next.search + next.hash) ?? '/', 303);
}

/** What has just been done, where the address and the act's own mark say the same. */
export function justDone(context: Context): string | null {
  const done = new URL(context.req.url).searchParams.get('done');
  return done !== null && getCookie(context, DONE_COOKIE) === done ? done : null;
}

/** Takes the mark back, once the page has said it. */
export const SAID_DONE = `${DONE_COOKIE}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`;
