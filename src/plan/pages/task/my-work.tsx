import { listUnits } from '../../../agencies/index.ts';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { readRequest } from '../../../platform/lists/index.ts';
import { isRefusal, refuse } from '../../../platform/refusal.ts';
import { Notice, Tabs } from '../../../platform/view/index.ts';
import { unansweredChases } from '../../chases.ts';
import { myTasks, WHOSE, type Whose } from '../../task-lists.ts';
import { confirmSubject, judgeOf } from '../../task-rights.ts';
import { myWorkUrl, taskUrl } from '../../task-urls.ts';
import { taskWords } from '../../task-words.ts';
import { countTasks, readTasks, type TaskCounts, TaskTable } from './task-table.tsx';

/** What somebody has to do, by due day. */
export const myWorkPage = definePage(myWorkUrl(), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = taskWords.in(visit.language);
  const shown = await listsOf(visit);
  const wanted = shown.find((whose) => whose === visit.url.searchParams.get('whose'));
  const { chosen, tasks, counts } = await readChosen(visit, shown, wanted);
  if (isRefusal(tasks)) return tasks;
  const late = counts.get('mine')?.late ?? 0;
  const own = late > 0 ? say('my-work.title.late', { count: late }) : say('my-work.title');
  const waiting = counts.get('confirm')?.all ?? 0;
  return {
    title: waiting > 0 ? say('my-work.title.waiting', { title: own, count: waiting }) : own,
    width: 'wide',
    body: (
      <>
        <Tabs
          label={say('my-work.tabs')}
          links={shown.map((whose) => ({
            href: myWorkUrl(whose),
            label: say(`my-work.${whose}`),
            count: counts.get(whose)?.all ?? 0,
            current: whose === chosen,
          }))}
        />
        <Chased visit={visit} />
        <TaskTable visit={visit} tasks={tasks} />
      </>
    ),
  };
});

/** The list that is asked for, or else the first that has something, with its counts; of the others what their tabs say. */
async function readChosen(visit: Visit, shown: readonly Whose[], wanted: Whose | undefined) {
  const counts = new Map<Whose, Pick<TaskCounts, 'all' | 'late'>>();
  let chosen = wanted ?? (await startOf(visit, shown));
  let tasks = await readTasks(visit, myTasks[chosen]);
  for (const whose of shown.slice(shown.indexOf(chosen) + 1)) {
    if (wanted !== undefined || isRefusal(tasks) || tasks.counts.all > 0) break;
    const next = await readTasks(visit, myTasks[whose]);
    if (!isRefusal(next) && next.counts.all > 0) [chosen, tasks] = [whose, next];
  }
  if (isRefusal(tasks)) return { chosen, tasks, counts };
  for (const whose of shown)
    counts.set(
      whose,
      whose === chosen ? tasks.counts : await countTasks(visit, myTasks[whose], tasks.page, ['late']),
    );
  return { chosen, tasks, counts };
}

/** Who holds nothing sees what their units lead. */
async function startOf(visit: Visit, shown: readonly Whose[]): Promise<Whose> {
  const request = readRequest(myTasks.mine, visit.url.searchParams);
  if (isRefusal(request)) return 'mine';
  const { all } = await countTasks(visit, myTasks.mine, { request }, []);
  return all > 0 ? 'mine' : (shown[1] ?? 'mine');
}

/** Tasks on which one's unit was chased and has not answered. */
async function Chased({ visit }: { visit: Visit }) {
  const chased = await visit.read('task.read', (query) => unansweredChases(query, visit.actor));
  if (chased.length === 0) return null;
  return (
    <Notice tone="warning" title={taskWords.in(visit.language)('my-work.chased', { count: chased.length })}>
      <ul>
        {chased.map((task) => (
          <li>
            <a href={taskUrl(task.taskId)}>
              {task.no}. {task.title}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The lists that concern the visitor, by the posts held and stood in for. */
async function listsOf(visit: Visit): Promise<Whose[]> {
  const { actor } = visit;
  const units = await visit.read('task.read', (query) => listUnits(query, actor.agencyId));
  const offices = units.filter((unit) => unit.kind === 'office').map((unit) => unit.id);
  const ofOffice = { agencyId: actor.agencyId, leadUnits: offices, assignees: [] };
  const shown: Record<Whose, boolean> = {
    mine: true,
    unit: judgeOf(actor, actor.agencyId).units.length > 0,
    confirm: visit.may('task.confirm', confirmSubject(ofOffice, units, actor)).allowed,
  };
  return WHOSE.filter((whose) => shown[whose]);
}
