import { getConnInfo } from '@hono/node-server/conninfo';
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
  context.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'same-origin');
  context.header('X-Frame-Options', 'DENY');
  context.header('Cross-Origin-Opener-Policy', 'same-origin');
};

/** A form counts only from our own pages: by Sec-Fetch-Site where the browser says it, else by Origin. */
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

/** The address that the request came from; empty inside tests without a socket. */
export function clientAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? '';
  } catch {
    return '';
  }
}

/**
 * Whether a request comes from this machine itself. What a proxy hands on comes from elsewhere, wherever the proxy
 * stands.
 */
export function fromThisMachine(address: string, headers: Headers): boolean {
  if (headers.has('x-forwarded-for') || headers.has('forwarded')) return false;
  return address === '' || address === '::1' || /^(::ffff:)?127\./.test(address);
}
