import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Reader, Writer } from '../platform/database/database.ts';
import { uuid7 } from '../platform/uuid.ts';
import { codeDigest, invitationCode } from './invitation-code.ts';

/** A code can be used for so long, and its slip be printed by its maker for so long, in real time. */
const LIFE = { hours: 30 * 24 } as const;
export const SHOWN_MINUTES = 60;
/** Rows an INSERT, well below the number of parameters that one statement may have. */
const CHUNK = 1000;

export interface Invite {
  accountIds: readonly string[];
  /** Account of the one who invites. */
  madeBy: string | null;
  /** From which the codes follow; without it nobody can know them, so nobody can use them. */
  secret: string | null;
  now: Temporal.Instant;
}

/** Makes a code for each account, in place of earlier ones. @returns the batch that its slips are printed by */
export async function invite(query: Writer, { accountIds, madeBy, secret, now }: Invite): Promise<string> {
  const batch = uuid7();
  const key = secret ?? randomBytes(32).toString('base64');
  const life = { made_at: now.toString(), expires_at: now.add(LIFE).toString() };
  for (let from = 0; from < accountIds.length; from += CHUNK) {
    const accounts = accountIds.slice(from, from + CHUNK);
    await endInvitations(query, accounts, now);
    await query
      .insertInto('invitation')
      .values(
        accounts.map((account_id) => {
          const id = uuid7();
          return {
            id,
            account_id,
            batch,
            made_by: madeBy,
            digest: codeDigest(invitationCode(key, id)),
            ...life,
          };
        }),
      )
      .execute();
  }
  return batch;
}

/** Codes of these accounts are of no more use. */
export async function endInvitations(
  query: Writer,
  accountIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await query
    .updateTable('invitation')
    .set({ ended_at: now.toString() })
    .where('account_id', 'in', [...accountIds])
    .where('ended_at', 'is', null)
    .execute();
}

/** The account that a login and a code open now. */
export async function accountOfCode(
  query: Reader,
  login: string,
  code: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const row = await query
    .selectFrom('invitation')
    .innerJoin('account', 'account.id', 'invitation.account_id')
    .select('account.id')
    .where('invitation.digest', '=', codeDigest(code))
    .where('invitation.ended_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .where('account.login', '=', login)
    .where('account.closed_on', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

export interface InvitationSlip {
  name: string;
  position: string;
  agency: string;
  login: string;
  code: string;
  expiresAt: Temporal.Instant;
}

/**
 * Slips of a batch, for the one who made it, in the session in which it was made, for an hour: the codes follow from a
 * secret of that session. Codes that have been used or replaced meanwhile are left out.
 */
export async function listSlips(
  query: Reader,
  batch: string,
  maker: { accountId: string; secret: string; now: Temporal.Instant },
  { limit, offset }: { limit: number; offset: number },
): Promise<{ slips: InvitationSlip[]; total: number }> {
  const within = () =>
    query
      .selectFrom('invitation')
      .innerJoin('account', 'account.id', 'invitation.account_id')
      .innerJoin('person', (join) =>
        join.onRef('person.agency_id', '=', 'account.agency_id').onRef('person.id', '=', 'account.person_id'),
      )
      .innerJoin('agency', 'agency.id', 'account.agency_id')
      .where('invitation.batch', '=', batch)
      .where('invitation.made_by', '=', maker.accountId)
      .where('invitation.made_at', '>', maker.now.subtract({ minutes: SHOWN_MINUTES }))
      .where('invitation.ended_at', 'is', null);
  const { total } = await within()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await within()
    .select([
      'invitation.id',
      'invitation.digest',
      'invitation.expires_at',
      'person.name',
      'person.position',
      'agency.name as agency',
      'account.login',
    ])
    .orderBy('invitation.id')
    .limit(limit)
    .offset(offset)
    .execute();
  const slips = rows.flatMap((row) => {
    const code = invitationCode(maker.secret, row.id);
    // Another session's secret gives other codes.
    if (!codeDigest(code).equals(row.digest)) return [];
    const { name, position, agency, login } = row;
    return [{ name, position, agency, login, code, expiresAt: row.expires_at }];
  });
  return { slips, total };
}
