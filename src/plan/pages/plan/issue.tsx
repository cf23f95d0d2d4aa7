import { listChildren, listUnits } from '../../../agencies/index.ts';
import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { Button, Facts, Notice, Select } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { type Draft, ITEM_KINDS, standing } from '../../domain/draft.ts';
import { issueObstacles } from '../../domain/plan-decisions.ts';
import { suggestRecipient } from '../../domain/recipients.ts';
import { filterQuery, passes } from '../../domain/remark-filter.ts';
import { isFollowed } from '../../domain/rhythm.ts';
import { type PlanRow, plansOfSameNumber } from '../../queries.ts';
import { unitResolver } from '../../readings.ts';
import { issueUrl, plansUrl, planUnitsUrl, planUrl, remarksUrl, reviewUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { openDraftOfVisit } from './drafters-only.ts';

/** The last look before a plan is issued: what is still in the way, and to whom it goes. */
export const issuePage = definePage('/plans/:plan/issue', async (visit) => {
  const drafted = await openDraftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  const { draft, state, row } = drafted;
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const { units, children, unitOf, twins } = await visit.read('plan.draft', async (query) => ({
    twins: await plansOfSameNumber(query, row, draft.document),
    units: await listUnits(query, row.agencyId),
    children: await listChildren(query, row.agencyId),
    unitOf: await unitResolver(query, row.agencyId),
  }));
  const field = fieldsOf(visit, 'plan.issue', { plan });
  const obstacles = issueObstacles(draft, unitOf);
  const below = (kind: 'district_office' | 'other') =>
    children.filter((child) => (child.kind === 'district_office') === (kind === 'district_office')).length;
  const options = [
    { value: 'none', label: say('issue.to.none') },
    {
      value: 'units',
      label: say('issue.to.units', {
        count: units.filter((unit) => unit.kind === 'division' || unit.kind === 'office').length,
      }),
    },
    {
      value: 'district_offices',
      label: say('issue.to.district_offices', { count: below('district_office') }),
    },
    { value: 'affiliated', label: say('issue.to.affiliated', { count: below('other') }) },
    ...units.map((unit) => ({ value: `unit:${unit.id}`, label: unit.name })),
  ];
  return {
    title: say('issue.title'),
    kicker: draft.document.title,
    lead: say('issue.lead', { tasks: standing(draft, 'task').length }),
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: reviewUrl(plan), label: say('item.back') },
      { href: issueUrl(plan), label: say('issue.title'), current: true },
    ],
    body: (
      <>
        {obstacles.length === 0 ? null : (
          <Notice tone="warning" title={say('issue.obstacles')}>
            <ul>
              {obstacles.map((obstacle) => (
                <li>
                  <a
                    href={
                      obstacle.code === 'conflict:issue-units'
                        ? planUnitsUrl(plan)
                        : reviewUrl(plan, obstacle.code === 'conflict:issue-remarks' ? 'remark' : undefined)
                    }
                  >
                    {visit.words(obstacle)}
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Doubts visit={visit} draft={draft} twins={twins} plan={plan} unitOf={unitOf} />
        <h2>{say('issue.summary')}</h2>
        <Facts
          facts={[
            { label: say('plan.number'), value: draft.document.number },
            {
              label: say('plan.date'),
              value: draft.document.date === null ? null : formatDate(draft.document.date),
            },
            { label: say('plan.year'), value: draft.document.planYear },
            ...ITEM_KINDS.map((kind) => ({
              label: say(`review.show.${kind}`),
              value: standing(draft, kind).length,
            })),
          ]}
        />
        <ActionForm visit={visit} action="plan.issue" params={{ plan }} seq={state.seq}>
          <h2>{say('issue.recipients')}</h2>
          {draft.document.recipients.map((written, index) => (
            <>
              <input type="hidden" name={`recipients.${index}.written`} value={written} />
              <Select
                label={say('issue.recipient', { written })}
                options={options}
                empty={null}
                {...field(`recipients.${index}.to`, suggestRecipient(written, units))}
              />
            </>
          ))}
          <Button disabledReason={obstacles[0] === undefined ? undefined : visit.words(obstacles[0])}>
            {say('issue.submit')}
          </Button>
        </ActionForm>
      </>
    ),
  };
});

/** What does not stand in the way, but should be looked at once more before the plan is issued. */
function Doubts(props: {
  visit: Visit;
  draft: Draft;
  twins: readonly PlanRow[];
  plan: string;
  unitOf: (written: string) => string | undefined;
}) {
  const { visit, draft, twins, plan, unitOf } = props;
  const say = planWords.in(visit.language);
  const { date, number } = draft.document;
  const doubts = (
    [
      ['issue.put-off', { severity: 'error', answered: 'put_off' }],
      ['issue.open.warning', { severity: 'warning', answered: 'open' }],
      ['issue.open.info', { severity: 'info', answered: 'open' }],
    ] as const
  ).flatMap(([words, filter]) => {
    const count = draft.remarks.filter((one) => passes(one, filter)).length;
    return count === 0 ? [] : [{ text: say(words, { count }), href: remarksUrl(plan, filterQuery(filter)) }];
  });
  const ofNobody = standing(draft, 'duty').filter(
    ({ fields }) => isFollowed(fields.rhythm) && unitOf(fields.unit) === undefined,
  );
  if (ofNobody.length > 0) {
    const names = [...new Set(ofNobody.map(({ fields }) => fields.unit))].join('; ');
    doubts.push({
      text: say('issue.duties', { count: ofNobody.length, names }),
      href: planUnitsUrl(plan),
    });
  }
  const ahead = date !== null && date > visit.house.clock.today();
  if (twins.length === 0 && doubts.length === 0 && !ahead) return null;
  return (
    <Notice tone="info" title={say('issue.doubts')}>
      <ul>
        {ahead ? <li>{say('issue.date-ahead', { date: formatDate(date) })}</li> : null}
        {twins.map((twin) => (
          <li>
            <a href={planUrl(twin.id)}>{say('issue.twin', { number: number ?? '' })}</a>
          </li>
        ))}
        {doubts.map(({ text, href }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
