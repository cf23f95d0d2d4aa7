import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, ButtonRow, Facts, Notice, Radios } from '../../platform/view/index.ts';
import { listAbsences } from '../absences.ts';
import { nameAndPosition } from '../name-and-position.ts';
import { findMailChoice } from '../queries.ts';
import { accountUrl, passwordUrl, tokensUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';
import { AbsenceTable } from './absence-table.tsx';

/** Who is signed in, with which roles. */
export const accountPage = definePage(accountUrl(), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = peopleWords.in(visit.language);
  const { actor } = visit.signedIn;
  const person = actor.personId ?? '';
  const { absences, mail } = await visit.read('absence.read', async (query) => ({
    absences: await listAbsences(query, { person, today: visit.house.clock.today() }),
    mail: await findMailChoice(query, actor.accountId),
  }));
  const acting = new Set(actor.posts.flatMap((post) => post.onBehalfOf?.name ?? []));
  return {
    title: say('account.title'),
    lead: nameAndPosition({ name: actor.name, position: visit.signedIn.position }),
    act: (
      <ButtonRow>
        <Button href={passwordUrl()} variant="secondary">
          {say('password.title')}
        </Button>
        <Button href={tokensUrl()} variant="secondary">
          {say('tokens.title')}
        </Button>
      </ButtonRow>
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
        {mail === undefined ? null : (
          <section>
            <h2>{say('account.mail')}</h2>
            <p>
              {mail.email === null
                ? say('account.mail.no-address')
                : say('account.mail.address', { address: mail.email })}
            </p>
            <ActionForm visit={visit} action="mail.choose">
              <Radios
                label={say('account.mail.wanted')}
                options={(['yes', 'no'] as const).map((choice) => ({
                  value: choice,
                  label: say(`account.mail.${choice}`),
                }))}
                {...fieldsOf(visit, 'mail.choose')('wanted', mail.wanted ? 'yes' : 'no')}
              />
              <Button variant="secondary">{say('person.save')}</Button>
            </ActionForm>
          </section>
        )}
      </>
    ),
  };
});
