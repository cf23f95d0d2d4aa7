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
import { findPlan, listPlanItems, listPlans, PUBLIC_STATES, taskIdsByKey } from '../../queries.ts';
import { planDuties, planTasks } from '../../task-lists.ts';
import type { TaskRow } from '../../task-row.ts';
import { amendmentUrl, planFileUrl, plansUrl, planUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { PlanFigures } from '../task/plan-figures.tsx';
import { readTasks, TaskTable } from '../task/task-table.tsx';
import { ItemTable } from './item-table.tsx';
import { PLAN_SHOWS, type PlanShow, PlanTabs } from './plan-tabs.tsx';
import { scopeSees } from './recipients.tsx';
import { PlanStateTag } from './state-tag.tsx';

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

/** An issued plan: its tasks with their live state, and its other parts. */
export const planPage = definePage('/plans/:plan', (visit) => showPlan(visit, visit.param('plan')));

/** The first page: in a demo the plan itself, for whoever looks; elsewhere the plans. */
export const homePage = definePage('/', async (visit) => {
  const [plan] = await visit.read('plan.read', (query, scope) => listPlans(query, scope, PUBLIC_STATES));
  if (plan !== undefined) return showPlan(visit, plan.id);
  return visit.signedIn === null ? refuse('unauthenticated:sign-in') : { redirect: plansUrl() };
});

async function showPlan(visit: Visit, id: string): Promise<Rendered | Refusal> {
  const say = planWords.in(visit.language);
  const show: PlanShow = PLAN_SHOWS.find((one) => one === visit.url.searchParams.get('part')) ?? 'tasks';
  const found = await visit.read('plan.read', async (query, scope) => {
    const plan = await findPlan(query, id);
    if (plan === undefined) return undefined;
    // A recipient below reads the plan's rows; the department's work on them is not its own.
    const own = scopeSees(visit, plan.agencyId);
    const kinds: readonly ItemKind[] =
      show === 'commitments'
        ? ['task', 'target', 'duty', 'commitment']
        : show === 'tasks' && own && !plan.adopted
          ? []
          : [KINDS[show]];
    const items = (await listPlanItems(query, id, kinds)).map((row) => row.item);
    return {
      plan,
      own,
      items,
      taskIds: show === 'commitments' ? await taskIdsByKey(query, plan) : undefined,
      areas: show === 'commitments' ? await listAreas(query, id) : undefined,
      commitments:
        show === 'commitments' && own && !plan.adopted
          ? { plan: id, counts: await countCommitments(query, scope, id, visit.house.clock.today()) }
          : undefined,
    };
  });
  if (found === undefined || found.plan.version === 0)
    return visit.signedIn === null ? refuse('unauthenticated:sign-in') : refuse('missing:thing');
  const { plan, own, items, taskIds, areas, commitments } = found;
  const list = own && !plan.adopted ? LISTS[show] : undefined;
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
      { href: planUrl(id), label: plan.title ?? plan.fileName, current: true },
    ],
    body: (
      <>
        <p>
          <PlanStateTag visit={visit} state={own ? plan.state : 'issued'} />{' '}
          {own ? <a href={planFileUrl(id)}>{say('plan.file')}</a> : say('plan.sent-to-you')}
        </p>
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
