import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { isRefusal, refuse } from '../../../platform/refusal.ts';
import { Facts } from '../../../platform/view/index.ts';
import { type AreaRow, listAreas } from '../../areas.ts';
import { countCommitments } from '../../commitments.ts';
import type { CommitmentProgress } from '../../domain/commitment-state.ts';
import type { CommitmentFields } from '../../domain/draft.ts';
import type { IssuedItem } from '../../domain/plan.ts';
import { findPlan, listPlanItems } from '../../queries.ts';
import { planWork } from '../../task-lists.ts';
import { planPartUrl, plansUrl, planUrl, workUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { readTasks, TaskTable } from '../task/task-table.tsx';
import { CommitmentStateTag } from './commitment-state-tag.tsx';
import { labelOf, titleOf } from './describe.ts';
import { scopeSees } from './recipients.tsx';

/** The tasks and duties of a plan in one list; narrowed to a commitment, it says that and how it stands. */
export const workPage = definePage(workUrl(':plan'), async (visit) => {
  const say = planWords.in(visit.language);
  const id = visit.param('plan');
  const found = await visit.read('task.read', async (query, scope) => {
    const plan = await findPlan(query, id);
    if (plan === undefined || plan.version === 0 || !scopeSees(visit, plan.agencyId)) return undefined;
    const items = (await listPlanItems(query, id, ['commitment', 'target'])).map(({ item }) => item);
    return {
      plan,
      items,
      areas: await listAreas(query, id),
      counts: await countCommitments(query, scope, id, visit.house.clock.today()),
    };
  });
  if (found === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const tasks = await readTasks(visit, planWork, { plan: id });
  if (isRefusal(tasks)) return tasks;
  const { plan, items, areas, counts } = found;
  const commitments = items.filter(({ kind }) => kind === 'commitment');
  const chosen = visit.url.searchParams.get('commitment');
  const index = commitments.findIndex(({ key }) => key === chosen);
  const commitment = commitments[index];
  const label = commitment && labelOf(commitment, index);
  return {
    title: label === undefined ? say('work.title') : say('commitment.title', { no: label }),
    kicker: [say('plan.title'), plan.number].filter((part) => part !== null).join(' '),
    lead: commitment && titleOf(commitment),
    width: 'wide',
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      {
        href: commitment === undefined ? planUrl(id) : planPartUrl(id, 'commitments'),
        label: plan.title ?? plan.fileName,
      },
      { href: workUrl(id), label: label ?? say('work.title'), current: true },
    ],
    body: (
      <>
        {commitment === undefined ? null : (
          <CommitmentFacts
            visit={visit}
            item={commitment}
            targets={items.filter(({ kind }) => kind === 'target')}
            areas={areas}
            counts={counts.get(commitment.key)}
          />
        )}
        {commitment !== undefined && !counts.has(commitment.key) ? (
          <p class="hint">{say('commitment.by.none')}</p>
        ) : null}
        <TaskTable visit={visit} tasks={tasks} />
      </>
    ),
  };
});

function CommitmentFacts(props: {
  visit: Visit;
  item: IssuedItem;
  targets: readonly IssuedItem[];
  areas: readonly AreaRow[];
  counts: CommitmentProgress | undefined;
}) {
  const { visit, item, targets, areas, counts } = props;
  const say = planWords.in(visit.language);
  const fields = item.fields as CommitmentFields;
  const linked = targets.flatMap((target, index) =>
    fields.targets.includes(target.key)
      ? [
          <li>
            {labelOf(target, index)}: {titleOf(target)}
          </li>,
        ]
      : [],
  );
  return (
    <Facts
      facts={[
        { label: say('commitment.state'), value: <CommitmentStateTag visit={visit} counts={counts} /> },
        {
          label: say('field.area'),
          value: areas.find((area) => area.label === fields.area)?.area ?? fields.area,
        },
        ...(linked.length === 0
          ? []
          : [{ label: say('field.targets'), value: <ul class="plain-list">{linked}</ul> }]),
      ]}
    />
  );
}
