import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, Notice, TextInput } from '../../platform/view/index.ts';
import { passwordUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';

/** Changing one's password; shown before anything else at first use. */
export const passwordPage = definePage(passwordUrl(), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = peopleWords.in(visit.language);
  const { accountId } = visit.actor;
  const account = await visit.house.database.unscoped((query) =>
    query.selectFrom('account').select('password_hash').where('id', '=', accountId).executeTakeFirst(),
  );
  // Who has signed in by a code has no password to name.
  const hasPassword = account !== undefined && account.password_hash !== null;
  const field = fieldsOf(visit, 'password.change');
  // Passwords are never shown again, typed or not.
  const secret = (name: string) => ({ ...field(name), value: undefined });
  return {
    title: say('password.title'),
    body: (
      <>
        {visit.signedIn.mustChangePassword ? <Notice tone="info">{say('password.first')}</Notice> : null}
        <ActionForm visit={visit} action="password.change" keep={false}>
          {hasPassword ? (
            <TextInput
              type="password"
              label={say('password.current')}
              width="medium"
              autocomplete="current-password"
              {...secret('current')}
            />
          ) : null}
          <TextInput
            type="password"
            label={say('password.new')}
            hint={say('password.new.hint')}
            width="medium"
            autocomplete="new-password"
            {...secret('password')}
          />
          <TextInput
            type="password"
            label={say('password.again')}
            width="medium"
            autocomplete="new-password"
            {...secret('again')}
          />
          <Button>{say('password.submit')}</Button>
        </ActionForm>
      </>
    ),
  };
});
