import { definePage } from '../../platform/http/page.ts';
import { fromThisMachine } from '../../platform/http/security.ts';
import { Button, ErrorSummary, Form, TextInput } from '../../platform/view/index.ts';
import { signInUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';

/** Sign-in; in a demo, one click for each role. */
export const signInPage = definePage(signInUrl(), async (visit) => {
  const say = peopleWords.in(visit.language);
  const next = visit.url.searchParams.get('next') ?? '/';
  const error = visit.url.searchParams.get('error');
  const known = error !== null && visit.house.lexicon.has(`refusal.${error}`);
  const demoAccounts =
    visit.house.demo && fromThisMachine(visit.address, visit.headers)
      ? await visit.house.database.unscoped((query) =>
          query.selectFrom('demo_account').select(['login', 'title']).orderBy('position').execute(),
        )
      : [];
  return {
    title: say('sign-in.title'),
    frame: 'bare',
    status: known ? 422 : 200,
    body: (
      <>
        <h1>{say('sign-in.title')}</h1>
        {known ? (
          <ErrorSummary errors={[{ field: 'login', text: visit.say(`refusal.${error}`, { minutes: 15 }) }]} />
        ) : null}
        <Form action={signInUrl()} hidden={{ next }} keep={false}>
          <TextInput
            name="login"
            label={say('sign-in.login')}
            width="medium"
            autocomplete="username"
            value={visit.url.searchParams.get('login') ?? undefined}
          />
          <TextInput
            name="password"
            type="password"
            label={say('sign-in.password')}
            width="medium"
            autocomplete="current-password"
          />
          <Button>{say('sign-in.submit')}</Button>
        </Form>
        {demoAccounts.length === 0 ? null : (
          <section>
            <h2>{say('sign-in.demo')}</h2>
            <p>{say('sign-in.demo.lead')}</p>
            <Form action="/demo-sign-in" hidden={{ next }} keep={false} layout="inline">
              {demoAccounts.map((account) => (
                <Button variant="secondary" name="login" value={account.login}>
                  {account.title}
                </Button>
              ))}
            </Form>
          </section>
        )}
      </>
    ),
  };
});
