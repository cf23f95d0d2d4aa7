import type { Context, Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import {
  clientAddress,
  fromThisMachine,
  SESSION_COOKIE,
  sameOrigin,
  sessionToken,
} from '../platform/http/security.ts';
import type { House } from '../platform/http/visit.ts';
import { isRefusal, type Refusal, refuse } from '../platform/refusal.ts';
import { uuid7 } from '../platform/uuid.ts';
import { readCode } from './invitation-code.ts';
import { accountOfCode } from './invitations.ts';
import { verifyPassword } from './password.ts';
import { closeOtherSessions, closeSession, openSession } from './sessions.ts';
import { signInUrl } from './urls.ts';

/** Failures that one login, or one address, may have within the window before it has to wait. */
const LOGIN_LIMIT = 8;
const ADDRESS_LIMIT = 40;
const WINDOW_MINUTES = 15;

/** Longer than any login. */
const LONGEST_LOGIN = 200;

/** Signing in and out: sessions are among the few writes that are no actions. */
// biome-ignore lint/suspicious/noExplicitAny: routes are added to the app whatever its bindings
export function addSignInRoutes(app: Hono<any>, house: House): void {
  app.post(signInUrl(), async (context) => {
    const form = await context.req.formData();
    const field = (name: string) =>
      String(form.get(name) ?? '')
        .normalize('NFC')
        .trim();
    const next = localPath(field('next'));
    // It goes into the address, where a whole page pasted by mistake would not fit.
    const login = field('login').toLowerCase().slice(0, LONGEST_LOGIN);
    const back = (code: string) =>
      context.redirect(
        `${signInUrl()}?error=${encodeURIComponent(code)}&login=${encodeURIComponent(login)}&next=${encodeURIComponent(next)}`,
        303,
      );
    if (!sameOrigin(context)) return back('forbidden:origin');
    const account = await checkSignIn(
      house,
      login,
      String(form.get('password') ?? ''),
      clientAddress(context),
    );
    if (isRefusal(account)) return back(account.code);
    await startSession(house, context, account);
    return context.redirect(next, 303);
  });

  app.post('/sign-out', async (context) => {
    const token = sessionToken(context);
    if (token !== undefined && sameOrigin(context)) await closeSession(house.database, token);
    deleteCookie(context, SESSION_COOKIE, { path: '/' });
    return context.redirect('/', 303);
  });

  // One click a role, for the demo alone, and only from this machine.
  app.post('/demo-sign-in', async (context) => {
    const form = await context.req.formData();
    const login = String(form.get('login') ?? '');
    const local = fromThisMachine(clientAddress(context), context.req.raw.headers);
    if (!house.demo || !local || !sameOrigin(context)) return context.notFound();
    const account = await house.database.unscoped((query) =>
      query.selectFrom('account').select('id').where('login', '=', login).executeTakeFirst(),
    );
    if (account === undefined) return context.notFound();
    await startSession(house, context, account.id);
    return context.redirect(localPath(String(form.get('next') ?? '')), 303);
  });
}

async function startSession(house: House, context: Context, accountId: string): Promise<void> {
  const old = sessionToken(context);
  if (old !== undefined) await closeSession(house.database, old);
  const token = await openSession(house.database, house.clock, accountId, {
    address: clientAddress(context),
    agent: context.req.header('user-agent') ?? null,
  });
  setCookie(context, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure:
      new URL(context.req.url).protocol === 'https:' || context.req.header('x-forwarded-proto') === 'https',
  });
}

/**
 * Judges a login with its password, or with the code of an invitation.
 * @returns the account's id, or why not; a wrong login and a wrong password read alike
 */
async function checkSignIn(
  house: Pick<House, 'database' | 'clock'>,
  login: string,
  password: string,
  address: string,
): Promise<string | Refusal> {
  const now = house.clock.real();
  const since = now.subtract({ minutes: WINDOW_MINUTES });
  const { account, failures } = await house.database.unscoped(async (query) => ({
    account: await query
      .selectFrom('account')
      .select(['id', 'password_hash', 'closed_on'])
      .where('login', '=', login)
      .executeTakeFirst(),
    failures: await query
      .selectFrom('sign_in_failure')
      .select((eb) => [
        eb.fn.countAll<number>().filterWhere('login', '=', login).as('login'),
        eb.fn.countAll<number>().filterWhere('address', '=', address).as('address'),
      ])
      .where('recorded_at', '>', since)
      .where((eb) => eb.or([eb('login', '=', login), eb('address', '=', address)]))
      .executeTakeFirstOrThrow(),
  }));
  if (failures.login >= LOGIN_LIMIT || failures.address >= ADDRESS_LIMIT)
    return refuse('throttled:wait', { minutes: WINDOW_MINUTES });
  const invited = await useCode(house, login, password);
  if (invited !== undefined) return invited;
  const matches = await verifyPassword(password, account?.password_hash ?? null);
  if (account !== undefined && account.closed_on === null && matches) {
    await house.database.unscoped((query) =>
      query.deleteFrom('sign_in_failure').where('login', '=', login).execute(),
    );
    return account.id;
  }
  await house.database.unscoped((query) =>
    query
      .insertInto('sign_in_failure')
      .values({ id: uuid7(), login, address, recorded_at: now.toString() })
      .execute(),
  );
  return refuse('invalid:sign-in');
}

/**
 * Signs in by a code: the old password is void from now on, the next page asks for a new one, and until it is set the
 * code can be used again.
 */
async function useCode(
  house: Pick<House, 'database' | 'clock'>,
  login: string,
  typed: string,
): Promise<string | undefined> {
  const code = readCode(typed);
  if (code === null) return undefined;
  return house.database.unscoped(async (query) => {
    const account = await accountOfCode(query, login, code, house.clock.real());
    if (account === undefined) return undefined;
    await query
      .updateTable('account')
      .set({ password_hash: null, must_change_password: true })
      .where('id', '=', account)
      .execute();
    await closeOtherSessions(query, account, null);
    return account;
  });
}

/** A path on this server, or the first page. */
function localPath(path: string): string {
  return path.startsWith('/') && !path.startsWith('//') && !path.includes('\\') ? path : '/';
}
