import { definePage, type Rendered } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { Button, DataTable } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import type { ItemKind } from '../../domain/draft.ts';
import { findPlan, listPlanItems, listPlans, type PlanItemRow, PUBLIC_STATES } from '../../queries.ts';
import { planTasks } from '../../task-lists.ts';
import { amendmentUrl, planFileUrl, plansUrl, planUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { readTasks, TaskTable } from '../task/task-table.tsx';
import { detailsOf, labelOf, titleOf } from './describe.ts';
import { PLAN_SHOWS, type PlanShow, PlanTabs } from './plan-tabs.tsx';
import { PlanStateTag } from './state-tag.tsx';

const KINDS = {
  tasks: 'task',
  targets: 'target',
  commitments: 'commitment',
  duties: 'duty',
  reporting: 'reporting',
} as const satisfies Record<PlanShow, ItemKind>;

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
  const found = await visit.read('plan.read', async (query) => {
    const plan = await findPlan(query, id);
    if (plan === undefined) return undefined;
    const kinds: readonly ItemKind[] =
      show === 'commitments' ? ['task', 'target', 'commitment'] : [KINDS[show]];
    return { plan, items: await listPlanItems(query, id, kinds) };
  });
  if (found === undefined || found.plan.version === 0)
    return visit.signedIn === null ? refuse('unauthenticated:sign-in') : refuse('missing:thing');
  const { plan, items } = found;
  const tasks = show === 'tasks' ? await readTasks(visit, planTasks, { plan: id }) : null;
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
          <PlanStateTag visit={visit} state={plan.state} /> <a href={planFileUrl(id)}>{say('plan.file')}</a>
        </p>
        <PlanTabs visit={visit} plan={id} at={show} />
        {tasks === null ? (
          <ItemTable visit={visit} show={show} items={items} />
        ) : (
          <TaskTable visit={visit} tasks={tasks} />
        )}
      </>
    ),
  };
}

function ItemTable({ visit, show, items }: { visit: Visit; show: PlanShow; items: PlanItemRow[] }) {
  const say = planWords.in(visit.language);
  const among = items.map((row) => row.item);
  const rows = among.filter((item) => item.kind === KINDS[show]).map((item, index) => ({ item, index }));
  return (
    <DataTable
      id={show}
      caption={say(`plan.tab.${show}`)}
      captionHidden
      rows={rows}
      empty={{ text: say('review.no-rows') }}
      columns={[
        { key: 'no', label: say('field.no'), nowrap: true, cell: (row) => labelOf(row.item, row.index) },
        { key: 'text', label: say('field.text'), rowHeader: true, cell: (row) => titleOf(row.item) },
        {
          key: 'details',
          label: say('plan.details'),
          cell: (row) => (
            <ul class="plain-list">
              {detailsOf(visit, row.item, among).map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
