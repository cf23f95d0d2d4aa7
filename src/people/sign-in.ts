import type { Context, Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { clientOf } from '../platform/http/client.ts';
import { rememberLanguage } from '../platform/http/language.ts';
import { readFormBody } from '../platform/http/read-body.ts';
import { localPath, SESSION_COOKIE, sameOrigin, sessionToken } from '../platform/http/security.ts';
import type { House } from '../platform/http/visit.ts';
import { languageOf } from '../platform/i18n/language.ts';
import { isRefusal, type Refusal, refuse } from '../platform/refusal.ts';
import { uuid7 } from '../platform/uuid.ts';
import { readCode } from './invitation-code.ts';
import { accountOfCode } from './invitations.ts';
import { verifyPassword } from './password.ts';
import { closeOtherSessions, closeSession, openSession } from './sessions.ts';
import { minutesToWait, placeOf, WINDOW_MINUTES } from './throttle.ts';
import { signInUrl } from './urls.ts';

/** Longer than any login. */
const LONGEST_LOGIN = 200;

/** Signing in and out: sessions are among the few writes that are no actions. */
// biome-ignore lint/suspicious/noExplicitAny: routes are added to the app whatever its bindings
export function addSignInRoutes(app: Hono<any>, house: House): void {
  app.post(signInUrl(), async (context) => {
    const form = await readFormBody(context);
    const field = (name: string) =>
      String(form.get(name) ?? '')
        .normalize('NFC')
        .trim();
    const next = localPath(field('next')) ?? '/';
    // It goes into the address, where a whole page pasted by mistake would not fit.
    const login = field('login').toLowerCase().slice(0, LONGEST_LOGIN);
    const back = ({ code, params }: Refusal) => {
      const { minutes } = params;
      const search = new URLSearchParams({
        error: code,
        ...(minutes === undefined ? {} : { minutes: String(minutes) }),
        login,
        next,
      });
      return context.redirect(`${signInUrl()}?${search}`, 303);
    };
    if (!sameOrigin(context)) return back(refuse('forbidden:origin'));
    const password = String(form.get('password') ?? '');
    const account = await checkSignIn(house, login, password, placeOf(clientOf(context).address));
    if (isRefusal(account)) return back(account);
    await startSession(house, context, account);
    return context.redirect(next, 303);
  });

  app.post('/sign-out', async (context) => {
    // Another site must not sign anybody out.
    if (!sameOrigin(context)) return context.redirect('/', 303);
    const token = sessionToken(context);
    if (token !== undefined) await closeSession(house.database, token);
    deleteCookie(context, SESSION_COOKIE, { path: '/' });
    return context.redirect('/', 303);
  });

  // One click a role, for the demo alone, and only from this machine.
  app.post('/demo-sign-in', async (context) => {
    const form = await readFormBody(context);
    const login = String(form.get('login') ?? '');
    if (!house.demo || !clientOf(context).local || !sameOrigin(context)) return context.notFound();
    const account = await house.database.unscoped((query) =>
      query.selectFrom('account').select('id').where('login', '=', login).executeTakeFirst(),
    );
    if (account === undefined) return context.notFound();
    await startSession(house, context, account.id);
    return context.redirect(localPath(String(form.get('next') ?? '')) ?? '/', 303);
  });
}

async function startSession(house: House, context: Context, accountId: string): Promise<void> {
  const old = sessionToken(context);
  if (old !== undefined) await closeSession(house.database, old);
  await speakAsChosen(house, context, accountId);
  const token = await openSession(house.database, house.clock, accountId, {
    address: clientOf(context).address,
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

/** A language that the person has chosen, in whatever browser, holds in this one from now on. */
async function speakAsChosen(house: House, context: Context, accountId: string): Promise<void> {
  const account = await house.database.unscoped((query) =>
    query.selectFrom('account').select('language').where('id', '=', accountId).executeTakeFirst(),
  );
  const language = languageOf(account?.language ?? undefined);
  if (language !== undefined) rememberLanguage(context, language);
}

/**
 * Judges a login with its password, or with the code of an invitation.
 * @param place where it is tried
 * @returns the account's id, or why not; a wrong login and a wrong password read alike
 */
async function checkSignIn(
  house: Pick<House, 'database' | 'clock'>,
  login: string,
  password: string,
  place: string,
): Promise<string | Refusal> {
  const attempt = await reserveAttempt(house, login, place);
  if (isRefusal(attempt)) return attempt;
  const account = (await useCode(house, login, password)) ?? (await usePassword(house, login, password));
  if (account === undefined) return refuse('invalid:sign-in');
  await house.database.unscoped((query) =>
    query.deleteFrom('sign_in_failure').where('login', '=', login).where('address', '=', place).execute(),
  );
  return account;
}

/**
 * Counts an attempt as failed before anything is compared, so that attempts made at once are counted one by one; success
 * takes it back.
 */
async function reserveAttempt(
  house: Pick<House, 'database' | 'clock'>,
  login: string,
  place: string,
): Promise<Refusal | undefined> {
  return house.database.unscoped(async (query) => {
    // All attempts of one login wait for one another, then all of one place: always in this order.
    for (const [kind, name] of [
      [1, login],
      [2, place],
    ] as const)
      await sql`SELECT pg_advisory_xact_lock(${sql.lit(7310 + kind)}, hashtext(${name}))`.execute(query);
    const now = house.clock.real();
    // What no longer counts is not kept: people type passwords where a login belongs.
    await query
      .deleteFrom('sign_in_failure')
      .where('recorded_at', '<=', now.subtract({ minutes: WINDOW_MINUTES }))
      .where((eb) => eb.or([eb('login', '=', login), eb('address', '=', place)]))
      .execute();
    const ofPair = sql<boolean>`login = ${login} AND address = ${place}`;
    const found = await query
      .selectFrom('sign_in_failure')
      .select((eb) => [
        eb.fn.countAll<number>().filterWhere(ofPair).as('pair'),
        eb.fn.countAll<number>().filterWhere('login', '=', login).as('login'),
        eb.fn.countAll<number>().filterWhere('address', '=', place).as('address'),
        eb.fn.max('recorded_at').filterWhere(ofPair).as('last'),
        eb.fn.min('recorded_at').as('first'),
      ])
      .where((eb) => eb.or([eb('login', '=', login), eb('address', '=', place)]))
      .executeTakeFirstOrThrow();
    const since = (instant: Temporal.Instant | null) => instant?.until(now).total('minutes') ?? 0;
    const minutes = minutesToWait({
      ...found,
      minutesSince: since(found.last),
      minutesSinceFirst: since(found.first),
    });
    if (minutes > 0) return refuse('throttled:wait', { minutes });
    await query
      .insertInto('sign_in_failure')
      .values({ id: uuid7(), login, address: place, recorded_at: now.toString() })
      .execute();
    return undefined;
  });
}

async function usePassword(
  house: Pick<House, 'database'>,
  login: string,
  password: string,
): Promise<string | undefined> {
  const account = await house.database.unscoped((query) =>
    query
      .selectFrom('account')
      .select(['id', 'password_hash', 'closed_on'])
      .where('login', '=', login)
      .executeTakeFirst(),
  );
  const matches = await verifyPassword(password, account?.password_hash ?? null);
  return matches && account?.closed_on === null ? account.id : undefined;
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
