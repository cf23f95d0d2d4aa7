import type { Context, MiddlewareHandler } from 'hono';
import type { Actor } from '../policy/policy.ts';
import { isRefusal, RefusalError, refuse } from '../refusal.ts';
import { UUID } from '../uuid.ts';
import { clientOf } from './client.ts';
import { sessionToken } from './security.ts';
import type { House, SignedIn } from './visit.ts';

/** Who asks; found once for each request. */
export interface Asking {
  signedIn: SignedIn | null;
  actor: Actor;
}

declare module 'hono' {
  interface ContextVariableMap {
    asking: Promise<Asking>;
  }
}

/** Who sends a request: by its access token on the API, by its session, or a visitor. */
export function askingOf(house: House, context: Context): Promise<Asking> {
  const known = context.get('asking') as Promise<Asking> | undefined;
  if (known !== undefined) return known;
  const asking = find(house, context);
  context.set('asking', asking);
  return asking;
}

async function find(house: House, context: Context): Promise<Asking> {
  const token = bearerToken(context);
  const signedIn =
    token === undefined ? await house.identify(sessionToken(context)) : await byToken(house, context, token);
  return { signedIn, actor: signedIn?.actor ?? (await house.visitor()) };
}

/** What a call of the API brings as its token; what a proxy in front asks a browser for is of another scheme. */
function bearerToken(context: Context): string | undefined {
  if (!context.req.path.startsWith('/api/')) return undefined;
  const header = /^Bearer(?: +(.*))?$/i.exec(context.req.header('authorization') ?? '');
  return header === null ? undefined : (header[1] ?? '');
}

/** @throws RefusalError where the token is of no use */
async function byToken(house: House, context: Context, token: string): Promise<SignedIn> {
  const found = await house.identifyToken(token, clientOf(context).address);
  if (isRefusal(found)) throw new RefusalError(found);
  return found;
}

/** Parameters of the address; an id is one however it was written. */
export function paramsOf(context: Context): Record<string, string> {
  return Object.fromEntries(
    Object.entries(context.req.param() as Record<string, string>).map(([name, value]) => [
      name,
      UUID.test(value.toLowerCase()) ? value.toLowerCase() : value,
    ]),
  );
}

const PASSWORD = '/password';

/** What somebody may ask for before setting a password of their own; nothing of it shows or changes what the office has. */
const BEFORE_PASSWORD: readonly string[] = [
  PASSWORD,
  `/api/v1${PASSWORD}`,
  '/sign-in',
  '/demo-sign-in',
  '/sign-out',
  '/language',
  '/health',
  '/api/v1/openapi.json',
];

/** Before the first change of password there is only that change, on pages, in forms, exports and the API alike. */
export function firstPassword(house: House): MiddlewareHandler {
  return async (context, next) => {
    const { path } = context.req;
    if (BEFORE_PASSWORD.includes(path) || path.startsWith('/assets/')) return next();
    const { signedIn } = await askingOf(house, context);
    if (signedIn?.mustChangePassword !== true) return next();
    if (path.startsWith('/api/')) throw new RefusalError(refuse('forbidden:first-password'));
    return context.redirect(PASSWORD, 303);
  };
}
