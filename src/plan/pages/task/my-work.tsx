import { listUnits } from '../../../agencies/index.ts';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
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
  const first = wanted ?? 'mine';
  const read = await readTasks(visit, myTasks[first]);
  if (isRefusal(read)) return read;
  const lists: { whose: Whose; counts: TaskCounts }[] = [];
  for (const whose of shown)
    lists.push({
      whose,
      counts: whose === first ? read.counts : await countTasks(visit, myTasks[whose], read.page),
    });
  // Who holds nothing sees the first list that has something.
  const chosen = wanted ?? lists.find(({ counts }) => counts.all > 0)?.whose ?? first;
  const tasks = chosen === first ? read : await readTasks(visit, myTasks[chosen]);
  const late = lists.find(({ whose }) => whose === 'mine')?.counts.late ?? 0;
  const own = late > 0 ? say('my-work.title.late', { count: late }) : say('my-work.title');
  const waiting = lists.find(({ whose }) => whose === 'confirm')?.counts.all ?? 0;
  return {
    title: waiting > 0 ? say('my-work.title.waiting', { title: own, count: waiting }) : own,
    width: 'wide',
    body: (
      <>
        <Tabs
          label={say('my-work.tabs')}
          links={lists.map(({ whose, counts }) => ({
            href: myWorkUrl(whose),
            label: say(`my-work.${whose}`),
            count: counts.all,
            current: whose === chosen,
          }))}
        />
        <Chased visit={visit} />
        <TaskTable visit={visit} tasks={tasks} />
      </>
    ),
  };
});

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
