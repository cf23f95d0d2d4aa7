import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { oneOf } from '../../platform/actions/fields.ts';
import { accountUrl } from '../urls.ts';

/** Says whether one takes reminders by e-mail too; they stand in the inbox either way. */
export const chooseMail = defineAction({
  name: 'mail.choose',
  path: '/account/mail',
  permission: 'account.use',
  sees: 'account.use',
  input: z.object({ wanted: oneOf(['yes', 'no']) }),
  subject: async (_query, _input, actor) =>
    actor.personId === null ? undefined : { agencyId: actor.agencyId, people: [actor.personId] },
  async perform({ query, actor }, { wanted }) {
    const account = await query
      .updateTable('account')
      .set({ wants_mail: wanted === 'yes' })
      .where('id', '=', actor.accountId)
      .returning('id')
      .executeTakeFirstOrThrow();
    return { id: account.id };
  },
  next: () => accountUrl(),
});
