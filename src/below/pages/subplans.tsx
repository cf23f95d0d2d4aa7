import { listUnits } from '../../agencies/index.ts';
import { findPlan, PlanTabs, plansUrl, planUrl, VERDICTS } from '../../plan/index.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { formatPercentage } from '../../platform/i18n/format.ts';
import { ListView, readVisitList } from '../../platform/lists/index.ts';
import { asOfNow } from '../../platform/measure/as-of.ts';
import { isRefusal, refuse } from '../../platform/refusal.ts';
import { Button, type CountFilter, Figure, FigureRow } from '../../platform/view/index.ts';
import { chaseSubject } from '../policy.ts';
import { type Counts, countsOf, GROUPS, SHOWS, subplanList } from '../subplan-list.tsx';
import { newSubplanChaseUrl, subplansUrl } from '../urls.ts';
import { belowWords } from '../words.ts';

/** Who of the recipients has a plan of its own, who has not, and whether in time; an agency below sees its own line. */
export const subplansPage = definePage(subplansUrl(':plan'), async (visit) => {
  const say = belowWords.in(visit.language);
  const id = visit.param('plan');
  const read = await readVisitList(visit, subplanList);
  if (isRefusal(read)) return read;
  const found = await visit.read('subplan.read', async (query, scope) => {
    const plan = await findPlan(query, id);
    return (
      plan && {
        plan,
        own: scope.whole.includes(plan.agencyId),
        chasing: chaseSubject(plan.agencyId, await listUnits(query, plan.agencyId)),
        counts: await countsOf(query, scope, id, asOfNow(visit.house.clock)),
      }
    );
  });
  if (found === undefined) return refuse('missing:thing');
  const { plan, own, chasing, counts } = found;
  const agencies = counts.of('agencies');
  return {
    title: own
      ? say('subplans.title.count', { there: agencies.there, all: agencies.all })
      : say('subplans.own-title'),
    kicker: plan.title,
    width: 'wide',
    act: visit.may('agency.chase', chasing).allowed ? (
      <Button href={newSubplanChaseUrl(id)}>{say('subplan-chase.open')}</Button>
    ) : undefined,
    breadcrumbs: [
      { href: plansUrl(), label: visit.say('plans.title') },
      { href: planUrl(id), label: plan.title ?? plan.fileName },
      { href: subplansUrl(id), label: say('subplans.title'), current: true },
    ],
    body: (
      <>
        <PlanTabs visit={visit} plan={id} at="subplans" own={own} />
        {own ? (
          <>
            <Groups visit={visit} plan={id} counts={counts} />
            <p class="hint">{say('subplans.counted')}</p>
          </>
        ) : null}
        <ListView
          visit={visit}
          list={subplanList}
          read={read}
          captionHidden
          counts={own ? countFilters(visit, id, counts) : undefined}
        />
      </>
    ),
  };
});

/** Of each group how many have their plan; the number opens those that have. */
function Groups({ visit, plan, counts }: { visit: Visit; plan: string; counts: Counts }) {
  const say = belowWords.in(visit.language);
  return (
    <FigureRow>
      {GROUPS.map((group) => {
        const { there, all } = counts.of(group);
        return (
          <Figure
            label={say(`subplans.of.${group}`)}
            value={formatPercentage({ numerator: there, denominator: all }) ?? undefined}
            href={subplansUrl(plan, { of: group, show: 'there' })}
            {...(all === 0 ? {} : { numerator: String(there), denominator: String(all) })}
            note={
              <a href={subplansUrl(plan, { of: group, show: 'missing' })}>
                {say('subplans.missing', { count: all - there })}
              </a>
            }
          />
        );
      })}
    </FigureRow>
  );
}

function countFilters(visit: Visit, plan: string, counts: Counts): CountFilter[] {
  const say = belowWords.in(visit.language);
  const chosen = visit.url.searchParams;
  const filter = (name: 'show' | 'verdict', value: string, label: string, count: number): CountFilter => ({
    label,
    count,
    href: subplansUrl(plan, { [name]: value }),
    current: chosen.get(name) === value,
  });
  return [
    ...SHOWS.filter((show) => show === 'missing' || counts.show(show) > 0).map((show) =>
      filter('show', show, say(`subplans.show.${show}`), counts.show(show)),
    ),
    ...VERDICTS.filter((verdict) => verdict !== 'undated' && counts.verdict(verdict) > 0).map((verdict) =>
      filter('verdict', verdict, say(`subplans.verdict.${verdict}`), counts.verdict(verdict)),
    ),
  ];
}
