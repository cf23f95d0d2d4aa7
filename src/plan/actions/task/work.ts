import { defineAction } from '../../../platform/actions/action.ts';
import { civilDay, optionalText, text } from '../../../platform/actions/fields.ts';
import * as decide from '../../domain/task-decisions.ts';
import { taskUrl } from '../../task-urls.ts';
import { ofTask, onTask, taskWork } from './common.ts';

/** Who holds the task, or the head, says that work has begun. */
export const startTask = defineAction({
  name: 'task.start',
  path: '/tasks/:task/start',
  permission: 'task.work',
  sees: 'task.read',
  input: ofTask,
  subject: (query, input) => taskWork(query, input.task),
  perform: (performing, input) => onTask(performing, input.task, decide.start),
  next: (input) => taskUrl(input.task),
});

/** When whoever works on it expects it to be done. */
export const expectTask = defineAction({
  name: 'task.expect',
  path: '/tasks/:task/expectation',
  permission: 'task.work',
  sees: 'task.read',
  input: ofTask.extend({ day: civilDay(), note: optionalText(2000) }),
  subject: (query, input) => taskWork(query, input.task),
  perform: (performing, input) =>
    onTask(performing, input.task, (state) =>
      decide.expect(state, input.day, input.note, performing.clock.today()),
    ),
  next: (input) => taskUrl(input.task),
});

/** How far the work has come, in words. */
export const recordProgress = defineAction({
  name: 'task.record-progress',
  path: '/tasks/:task/progress',
  permission: 'task.work',
  sees: 'task.read',
  input: ofTask.extend({ note: text(2000) }),
  subject: (query, input) => taskWork(query, input.task),
  perform: (performing, input) =>
    onTask(performing, input.task, (state) => decide.progress(state, input.note)),
  next: (input) => taskUrl(input.task),
});
