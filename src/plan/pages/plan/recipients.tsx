import { listPeopleOfAgency, listPeopleOfUnits, nameAndPosition } from '../../../people/index.ts';
import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { ListView, readVisitList } from '../../../platform/lists/index.ts';
import { isRefusal, refuse } from '../../../platform/refusal.ts';
import { Button, type CountFilter, Select, TextInput } from '../../../platform/view/index.ts';
import { acknowledgementSubject } from '../../actions/plan/acknowledge.ts';
import { findPlan } from '../../queries.ts';
import {
  RECIPIENT_STATES,
  type RecipientRow,
  type RecipientState,
  recipientList,
} from '../../recipient-list.tsx';
import { plansUrl, planUrl, recipientsUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { PlanTabs } from './plan-tabs.tsx';

type Counts = Record<RecipientState, number>;

/** To whom the plan went, who has acknowledged it, and whom they named; a recipient below sees its own line alone. */
export const recipientsPage = definePage(recipientsUrl(':plan'), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const read = await readVisitList(visit, recipientList);
  if (isRefusal(read)) return read;
  const found = await visit.read('plan.read', async (query, scope) => {
    const row = await findPlan(query, plan);
    const { house, actor } = visit;
    const ask = { params: visit.params, actor, clock: house.clock, say: visit.say.bind(visit) };
    const all = (await recipientList.query(query, scope, ask).execute()) as RecipientRow[];
    const counts = Object.fromEntries(
      RECIPIENT_STATES.map((state) => [state, all.filter((one) => one.state === state).length]),
    ) as Counts;
    return row && { row, all, counts };
  });
  if (found === undefined) return refuse('missing:thing');
  const { row, all, counts } = found;
  const own = scopeSees(visit, row.agencyId);
  const mine = all.filter(
    (one) =>
      one.state === 'waiting' &&
      visit.may('plan.acknowledge', acknowledgementSubject({ agency_id: row.agencyId, ...one })).allowed,
  );
  return {
    title: say('recipients.title'),
    kicker: row.title,
    lead: own
      ? say('recipients.count', { done: counts.acknowledged, all: counts.acknowledged + counts.waiting })
      : say('recipients.own'),
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: planUrl(plan), label: row.title ?? '' },
      { href: recipientsUrl(plan), label: say('recipients.title'), current: true },
    ],
    body: (
      <>
        <PlanTabs visit={visit} plan={plan} at="recipients" own={own} />
        {mine.map((one) => (
          <AcknowledgeForm visit={visit} plan={plan} agencyId={row.agencyId} recipient={one} />
        ))}
        <ListView
          visit={visit}
          list={recipientList}
          read={read}
          counts={own ? countFilters(visit, counts) : undefined}
        />
      </>
    ),
  };
});

/** Whether the reader belongs to the plan's agency, or to one with which it shares everything. */
export function scopeSees(visit: Visit, agencyId: string): boolean {
  return visit.scope('plan.read').whole.includes(agencyId);
}

function countFilters(visit: Visit, counts: Counts): CountFilter[] {
  const say = planWords.in(visit.language);
  const chosen = visit.url.searchParams.get('state');
  const { pathname } = visit.url;
  return [
    {
      label: say('recipients.all'),
      count: RECIPIENT_STATES.reduce((sum, state) => sum + counts[state], 0),
      href: pathname,
      current: chosen === null,
    },
    ...RECIPIENT_STATES.map((state) => ({
      label: say(`recipients.${state}`),
      count: counts[state],
      href: `${pathname}?state=${state}`,
      current: chosen === state,
    })),
  ];
}

interface AcknowledgeProps {
  visit: Visit;
  plan: string;
  agencyId: string;
  recipient: RecipientRow;
}

/** Says that the plan has arrived, and names who sees to it: somebody of the recipient's own, or anybody by name. */
async function AcknowledgeForm({ visit, plan, agencyId, recipient }: AcknowledgeProps) {
  const say = planWords.in(visit.language);
  const params = { plan, recipient: recipient.key };
  const field = fieldsOf(visit, 'plan.acknowledge', params);
  const today = visit.house.clock.today();
  const people = await visit.read('plan.acknowledge', (query) =>
    recipient.recipient_unit === null
      ? listPeopleOfAgency(query, recipient.recipient_agency ?? agencyId, today)
      : listPeopleOfUnits(query, agencyId, [recipient.recipient_unit], today),
  );
  const id = recipient.key.replace(':', '-');
  return (
    <section class="panel">
      <h2>{say('recipients.acknowledge.for', { name: recipient.name })}</h2>
      <ActionForm visit={visit} action="plan.acknowledge" params={params} id={`acknowledge-${id}`}>
        <Select
          label={say('recipients.person')}
          empty={say('recipients.person.typed')}
          options={people.map((one) => ({ value: one.id, label: nameAndPosition(one) }))}
          {...field('person', visit.actor.personId)}
        />
        <TextInput
          label={say('recipients.responsible.label')}
          hint={say('recipients.responsible.hint')}
          optional
          {...field('responsible')}
        />
        <Button>{say('recipients.acknowledge')}</Button>
      </ActionForm>
    </section>
  );
}
