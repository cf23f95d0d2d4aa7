import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { LANGUAGES } from '../../platform/i18n/language.ts';
import { accountUrl } from '../urls.ts';

/** Sets the language in which one reads the interface, in every browser and in what is sent by e-mail. */
export const chooseLanguage = defineAction({
  name: 'language.choose',
  path: '/account/language',
  permission: 'account.use',
  sees: 'account.use',
  input: z.object({ language: z.enum(LANGUAGES, 'choose') }),
  subject: async (_query, _input, actor) =>
    actor.personId === null ? undefined : { agencyId: actor.agencyId, people: [actor.personId] },
  async perform({ query, actor }, { language }) {
    const account = await query
      .updateTable('account')
      .set({ language })
      .where('id', '=', actor.accountId)
      .returning('id')
      .executeTakeFirstOrThrow();
    return { id: account.id };
  },
  next: () => accountUrl(),
});
