import { officeHoursUrl } from '../../calendar/index.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, ErrorSummary, Form, TextInput } from '../../platform/view/index.ts';
import { WINDOW_MINUTES } from '../throttle.ts';
import { signInUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';

/** Sign-in; in a demo, one click for each role. */
export const signInPage = definePage(signInUrl(), async (visit) => {
  const say = peopleWords.in(visit.language);
  const next = visit.url.searchParams.get('next') ?? '/';
  const error = errorOf(visit);
  const demoAccounts =
    visit.house.demo && visit.client.local
      ? await visit.house.database.unscoped((query) =>
          query.selectFrom('demo_account').select(['login', 'title']).orderBy('position').execute(),
        )
      : [];
  return {
    title: say('sign-in.title'),
    frame: 'bare',
    status: error === undefined ? 200 : error.status,
    body: (
      <>
        <h1>{say('sign-in.title')}</h1>
        {error === undefined ? null : <ErrorSummary errors={[{ field: 'login', text: error.text }]} />}
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
        <p>
          <a href={officeHoursUrl()}>{visit.say('office-hours.public')}</a>
        </p>
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

/** Why signing in has just failed, as its answer wrote it into the address; of anything else the page says nothing. */
function errorOf(visit: Visit): { text: string; status: 403 | 422 | 429 } | undefined {
  const { searchParams } = visit.url;
  switch (searchParams.get('error')) {
    case 'invalid:sign-in':
      return { text: visit.say('refusal.invalid:sign-in'), status: 422 };
    case 'forbidden:origin':
      return { text: visit.say('refusal.forbidden:origin'), status: 403 };
    case 'throttled:wait': {
      const minutes = Number(searchParams.get('minutes'));
      const known =
        Number.isInteger(minutes) && minutes > 0 && minutes <= WINDOW_MINUTES ? minutes : WINDOW_MINUTES;
      return { text: visit.say('refusal.throttled:wait', { minutes: known }), status: 429 };
    }
    default:
      return undefined;
  }
}
