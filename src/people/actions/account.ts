import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id, many } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { endTokens } from '../access-tokens.ts';
import { endInvitations, invite } from '../invitations.ts';
import { closeOtherSessions } from '../sessions.ts';
import { personUrl, slipsUrl } from '../urls.ts';
import { agencyOfPerson, keepAdministrator, loginField, personSubject, slipSecret } from './common.ts';

/** Opens an account for a person, with an invitation: its person sets the password. */
export const openAccount = defineAction({
  name: 'account.open',
  path: '/people/:person/account',
  permission: 'person.manage',
  sees: 'person.read',
  secret: ['secret'],
  input: z.object({ person: id(), login: loginField(), secret: slipSecret() }),
  subject: (query, input) => personSubject(query, input.person),
  async perform({ query, actor, clock }, input) {
    const agencyId = await agencyOfPerson(query, input.person);
    if ((await accountOf(query, input.person)) !== undefined)
      throw new RefusalError(refuse('conflict:account-open'));
    const id = uuid7();
    const opened = await query
      .insertInto('account')
      .values({
        id,
        agency_id: agencyId,
        person_id: input.person,
        login: input.login,
        password_hash: null,
        must_change_password: true,
      })
      .onConflict((conflict) => conflict.column('login').doNothing())
      .executeTakeFirst();
    if (opened.numInsertedOrUpdatedRows !== 1n)
      throw new RefusalError(refuse('conflict:login', { login: input.login }, { field: 'login' }));
    const batch = await invite(query, {
      accountIds: [id],
      madeBy: actor.accountId,
      secret: input.secret ?? null,
      now: clock.real(),
    });
    return { id, batch };
  },
  next: (_input, result) => slipsUrl(result.batch),
});

/** Makes new one-time codes for accounts whose people have none, have lost it, or have forgotten their password. */
export const inviteAccounts = defineAction({
  name: 'account.invite',
  path: '/invitations',
  permission: 'person.manage',
  sees: 'person.read',
  secret: ['secret'],
  input: z.object({ people: many(id()).pipe(z.array(z.string()).min(1, 'choose')), secret: slipSecret() }),
  async subject(query, input) {
    const people = await query
      .selectFrom('person')
      .select('agency_id')
      .distinct()
      .where('id', 'in', input.people)
      .execute();
    const [agency, ...others] = people;
    return agency !== undefined && others.length === 0 ? { agencyId: agency.agency_id } : undefined;
  },
  async perform({ query, actor, clock }, input) {
    const accounts = await query
      .selectFrom('account')
      .select('id')
      .where('person_id', 'in', input.people)
      .where('closed_on', 'is', null)
      .execute();
    if (accounts.length === 0) throw new RefusalError(refuse('conflict:no-account'));
    const batch = await invite(query, {
      accountIds: accounts.map((account) => account.id),
      madeBy: actor.accountId,
      secret: input.secret ?? null,
      now: clock.real(),
    });
    return { id: batch };
  },
  next: (_input, result) => slipsUrl(result.id),
});

/** Closes an account from now on: its sessions end, its codes and access tokens are of no more use. */
export const closeAccount = defineAction({
  name: 'account.close',
  path: '/people/:person/account/closure',
  permission: 'person.manage',
  sees: 'person.read',
  input: z.object({ person: id() }),
  subject: (query, input) => personSubject(query, input.person),
  async perform({ query, actor, clock }, input) {
    const agencyId = await agencyOfPerson(query, input.person);
    const account = await accountOf(query, input.person);
    if (account === undefined || account.closed_on !== null)
      throw new RefusalError(refuse('conflict:no-account'));
    if (account.id === actor.accountId) throw new RefusalError(refuse('conflict:own-account'));
    await keepAdministrator(query, agencyId, clock.today(), { person: input.person });
    await query
      .updateTable('account')
      .set({ closed_on: clock.today() })
      .where('id', '=', account.id)
      .execute();
    await closeOtherSessions(query, account.id, null);
    await endInvitations(query, [account.id], clock.real());
    await endTokens(query, account.id, clock.real());
    return { id: account.id };
  },
  next: (input) => personUrl(input.person),
});

/** Opens a closed account again, as it was. */
export const reopenAccount = defineAction({
  name: 'account.reopen',
  path: '/people/:person/account/reopening',
  permission: 'person.manage',
  sees: 'person.read',
  input: z.object({ person: id() }),
  subject: (query, input) => personSubject(query, input.person),
  async perform({ query }, input) {
    const account = await accountOf(query, input.person);
    if (account === undefined) throw new RefusalError(refuse('conflict:no-account'));
    if (account.closed_on === null) throw new RefusalError(refuse('conflict:account-open'));
    await query.updateTable('account').set({ closed_on: null }).where('id', '=', account.id).execute();
    return { id: account.id };
  },
  next: (input) => personUrl(input.person),
});

function accountOf(query: Reader, personId: string) {
  return query
    .selectFrom('account')
    .select(['id', 'closed_on'])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
}
