import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, Facts, Notice } from '../../platform/view/index.ts';
import { listAbsences } from '../absences.ts';
import { nameAndPosition } from '../name-and-position.ts';
import { accountUrl, passwordUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';
import { AbsenceTable } from './absence-table.tsx';

/** Who is signed in, with which roles. */
export const accountPage = definePage(accountUrl(), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = peopleWords.in(visit.language);
  const { actor } = visit.signedIn;
  const person = actor.personId ?? '';
  const absences = await visit.read('absence.read', (query) =>
    listAbsences(query, { person, today: visit.house.clock.today() }),
  );
  const acting = new Set(actor.posts.flatMap((post) => post.onBehalfOf?.name ?? []));
  return {
    title: say('account.title'),
    lead: nameAndPosition({ name: actor.name, position: visit.signedIn.position }),
    act: (
      <Button href={passwordUrl()} variant="secondary">
        {say('password.title')}
      </Button>
    ),
    body: (
      <>
        {[...acting].map((name) => (
          <Notice tone="info">{say('account.acting-for', { name })}</Notice>
        ))}
        <Facts
          facts={actor.posts.map((post) => ({
            label:
              post.onBehalfOf === null
                ? say('account.roles')
                : `${say('account.acting')} ${post.onBehalfOf.name}`,
            value: visit.say(`role.${post.role}`),
          }))}
        />
        <AbsenceTable visit={visit} absences={absences} person={person} />
      </>
    ),
  };
});
