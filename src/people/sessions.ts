import { createHash, createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../platform/clock/clock.ts';
import type { Database, Reader } from '../platform/database/database.ts';
import type { SignedIn } from '../platform/http/visit.ts';
import { type Actor, type Post, type Role, serverScope } from '../platform/policy/policy.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';

/** A session ends after this long, and after this long without a request. */
const LIFE = { hours: 12 } as const;
const IDLE = { hours: 4 } as const;

/** Opens a session for an account. @returns the token for the cookie, which is stored nowhere */
export async function openSession(
  database: Database,
  clock: Clock,
  accountId: string,
  from: { address: string; agent: string | null },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = clock.real();
  await database.unscoped((query) =>
    query
      .insertInto('session')
      .values({
        token_digest: digestOf(token),
        account_id: accountId,
        created_at: now.toString(),
        seen_at: now.toString(),
        expires_at: now.add(LIFE).toString(),
        address: from.address,
        agent: from.agent?.slice(0, 200) ?? null,
      })
      .execute(),
  );
  return token;
}

export async function closeSession(database: Database, token: string): Promise<void> {
  await database.unscoped((query) =>
    query.deleteFrom('session').where('token_digest', '=', digestOf(token)).execute(),
  );
}

/** Ends every session of an account but one: after a change of password. */
export async function closeOtherSessions(
  query: Reader,
  accountId: string,
  keepToken: string | null,
): Promise<void> {
  let deletion = query.deleteFrom('session').where('account_id', '=', accountId);
  if (keepToken !== null) deletion = deletion.where('token_digest', '!=', digestOf(keepToken));
  await deletion.execute();
}

/** Who a session's token stands for; null where it has ended. */
export async function identify(database: Database, clock: Clock, token: string): Promise<SignedIn | null> {
  const now = clock.real();
  const row = await database.unscoped(async (query) => {
    const found = await query
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.account_id')
      .select([
        'account.id as account_id',
        'account.agency_id',
        'account.person_id',
        'account.must_change_password',
        'account.closed_on',
        'session.seen_at',
      ])
      .where('token_digest', '=', digestOf(token))
      .where('expires_at', '>', now)
      .where('seen_at', '>', now.subtract(IDLE))
      .executeTakeFirst();
    // Written at most once a minute, so that reading pages does not write at every request.
    if (found && found.seen_at.until(now).total('minutes') >= 1)
      await query
        .updateTable('session')
        .set({ seen_at: now.toString() })
        .where('token_digest', '=', digestOf(token))
        .execute();
    return found;
  });
  if (row === undefined || row.closed_on !== null) return null;
  const found = await database.read(serverScope([row.agency_id]), (query) =>
    findActor(query, row.agency_id, row.person_id, row.account_id, clock.today()),
  );
  if (found === undefined) return null;
  return {
    actor: found.actor,
    position: found.position,
    csrf: createHmac('sha256', token).update('form').digest('base64url'),
    mustChangePassword: row.must_change_password,
  };
}

/** A person with the posts held today, and those of absent people whom the person stands in for. */
export async function findActor(
  query: Reader,
  agencyId: string,
  personId: string,
  accountId: string | null,
  today: CivilDate,
): Promise<{ actor: Actor; position: string } | undefined> {
  const person = await query
    .selectFrom('person')
    .select(['name', 'position'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', personId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .executeTakeFirst();
  if (person === undefined) return undefined;
  const absent = await peopleStoodInFor(query, agencyId, personId, today);
  const rows = await query
    .selectFrom('post')
    .select(['person_id', 'role', 'unit_id'])
    .where('agency_id', '=', agencyId)
    .where('person_id', 'in', [personId, ...absent.map((one) => one.id)])
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .execute();
  const lineage = await lineageOf(query, agencyId, today);
  const posts = rows.map((row): Post => {
    const other = row.person_id === personId ? undefined : absent.find((one) => one.id === row.person_id);
    return {
      role: row.role as Role,
      agencyId,
      unitId: row.unit_id,
      personId: row.person_id,
      onBehalfOf: other === undefined ? null : { personId: other.id, name: other.name },
      lineage,
    };
  });
  return { actor: { accountId, personId, agencyId, name: person.name, posts }, position: person.position };
}

/** Agencies that share everything with one. */
export async function lineageOf(query: Reader, agencyId: string, today: CivilDate): Promise<string[]> {
  const shared = await query
    .selectFrom('share')
    .select('agency_id')
    .where('to_agency', '=', agencyId)
    .where('kind', '=', '*')
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .execute();
  return shared.map((row) => row.agency_id);
}

/**
 * Absent people whose work falls to a person today: those who named the person, and those whose deputy did, being absent
 * too. A circle ends where it comes round, for each person is found once.
 */
async function peopleStoodInFor(
  query: Reader,
  agencyId: string,
  personId: string,
  today: CivilDate,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    WITH RECURSIVE absent_today AS (
      SELECT person_id, deputy_id FROM absence
      WHERE agency_id = ${agencyId} AND starts_on <= ${today} AND ends_on >= ${today}
        AND (ended_early_on IS NULL OR ended_early_on > ${today})
    ), stood_in_for AS (
      SELECT person_id FROM absent_today WHERE deputy_id = ${personId}
      UNION
      SELECT a.person_id FROM absent_today a JOIN stood_in_for s ON a.deputy_id = s.person_id
    )
    SELECT p.id, p.name FROM stood_in_for s
    JOIN person p ON p.agency_id = ${agencyId} AND p.id = s.person_id
    WHERE p.id <> ${personId} ORDER BY p.id`.execute(query);
  return rows;
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
