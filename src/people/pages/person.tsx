import { VersionHistory, versionsOf } from '../../agencies/index.ts';
import { ActionForm } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import { Button, Facts } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { listAbsences } from '../absences.ts';
import { findAccount, findPerson, freeLogin, listPosts } from '../queries.ts';
import { peopleUrl, personUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';
import { AbsenceTable } from './absence-table.tsx';
import { AccountSection } from './account-section.tsx';
import { PersonInputs, unitOptions } from './people.tsx';
import { GrantForm, PostTable } from './posts.tsx';

const LABELS = {
  name: 'person.name',
  position: 'person.position',
  email: 'person.email',
  telephone: 'person.telephone',
  valid_from: 'post.from',
  valid_to: 'post.to',
} as const;

/** A person: posts from day to day, the account, absences; what administrators change stands beside it. */
export const personPage = definePage(personUrl(':person'), async (visit) => {
  const id = visit.param('person');
  if (visit.scope('person.read').agencies.length === 0) return refuse('unauthenticated:sign-in');
  const found = UUID.test(id)
    ? await visit.read('person.read', async (query) => {
        const person = await findPerson(query, id);
        return (
          person && {
            person,
            posts: await listPosts(query, id),
            account: await findAccount(query, id),
            absences: await listAbsences(query, { person: id, today: visit.house.clock.today() }),
            versions: await versionsOf(query, 'person', id),
            login: await freeLogin(query, person.name),
          }
        );
      })
    : undefined;
  if (found === undefined || !visit.may('person.read', { agencyId: found.person.agencyId }).allowed)
    return refuse('missing:thing');
  const { person, posts, account, absences, versions, login } = found;
  const say = peopleWords.in(visit.language);
  const mayManage = visit.may('person.manage', { agencyId: person.agencyId }).allowed;
  return {
    title: person.name,
    kicker: person.agencyName,
    lead: person.position,
    breadcrumbs: [{ href: peopleUrl(), label: say('people.title') }],
    body: (
      <>
        <Facts
          facts={[
            { label: say('person.email'), value: person.email },
            { label: say('person.telephone'), value: person.telephone },
          ]}
        />
        <PostTable visit={visit} person={person} posts={posts} mayManage={mayManage} />
        {mayManage ? (
          <GrantForm visit={visit} person={person} units={await unitOptions(visit, person.agencyId)} />
        ) : null}
        {mayManage ? <AccountSection visit={visit} person={person} account={account} login={login} /> : null}
        <AbsenceTable
          visit={visit}
          absences={absences}
          person={id}
          whyNot={visit.whyNot('absence.manage', {
            agencyId: person.agencyId,
            people: [id],
            units: posts.flatMap((post) => post.unitId ?? []),
          })}
        />
        {mayManage ? (
          <>
            <section>
              <h2>{say('person.edit')}</h2>
              <ActionForm visit={visit} action="person.save" seq={person.seq} hidden={{ person: id }}>
                <PersonInputs visit={visit} person={person} />
                <Button>{say('person.save')}</Button>
              </ActionForm>
            </section>
            <VersionHistory
              visit={visit}
              versions={versions}
              label={(column) => (column in LABELS ? say(LABELS[column as keyof typeof LABELS]) : column)}
              show={(column, value) => (column.startsWith('valid_') ? formatDate(value) : value)}
            />
          </>
        ) : null}
      </>
    ),
  };
});
