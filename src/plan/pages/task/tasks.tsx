import { definePage } from '../../../platform/http/page.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { allTasks } from '../../task-lists.ts';
import { tasksUrl } from '../../task-urls.ts';
import { taskWords } from '../../task-words.ts';
import { readTasks, TaskTable } from './task-table.tsx';

/** Every task of every plan that one may see. */
export const tasksPage = definePage(tasksUrl(), async (visit) => {
  const tasks = await readTasks(visit, allTasks);
  if (isRefusal(tasks)) return tasks;
  return {
    title: taskWords.in(visit.language)('tasks.title'),
    width: 'wide',
    body: <TaskTable visit={visit} tasks={tasks} />,
  };
});
