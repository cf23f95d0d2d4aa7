import { definePage, type Rendered } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import type { List } from '../../../platform/lists/index.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { Button } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { listAreas } from '../../areas.ts';
import { countCommitments } from '../../commitments.ts';
import type { AnyFields, ItemKind } from '../../domain/draft.ts';
import { isFollowed } from '../../domain/rhythm.ts';
import { livingWords } from '../../living-words.ts';
import {
  findPlan,
  listPlanItems,
  listPlans,
  type PlanItemRow,
  type PlanRow,
  PUBLIC_STATES,
  taskIdsByKey,
} from '../../queries.ts';
import { readTargets } from '../../targets.ts';
import { planDuties, planTasks } from '../../task-lists.ts';
import type { TaskRow } from '../../task-row.ts';
import { amendmentUrl, planPartUrl, plansUrl, planUrl, targetMeasureUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { PlanFigures } from '../task/plan-figures.tsx';
import { readTasks, TaskTable } from '../task/task-table.tsx';
import type { Described } from './describe.ts';
import { ItemTable } from './item-table.tsx';
import { showLiving } from './living/living.tsx';
import { PLAN_SHOWS, type PlanShow, PlanTabs } from './plan-tabs.tsx';
import { scopeSees } from './recipients.tsx';

const KINDS = {
  tasks: 'task',
  targets: 'target',
  commitments: 'commitment',
  duties: 'duty',
  reporting: 'reporting',
} as const satisfies Record<PlanShow, ItemKind>;

/** The parts whose rows are followed, as lists with live state. */
const LISTS: Partial<Record<PlanShow, List<TaskRow>>> = { tasks: planTasks, duties: planDuties };

/** Whether a duty is one of the list above: of a unit of the agency, with evidence of its own. */
function followed(fields: AnyFields, units: readonly string[]): boolean {
  return 'rhythm' in fields && isFollowed(fields.rhythm) && units.length > 0;
}

/** An issued plan: its text as an official document, with the live state of everything in it. */
export const planPage = definePage('/plans/:plan', (visit) => {
  const plan = visit.param('plan');
  const part = visit.url.searchParams.get('part');
  // Where the tables stood before the text took their place.
  if (part !== null) return Promise.resolve({ redirect: planPartUrl(plan, part) });
  return showPlan(visit, plan, showLiving);
});

/** The first page: in a demo the plan itself, for whoever looks; elsewhere the plans. */
export const homePage = definePage('/', async (visit) => {
  const [plan] = await visit.read('plan.read', (query, scope) => listPlans(query, scope, PUBLIC_STATES));
  if (plan !== undefined) {
    const shown = await showPlan(visit, plan.id, showLiving);
    // In a meeting the plan stands alone.
    if (!('body' in shown) || shown.frame === 'bare') return shown;
    const above = await Promise.all(
      visit.house.slices.map((slice) => slice.firstPage?.(visit, plan.id) ?? null),
    );
    return {
      ...shown,
      body: (
        <>
          {above}
          {shown.body}
        </>
      ),
    };
  }
  return visit.signedIn === null ? refuse('unauthenticated:sign-in') : { redirect: plansUrl() };
});

/** The same plan as tables: its tasks with their live state, and its other parts. */
export const planTasksPage = definePage('/plans/:plan/tasks', (visit) =>
  showPlan(visit, visit.param('plan'), showPart),
);

type Show = (visit: Visit, plan: PlanRow, own: boolean) => Promise<Rendered>;

async function showPlan(visit: Visit, id: string, show: Show): Promise<Rendered | Refusal> {
  const plan = await visit.read('plan.read', (query) => findPlan(query, id));
  if (plan === undefined || plan.version === 0)
    return visit.signedIn === null ? refuse('unauthenticated:sign-in') : refuse('missing:thing');
  // A recipient below reads the plan's words; the department's work on them is not its own.
  return show(visit, plan, scopeSees(visit, plan.agencyId));
}

async function showPart(visit: Visit, plan: PlanRow, own: boolean): Promise<Rendered> {
  const { id } = plan;
  const say = planWords.in(visit.language);
  const show: PlanShow = PLAN_SHOWS.find((one) => one === visit.url.searchParams.get('part')) ?? 'tasks';
  const worked = own && !plan.adopted;
  const kinds: readonly ItemKind[] =
    show === 'commitments'
      ? ['task', 'target', 'duty', 'commitment']
      : show === 'tasks' && worked
        ? []
        : [KINDS[show]];
  const { rows, taskIds, areas, commitments } = await visit.read('plan.read', async (query, scope) => ({
    rows: await listPlanItems(query, id, kinds),
    taskIds: show === 'commitments' ? await taskIdsByKey(query, plan) : undefined,
    areas: show === 'commitments' ? await listAreas(query, id) : undefined,
    commitments:
      show === 'commitments' && worked
        ? { plan: id, counts: await countCommitments(query, scope, id, visit.house.clock.today()) }
        : undefined,
  }));
  const items = rows.map((row) => row.item);
  const list = worked ? LISTS[show] : undefined;
  const tasks = list === undefined ? null : await readTasks(visit, list, { plan: id });
  const rest = items.filter(({ fields, units }) => !followed(fields, units.lead));
  const drafts = visit.may('plan.draft', { agencyId: plan.agencyId }).allowed;
  return {
    title: plan.title ?? plan.fileName,
    width: 'wide',
    kicker: [say('plan.title'), plan.number, plan.issueDate === null ? null : formatDate(plan.issueDate)]
      .filter((part) => part !== null)
      .join(' · '),
    act: drafts ? (
      <Button href={amendmentUrl(id)} variant="secondary">
        {say('plan.amend')}
      </Button>
    ) : undefined,
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: planUrl(id), label: plan.title ?? plan.fileName },
      { href: planPartUrl(id, show), label: say(`plan.tab.${show}`), current: true },
    ],
    body: (
      <>
        <PlanTabs visit={visit} plan={id} at={show} own={own} adopted={plan.adopted} />
        {tasks === null ? (
          <ItemTable
            visit={visit}
            kind={KINDS[show]}
            items={items}
            captionHidden
            taskIds={taskIds}
            areas={areas}
            commitments={commitments}
            issueDate={plan.issueDate}
            standing={show === 'targets' && worked ? await readStanding(visit, plan, rows) : undefined}
            act={
              show === 'targets' && worked && drafts
                ? (item) => <MeasureLink visit={visit} plan={id} item={item} />
                : undefined
            }
          />
        ) : (
          <>
            <PlanFigures visit={visit} plan={id} kind={show === 'duties' ? 'duty' : 'task'} />
            <TaskTable visit={visit} tasks={tasks} />
            {show === 'duties' && rest.length > 0 ? (
              <section>
                <h2>{say('duties.rest')}</h2>
                <p class="hint">{say('duties.rest.lead')}</p>
                <ItemTable visit={visit} kind="duty" items={rest} captionHidden />
              </section>
            ) : null}
          </>
        )}
      </>
    ),
  };
}

async function readStanding(visit: Visit, plan: PlanRow, rows: readonly PlanItemRow[]) {
  const measures = visit.house.slices.flatMap((slice) => slice.measures ?? []);
  const targets = await readTargets(visit.read.bind(visit), measures, plan, rows, visit.house.clock);
  return { plan: plan.id, targets };
}

function MeasureLink({ visit, plan, item }: { visit: Visit; plan: string; item: Described }) {
  return (
    <a href={targetMeasureUrl(plan, item.key)}>{livingWords.in(visit.language)('target.measure.set')}</a>
  );
}
