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
import { readTasks, TaskTable } from './task-table.tsx';

/** What somebody has to do, by due day. */
export const myWorkPage = definePage(myWorkUrl(), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = taskWords.in(visit.language);
  const lists = [];
  for (const whose of await listsOf(visit)) {
    const tasks = await readTasks(visit, myTasks[whose]);
    if (isRefusal(tasks)) return tasks;
    lists.push({ whose, tasks });
  }
  const chosen =
    lists.find(({ whose }) => whose === visit.url.searchParams.get('whose')) ??
    lists.find(({ tasks }) => tasks.counts.all > 0) ??
    lists[0];
  if (chosen === undefined) return refuse('missing:thing');
  const late = lists.find(({ whose }) => whose === 'mine')?.tasks.counts.late ?? 0;
  const own = late > 0 ? say('my-work.title.late', { count: late }) : say('my-work.title');
  const waiting = lists.find(({ whose }) => whose === 'confirm')?.tasks.counts.all ?? 0;
  return {
    title: waiting > 0 ? say('my-work.title.waiting', { title: own, count: waiting }) : own,
    width: 'wide',
    body: (
      <>
        <Tabs
          label={say('my-work.tabs')}
          links={lists.map(({ whose, tasks }) => ({
            href: myWorkUrl(whose),
            label: say(`my-work.${whose}`),
            count: tasks.counts.all,
            current: whose === chosen.whose,
          }))}
        />
        <Chased visit={visit} />
        <TaskTable visit={visit} tasks={chosen.tasks} />
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
