import { createHash, createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../platform/clock/clock.ts';
import type { Database, Reader, Writer } from '../platform/database/database.ts';
import type { SignedIn } from '../platform/http/visit.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { type Refusal, refuse } from '../platform/refusal.ts';
import { uuid7 } from '../platform/uuid.ts';
import { findActor } from './sessions.ts';
import { placeOf, WINDOW_MINUTES } from './throttle.ts';

/** What a token is for: the API, or the address of a calendar. */
export const TOKEN_KINDS = ['api', 'calendar'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** The token is shown for so long, to its maker, in the session that made it. */
export const TOKEN_SHOWN_MINUTES = 10;
/** So many tokens that are none may come from one place within an hour. */
const MOST_WRONG = 60;
/** Stands for the login, and before the place: failures of tokens keep nobody there from signing in. */
const IN_PLACE_OF_LOGIN = 'access token';

/** A token of an account, as its owner sees it. */
export interface AccessToken {
  id: string;
  kind: TokenKind;
  name: string;
  acts: boolean;
  permissions: readonly string[] | null;
  madeAt: Temporal.Instant;
  expiresAt: Temporal.Instant | null;
  usedAt: Temporal.Instant | null;
  usedFrom: string | null;
  digest: Buffer;
}

/** The token of a row, made anew from a secret that the database does not hold. */
export function tokenOf(secret: string, id: string): string {
  return `mc_${createHmac('sha256', secret).update(`access token ${id}`).digest('base64url')}`;
}

/** What the database keeps of a token. */
export function tokenDigest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Tokens of an account that have not been revoked, those of no more use among them, the newest first. */
export async function listTokens(query: Reader, accountId: string): Promise<AccessToken[]> {
  const rows = await query
    .selectFrom('access_token')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as TokenKind,
    name: row.name,
    acts: row.acts,
    permissions: row.permissions,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    usedFrom: row.used_from,
    digest: row.digest,
  }));
}

/** Revokes all tokens of an account. */
export async function endTokens(query: Writer, accountId: string, now: Temporal.Instant): Promise<void> {
  await query
    .updateTable('access_token')
    .set({ ended_at: now.toString() })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute();
}

/**
 * Whom a token stands for. What is no token, or one no more, is refused; after many of them from one place, as what comes
 * too often. One that is good is never held up: nobody guesses 256 bits, and others may share its address.
 */
export async function identifyToken(
  { database, clock }: { database: Database; clock: Clock },
  kind: TokenKind,
  token: string,
  address: string,
): Promise<SignedIn | Refusal> {
  const now = clock.real();
  const row = await database.unscoped(async (query) => {
    const found = await query
      .selectFrom('access_token')
      .innerJoin('account', 'account.id', 'access_token.account_id')
      .select([
        'access_token.id',
        'access_token.name',
        'access_token.acts',
        'access_token.permissions',
        'access_token.used_at',
        'account.id as account_id',
        'account.agency_id',
        'account.person_id',
        'account.must_change_password',
      ])
      .where('access_token.digest', '=', tokenDigest(token))
      .where('access_token.kind', '=', kind)
      .where('access_token.ended_at', 'is', null)
      .where((eb) =>
        eb.or([eb('access_token.expires_at', 'is', null), eb('access_token.expires_at', '>', now)]),
      )
      .where('account.closed_on', 'is', null)
      .executeTakeFirst();
    const isFresh = found?.used_at != null && found.used_at.until(now).total('minutes') < 1;
    if (found !== undefined && !isFresh)
      await query
        .updateTable('access_token')
        .set({ used_at: now.toString(), used_from: address })
        .where('id', '=', found.id)
        .execute();
    return found;
  });
  const found =
    row &&
    (await database.read(serverScope([row.agency_id]), (query) =>
      findActor(query, row.agency_id, row.person_id, row.account_id, clock.today()),
    ));
  if (row === undefined || found === undefined)
    return database.unscoped((query) => countWrong(query, placeOf(address), now));
  const { id, name, acts, permissions } = row;
  return {
    actor: { ...found.actor, token: { id, name, acts, permissions } },
    position: found.position,
    csrf: '',
    mustChangePassword: row.must_change_password,
  };
}

async function countWrong(query: Writer, place: string, now: Temporal.Instant): Promise<Refusal> {
  const where = { login: IN_PLACE_OF_LOGIN, address: `${IN_PLACE_OF_LOGIN} ${place}` };
  const since = now.subtract({ minutes: WINDOW_MINUTES });
  const { rows } = await sql<{ count: number; first: Temporal.Instant | null }>`
    SELECT count(*)::int AS count, min(recorded_at) AS first FROM sign_in_failure
    WHERE login = ${where.login} AND address = ${where.address} AND recorded_at > ${since.toString()}`.execute(
    query,
  );
  const { count = 0, first = null } = rows[0] ?? {};
  if (count >= MOST_WRONG) {
    const left = WINDOW_MINUTES - (first?.until(now).total('minutes') ?? 0);
    return refuse('throttled:wait', { minutes: Math.max(1, Math.ceil(left)) });
  }
  await query
    .deleteFrom('sign_in_failure')
    .where('login', '=', where.login)
    .where('recorded_at', '<=', since)
    .execute();
  await query
    .insertInto('sign_in_failure')
    .values({ id: uuid7(), ...where, recorded_at: now.toString() })
    .execute();
  return refuse('unauthenticated:token');
}
