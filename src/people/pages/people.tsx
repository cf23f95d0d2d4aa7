import { findAgency, listUnits } from '../../agencies/index.ts';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { listPage } from '../../platform/lists/index.ts';
import { refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import { Button, ButtonRow, TextInput } from '../../platform/view/index.ts';
import { peopleList } from '../lists.tsx';
import type { Person } from '../queries.ts';
import { importPeopleUrl, newPersonUrl, peopleUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';

/** Who works here, and below. */
export const peoplePage = listPage(peopleList, (visit) => {
  const say = peopleWords.in(visit.language);
  const wanted = visit.url.searchParams.get('agency') ?? '';
  const agencyId = UUID.test(wanted) ? wanted : visit.actor.agencyId;
  const mayNot = visit.whyNot('person.manage', { agencyId });
  return {
    act: (
      <ButtonRow>
        <Button href={newPersonUrl(agencyId)} disabledReason={mayNot}>
          {say('person.add')}
        </Button>
        <Button href={importPeopleUrl()} variant="secondary" disabledReason={mayNot}>
          {say('person.import')}
        </Button>
      </ButtonRow>
    ),
  };
});

/** The form that adds a person; posts and account follow on the person's own page. */
export const newPersonPage = definePage(newPersonUrl(), async (visit) => {
  const wanted = visit.url.searchParams.get('agency') ?? '';
  const agencyId = UUID.test(wanted) ? wanted : visit.actor.agencyId;
  const verdict = visit.may('person.manage', { agencyId });
  if (!verdict.allowed) return verdict.reason;
  const say = peopleWords.in(visit.language);
  const agency = await visit.read('person.manage', (query) => findAgency(query, agencyId));
  if (agency === undefined) return refuse('missing:thing');
  return {
    title: say('person.add'),
    lead: agency.name,
    breadcrumbs: [{ href: peopleUrl(), label: say('people.title') }],
    body: (
      <ActionForm visit={visit} action="person.save" hidden={{ agency: agencyId }}>
        <PersonInputs visit={visit} />
        <Button>{say('person.save')}</Button>
      </ActionForm>
    ),
  };
});

/** The fields of a person. */
export function PersonInputs({ visit, person }: { visit: Visit; person?: Person }) {
  const say = peopleWords.in(visit.language);
  const field = fieldsOf(visit, 'person.save');
  return (
    <>
      <TextInput label={say('person.name')} {...field('name', person?.name)} />
      <TextInput
        label={say('person.position')}
        hint={say('person.position.hint')}
        {...field('position', person?.position)}
      />
      <TextInput
        label={say('person.email')}
        type="email"
        inputmode="email"
        optional
        {...field('email', person?.email)}
      />
      <TextInput
        label={say('person.telephone')}
        type="tel"
        inputmode="tel"
        width="medium"
        optional
        {...field('telephone', person?.telephone)}
      />
    </>
  );
}

/** Units that can be chosen for a post, by id. */
export async function unitOptions(visit: Visit, agencyId: string) {
  const today = visit.house.clock.today();
  const units = await visit.read('person.manage', (query) => listUnits(query, agencyId));
  return units
    .filter((unit) => unit.validTo === null || unit.validTo >= today)
    .map((unit) => ({ value: unit.id, label: unit.name }));
}
