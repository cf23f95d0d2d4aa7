import { listUnits, type Unit } from '../../../agencies/index.ts';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { formatMonth, formatNumber, formatShortMonth } from '../../../platform/i18n/format.ts';
import { refuse } from '../../../platform/refusal.ts';
import {
  BarChart,
  Button,
  ButtonRow,
  type Column,
  Counts,
  DataTable,
  type Tone,
} from '../../../platform/view/index.ts';
import { type Overview, type OverviewCounts, type OverviewGroup, readOverview } from '../../overview.ts';
import { findPlan } from '../../queries.ts';
import { NONE, SHOWS, type Show } from '../../task-lists.ts';
import { chaseSubject } from '../../task-rights.ts';
import { chasesUrl, newChaseUrl } from '../../task-urls.ts';
import { overviewUrl, plansUrl, planTasksUrl, planUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { SHOW_TONES } from '../task/task-table.tsx';
import { PlanTabs } from './plan-tabs.tsx';
import { scopeSees } from './recipients.tsx';

const FILTERS = { months: 'month', units: 'unit', areas: 'area' } as const;
type By = keyof typeof FILTERS;

/** Who is late, where the load lies, and what is done: each number opens the list that it was counted from. */
export const overviewPage = definePage(overviewUrl(':plan'), async (visit) => {
  const say = planWords.in(visit.language);
  const id = visit.param('plan');
  const found = await visit.read('task.read', async (query, scope) => {
    const plan = await findPlan(query, id);
    if (plan === undefined || plan.version === 0 || !scopeSees(visit, plan.agencyId)) return undefined;
    return {
      plan,
      units: await listUnits(query, plan.agencyId),
      overview: await readOverview(query, scope, plan, visit.house.clock.today()),
    };
  });
  if (found === undefined)
    return visit.signedIn === null ? refuse('unauthenticated:sign-in') : refuse('missing:thing');
  const { plan, overview } = found;
  return {
    title: titleOf(visit, overview),
    kicker: [say('plan.title'), plan.number].filter((part) => part !== null).join(' '),
    width: 'wide',
    act: <ChaseAct visit={visit} plan={id} agencyId={plan.agencyId} units={found.units} />,
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: planUrl(id), label: plan.title ?? plan.fileName },
      { href: overviewUrl(id), label: say('plan.tab.overview'), current: true },
    ],
    body: (
      <>
        <PlanTabs visit={visit} plan={id} at="overview" />
        <Counts
          counts={[
            { label: visit.say('tasks.show.all'), count: overview.whole.all, href: planTasksUrl(id) },
            ...SHOWS.map((show) => ({
              label: visit.say(`tasks.show.${show}`),
              count: overview.whole[show],
              href: planTasksUrl(id, { show }),
              tone: SHOW_TONES[show],
            })),
          ]}
        />
        <Duties visit={visit} plan={id} duties={overview.duties} />
        <YearChart visit={visit} plan={id} months={overview.months} />
        <p class="hint">{say('overview.several')}</p>
        <GroupTable visit={visit} plan={id} by="units" groups={overview.units} />
        <LoadTable visit={visit} plan={id} overview={overview} />
        <GroupTable visit={visit} plan={id} by="months" groups={monthsOf(overview)} />
        {overview.areas.length > 1 ? (
          <GroupTable visit={visit} plan={id} by="areas" groups={overview.areas} />
        ) : null}
      </>
    ),
  };
});

/** What follows from the page: chasing whoever is late, or looking at who was chased. */
function ChaseAct(props: { visit: Visit; plan: string; agencyId: string; units: readonly Unit[] }) {
  const { visit, plan, agencyId, units } = props;
  if (visit.signedIn === null) return null;
  const chases = visit.may('task.chase', chaseSubject(agencyId, units)).allowed;
  return (
    <ButtonRow>
      <Button href={chasesUrl(plan)} variant="secondary">
        {visit.say('chases.title')}
      </Button>
      {chases ? <Button href={newChaseUrl(plan)}>{visit.say('chases.open')}</Button> : null}
    </ButtonRow>
  );
}

/** The page's question is who is late, so its title answers that. */
function titleOf(visit: Visit, { whole, units }: Overview): string {
  const say = planWords.in(visit.language);
  if (whole.late === 0) return say('overview.none-late');
  const [most] = [...units].sort((one, other) => other.counts.late - one.counts.late);
  return say('overview.late', { count: whole.late, unit: most?.name ?? '', most: most?.counts.late ?? 0 });
}

/** Duties are followed beside the tasks of the appendix, and counted apart. */
function Duties({ visit, plan, duties }: { visit: Visit; plan: string; duties: Overview['duties'] }) {
  const say = planWords.in(visit.language);
  if (duties.all === 0) return null;
  return (
    <p>
      {say('overview.duties')}{' '}
      <a href={planTasksUrl(plan, { part: 'duties' })}>{say('overview.duties.all', { count: duties.all })}</a>
      {', '}
      <a href={planTasksUrl(plan, { part: 'duties', show: 'late' })}>
        {say('overview.duties.late', { count: duties.late })}
      </a>
      .
    </p>
  );
}

/** The months in which something is due. */
const monthsOf = ({ months }: Overview) => months.filter(({ counts }) => counts.all > 0);

function nameOf(visit: Visit, by: By, { key, name }: Pick<OverviewGroup, 'key' | 'name'>): string {
  if (by === 'months') return key === NONE ? visit.say('tasks.month.none') : capital(formatMonth(key));
  return key === NONE ? visit.say('tasks.area.none') : name;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Of what is not late. */
function toneOf(counts: OverviewCounts): Tone {
  if (counts.due_soon > 0) return 'due-soon';
  return counts.confirmed === counts.all ? 'done' : 'waiting';
}

/** The year as a picture: how many tasks have a day in each month, and how many of them are late. */
function YearChart({
  visit,
  plan,
  months,
}: {
  visit: Visit;
  plan: string;
  months: readonly OverviewGroup[];
}) {
  const say = planWords.in(visit.language);
  const dated = months.filter(({ key }) => key !== NONE);
  const busiest = [...dated].sort((one, other) => other.counts.all - one.counts.all)[0];
  if (busiest === undefined) return null;
  return (
    <BarChart
      id="year"
      title={say('overview.year')}
      description={say('overview.year.description', {
        month: formatMonth(busiest.key),
        count: busiest.counts.all,
      })}
      rowHeading={visit.say('tasks.month')}
      valueHeading={visit.say('tasks.title')}
      bars={dated.map((group) => ({
        label: nameOf(visit, 'months', group),
        value: group.counts.all,
        text: [
          say('overview.tasks', { count: group.counts.all }),
          ...(group.counts.late === 0 ? [] : [say('overview.of-them-late', { count: group.counts.late })]),
        ].join(' · '),
        href: planTasksUrl(plan, { month: group.key }),
        tone: toneOf(group.counts),
        late: group.counts.late,
      }))}
    />
  );
}

interface GroupProps {
  visit: Visit;
  plan: string;
  by: By;
  groups: readonly OverviewGroup[];
}

/** Groups by state; a number that is not zero leads to its list. */
function GroupTable({ visit, plan, by, groups }: GroupProps) {
  const say = planWords.in(visit.language);
  const filter = FILTERS[by];
  const cell = (group: OverviewGroup, show: Show | 'all') => (
    <CountLink
      count={group.counts[show]}
      href={planTasksUrl(plan, { [filter]: group.key, ...(show === 'all' ? {} : { show }) })}
    />
  );
  return (
    <DataTable
      id={`overview-${by}`}
      caption={say(`overview.by.${by}`)}
      rows={groups}
      empty={{ text: visit.say('tasks.empty') }}
      columns={[
        {
          key: 'name',
          label: say(`overview.name.${by}`),
          rowHeader: true,
          nowrap: by === 'months',
          cell: (group) => nameOf(visit, by, group),
        },
        { key: 'all', label: say('overview.all'), align: 'end', cell: (group) => cell(group, 'all') },
        ...SHOWS.map(
          (show): Column<OverviewGroup> => ({
            key: show,
            label: capital(visit.say(`tasks.show.${show}`)),
            align: 'end',
            cell: (group) => cell(group, show),
          }),
        ),
      ]}
    />
  );
}

/** Month by month, what each unit has to bring: where a row or a column is crowded, the plan heaps its load. */
function LoadTable({ visit, plan, overview }: { visit: Visit; plan: string; overview: Overview }) {
  const say = planWords.in(visit.language);
  const months = monthsOf(overview);
  const years = new Set(months.flatMap(({ key }) => (key === NONE ? [] : [key.slice(0, 4)])));
  const nameOfMonth = (key: string) =>
    `${formatShortMonth(key)}${years.size > 1 ? `/${key.slice(0, 4)}` : ''}`;
  const cells = new Map(overview.load.map((cell) => [`${cell.unit} ${cell.month}`, cell]));
  return (
    <DataTable
      id="overview-load"
      caption={say('overview.load')}
      rows={overview.units}
      empty={{ text: visit.say('tasks.empty') }}
      columns={[
        { key: 'unit', label: say('overview.name.units'), rowHeader: true, cell: (unit) => unit.name },
        ...months.map(
          (month): Column<OverviewGroup> => ({
            key: month.key,
            label: month.key === NONE ? say('overview.undated') : nameOfMonth(month.key),
            align: 'end',
            cell: (unit) => {
              const found = cells.get(`${unit.key} ${month.key}`);
              return (
                <CountLink
                  count={found?.count ?? 0}
                  href={planTasksUrl(plan, { unit: unit.key, month: month.key })}
                />
              );
            },
          }),
        ),
      ]}
    />
  );
}

function CountLink({ count, href }: { count: number; href: string }) {
  return count === 0 ? <span class="hint zero">0</span> : <a href={href}>{formatNumber(count)}</a>;
}
