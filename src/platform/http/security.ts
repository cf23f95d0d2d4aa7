import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';

export const SESSION_COOKIE = 'mc_session';

/** No inline code, nothing from another host, no framing. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  // In place: `context.header` would make the whole response anew for each of them.
  const { headers } = context.res;
  headers.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('X-Frame-Options', 'DENY');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
};

/**
 * A form counts only from our own pages: by Sec-Fetch-Site where the browser says it, else by Origin. That the host is
 * this server's own has been seen to before.
 */
export function sameOrigin(context: Context): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = context.req.header('origin');
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === context.req.header('host');
}

export function sessionToken(context: Context): string | undefined {
  return getCookie(context, SESSION_COOKIE);
}

/**
 * An address of this server, for where to go next; null where it leads elsewhere. A browser drops tabs and line ends from
 * an address, and reads \\ as /, before it looks where it leads.
 */
export function localPath(address: string): string | null {
  const here = 'http://here.invalid';
  if (!address.startsWith('/') || /[\p{Cc}\\]/u.test(address) || !URL.canParse(address, here)) return null;
  const { origin, pathname, search, hash } = new URL(address, here);
  // "/..//elsewhere" comes out as "//elsewhere".
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : null;
}

/** A file's name for Content-Disposition, in the characters of RFC 5987. */
export function encodeFileName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
