import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { endInvitations } from '../invitations.ts';
import { hashPassword, verifyPassword } from '../password.ts';
import { closeOtherSessions } from '../sessions.ts';
import { checkNewPassword, newPassword } from './common.ts';

/**
 * Changes one's own password, and ends every session: the person signs in anew with it. Who has signed in by a code has
 * no password to name; the code is of no more use afterwards.
 */
export const changePassword = defineAction({
  name: 'password.change',
  path: '/password',
  permission: 'account.use',
  sees: 'account.use',
  secret: ['current', 'password', 'again'],
  input: z.object({
    current: z.string().optional(),
    ...newPassword,
  }),
  subject: async (_query, _input, actor) =>
    actor.personId === null ? undefined : { agencyId: actor.agencyId, people: [actor.personId] },
  async perform({ query, actor, clock }, input) {
    const account = await query
      .selectFrom('account')
      .select(['id', 'login', 'password_hash'])
      .where('id', '=', actor.accountId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (account.password_hash !== null && !(await verifyPassword(input.current ?? '', account.password_hash)))
      throw new RefusalError(refuse('invalid:password-wrong', {}, { field: 'current' }));
    if (input.password === input.current)
      throw new RefusalError(refuse('invalid:password-same', {}, { field: 'password' }));
    checkNewPassword(input, { login: account.login, name: actor.name });
    await query
      .updateTable('account')
      .set({ password_hash: await hashPassword(input.password), must_change_password: false })
      .where('id', '=', account.id)
      .execute();
    await endInvitations(query, [account.id], clock.real());
    await closeOtherSessions(query, account.id, null);
    return { id: account.id };
  },
  next: () => '/sign-in',
});
