import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, TextInput } from '../../platform/view/index.ts';
import { setUpUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';

/** The first visitor of an empty installation names the agency and its administrator. */
export const setUpPage = definePage(setUpUrl(), async (visit) => {
  if (!visit.may('installation.set-up', { agencyId: visit.actor.agencyId }).allowed || visit.house.demo)
    return refuse('missing:thing');
  const say = peopleWords.in(visit.language);
  const field = fieldsOf(visit, 'installation.set-up');
  return {
    title: say('set-up.title'),
    frame: 'bare',
    body: (
      <>
        <h1>{say('set-up.title')}</h1>
        <p class="lead">{say('set-up.lead')}</p>
        <ActionForm visit={visit} action="installation.set-up">
          <h2>{say('set-up.agency')}</h2>
          <TextInput label={say('set-up.name')} {...field('name')} />
          <TextInput label={say('set-up.short-name')} width="medium" {...field('shortName')} />
          <TextInput label={say('set-up.code')} width="short" {...field('code')} />
          <TextInput
            label={say('set-up.symbol')}
            hint={say('set-up.symbol.hint')}
            width="short"
            {...field('symbol')}
          />
          <TextInput
            label={say('set-up.place')}
            hint={say('set-up.place.hint')}
            width="medium"
            {...field('place')}
          />
          <h2>{say('set-up.administrator')}</h2>
          <TextInput label={say('set-up.person')} {...field('person')} />
          <TextInput label={say('set-up.position')} {...field('position')} />
          <TextInput
            label={say('sign-in.login')}
            width="medium"
            autocomplete="username"
            {...field('login')}
          />
          <TextInput
            type="password"
            label={say('sign-in.password')}
            hint={say('password.new.hint')}
            width="medium"
            autocomplete="new-password"
            {...field('password')}
            value={undefined}
          />
          <TextInput
            type="password"
            label={say('password.again')}
            width="medium"
            autocomplete="new-password"
            {...field('again')}
            value={undefined}
          />
          <Button>{say('set-up.submit')}</Button>
        </ActionForm>
      </>
    ),
  };
});
