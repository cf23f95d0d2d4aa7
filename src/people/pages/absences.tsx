import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { listPage } from '../../platform/lists/index.ts';
import { refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import { Button, DateInput, Select, TextInput } from '../../platform/view/index.ts';
import { absenceList } from '../absence-list.tsx';
import { listColleagues } from '../queries.ts';
import { absencesUrl, newAbsenceUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';

/** Who is away or will be, and who acts for them. */
export const absencesPage = listPage(absenceList, (visit) => {
  const say = peopleWords.in(visit.language);
  return {
    lead: say('absences.lead'),
    act: <Button href={newAbsenceUrl()}>{say('absence.add')}</Button>,
  };
});

/** The form that says who acts for whom, for those whom the actor may speak for. */
export const newAbsencePage = definePage(newAbsenceUrl(), async (visit) => {
  if (visit.scope('absence.manage').agencies.length === 0) return refuse('unauthenticated:sign-in');
  const say = peopleWords.in(visit.language);
  const asked = visit.url.searchParams.get('person') ?? '';
  const colleagues = await visit.read('absence.read', (query) =>
    listColleagues(query, UUID.test(asked) ? asked : (visit.actor.personId ?? ''), visit.house.clock.today()),
  );
  const speakFor = colleagues.filter((one) => maySpeakFor(visit, one));
  if (speakFor.length === 0) return refuse('forbidden:out-of-reach');
  const field = fieldsOf(visit, 'absence.save');
  const option = (one: (typeof colleagues)[number]) => ({
    value: one.id,
    label: one.name,
    hint: one.position,
  });
  return {
    title: say('absence.add'),
    lead: say('absence.lead'),
    breadcrumbs: [{ href: absencesUrl(), label: say('absences.title') }],
    body: (
      <ActionForm visit={visit} action="absence.save">
        <Select
          label={say('absence.person')}
          options={speakFor.map(option)}
          {...field('person', UUID.test(asked) ? asked : visit.actor.personId)}
        />
        <Select
          label={say('absence.deputy')}
          hint={say('absence.deputy.hint')}
          options={colleagues.map(option)}
          {...field('deputy')}
        />
        <DateInput label={say('post.from')} {...field('from')} />
        <DateInput label={say('absence.to')} {...field('to')} />
        <TextInput label={say('absence.reason')} hint={say('absence.reason.hint')} {...field('reason')} />
        <Button>{say('absence.save')}</Button>
      </ActionForm>
    ),
  };
});

function maySpeakFor(visit: Visit, one: { id: string; agencyId: string; units: readonly string[] }): boolean {
  return visit.may('absence.manage', { agencyId: one.agencyId, people: [one.id], units: one.units }).allowed;
}
