import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, Facts } from '../../platform/view/index.ts';
import { accountUrl, passwordUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';

/** Who is signed in, with which roles. */
export const accountPage = definePage(accountUrl(), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = peopleWords.in(visit.language);
  const { actor } = visit.signedIn;
  return {
    title: say('account.title'),
    lead: `${actor.name} · ${visit.signedIn.position}`,
    act: (
      <Button href={passwordUrl()} variant="secondary">
        {say('password.title')}
      </Button>
    ),
    body: (
      <Facts
        facts={actor.posts.map((post) => ({
          label:
            post.onBehalfOf === null
              ? say('account.roles')
              : `${say('account.acting')} ${post.onBehalfOf.name}`,
          value: visit.say(`role.${post.role}`),
        }))}
      />
    ),
  };
});
