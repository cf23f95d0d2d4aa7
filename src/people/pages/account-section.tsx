import { ActionButton, ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, ButtonRow, Facts, Tag, TextInput } from '../../platform/view/index.ts';
import type { Person, PersonalAccount } from '../queries.ts';
import { sessionSecret } from '../session-secret.ts';
import { peopleWords } from '../words.ts';

/** The account of a person: opened with an invitation, invited anew, closed, opened again. */
export function AccountSection({
  visit,
  person,
  account,
  login,
}: {
  visit: Visit;
  person: Person;
  account: PersonalAccount | undefined;
  /** A login that is free. */
  login: string;
}) {
  const say = peopleWords.in(visit.language);
  const params = { person: person.id };
  const subject = { agencyId: person.agencyId };
  const secret = { secret: sessionSecret(visit, 'invitation') };
  if (account === undefined) {
    const field = fieldsOf(visit, 'account.open', params);
    return (
      <section>
        <h2>{say('person.account')}</h2>
        <p>{say('account.none')}</p>
        <ActionForm visit={visit} action="account.open" params={params} hidden={secret}>
          <TextInput
            label={say('sign-in.login')}
            hint={say('account.login.hint')}
            width="medium"
            {...field('login', login)}
          />
          <Button>{say('account.open')}</Button>
        </ActionForm>
      </section>
    );
  }
  const open = account.closedOn === null;
  const state = open ? (account.hasPassword ? 'open' : 'invited') : 'closed';
  const tone = { open: 'on-time', invited: 'waiting', closed: 'neutral' } as const;
  return (
    <section>
      <h2>{say('person.account')}</h2>
      <Facts
        facts={[
          { label: say('sign-in.login'), value: account.login },
          { label: say('post.state'), value: <Tag tone={tone[state]}>{say(`account.state.${state}`)}</Tag> },
        ]}
      />
      <ButtonRow>
        {open ? (
          <>
            <ActionButton
              visit={visit}
              action="account.invite"
              subject={subject}
              hidden={{ ...secret, people: person.id }}
              variant="secondary"
            >
              {say('account.invite')}
            </ActionButton>
            <ActionButton
              visit={visit}
              action="account.close"
              params={params}
              subject={subject}
              variant="danger"
              refused={
                account.id === visit.actor.accountId ? visit.say('refusal.conflict:own-account') : undefined
              }
            >
              {say('account.close')}
            </ActionButton>
          </>
        ) : (
          <ActionButton
            visit={visit}
            action="account.reopen"
            params={params}
            subject={subject}
            variant="secondary"
          >
            {say('account.reopen')}
          </ActionButton>
        )}
      </ButtonRow>
      {open ? <p class="hint">{say('account.invite.hint')}</p> : null}
    </section>
  );
}
