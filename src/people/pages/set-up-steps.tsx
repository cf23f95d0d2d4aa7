import { countAffiliated, countUnits } from '../../agencies/index.ts';
import { calendarUrl } from '../../calendar/index.ts';
import { definePage } from '../../platform/http/page.ts';
import { Button, ButtonRow, DataTable, Tag } from '../../platform/view/index.ts';
import { officialDays } from '../../pure/calendar/index.ts';
import { countPeople, countPlans } from '../queries.ts';
import { importPeopleUrl, newPersonUrl, peopleUrl, setUpStepsUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';

interface Step {
  key: 'agency' | 'units' | 'people' | 'affiliated' | 'calendar' | 'plan';
  count: number;
  /** What is enough: people are more than the first administrator. */
  enough: number;
  links: readonly { href: string; label: string }[];
}

/** What an installation needs before its work begins; in any order, and each by hand or from a file. */
export const setUpStepsPage = definePage(setUpStepsUrl(), async (visit) => {
  const { agencyId } = visit.actor;
  const verdict = visit.may('agency.manage', { agencyId });
  if (!verdict.allowed) return verdict.reason;
  const say = peopleWords.in(visit.language);
  const year = visit.house.clock.today().slice(0, 4);
  const counts = await visit.read('person.manage', async (query) => ({
    units: await countUnits(query, agencyId),
    people: await countPeople(query, agencyId),
    affiliated: await countAffiliated(query, agencyId),
    plans: await countPlans(query, agencyId),
  }));
  const steps: Step[] = [
    {
      key: 'agency',
      count: 1,
      enough: 1,
      links: [{ href: `/agencies/${agencyId}`, label: say('steps.look') }],
    },
    {
      key: 'units',
      count: counts.units,
      enough: 1,
      links: [
        { href: '/agencies', label: say('steps.type') },
        { href: '/units/import', label: say('steps.import') },
      ],
    },
    {
      key: 'people',
      count: counts.people,
      enough: 2,
      links: [
        { href: newPersonUrl(), label: say('steps.type') },
        { href: importPeopleUrl(), label: say('steps.import') },
        { href: peopleUrl(), label: say('steps.look') },
      ],
    },
    {
      key: 'affiliated',
      count: counts.affiliated,
      enough: 1,
      links: [
        { href: '/agencies/new', label: say('steps.type') },
        { href: '/agencies/import', label: say('steps.import') },
        { href: '/agencies/affiliated', label: say('steps.look') },
      ],
    },
    {
      key: 'calendar',
      count: officialDays.filter((day) => day.date.startsWith(year)).length,
      enough: 1,
      links: [{ href: calendarUrl(), label: say('steps.look') }],
    },
    {
      key: 'plan',
      count: counts.plans,
      enough: 1,
      links: visit.house.slices.some((slice) => slice.pages?.some((page) => page.path === '/plans/new'))
        ? [{ href: '/plans/new', label: say('steps.plan.upload') }]
        : [],
    },
  ];
  const done = steps.filter((step) => step.count >= step.enough).length;
  return {
    title: say('steps.title', { done, all: steps.length }),
    lead: say('steps.lead'),
    body: (
      <DataTable
        id="steps"
        caption={say('steps.caption')}
        captionHidden
        rows={steps}
        empty={{ text: '' }}
        columns={[
          {
            key: 'step',
            label: say('steps.step'),
            rowHeader: true,
            width: 'broad',
            cell: (step) => (
              <>
                {say(`steps.${step.key}`)}
                <p class="hint">{say(`steps.${step.key}.hint`)}</p>
              </>
            ),
          },
          { key: 'count', label: say('steps.count'), align: 'end', cell: (step) => step.count },
          {
            key: 'state',
            label: say('post.state'),
            cell: (step) =>
              step.count >= step.enough ? (
                <Tag tone="done">{say('steps.done')}</Tag>
              ) : (
                <Tag tone="waiting">{say('steps.open')}</Tag>
              ),
          },
          {
            key: 'act',
            label: say('steps.act'),
            cell: (step) => (
              <ButtonRow>
                {step.links.map(({ href, label }) => (
                  <Button href={href} variant="secondary" small>
                    {label}
                  </Button>
                ))}
              </ButtonRow>
            ),
          },
        ]}
      />
    ),
  };
});
