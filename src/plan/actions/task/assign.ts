import { listPeopleOfUnits } from '../../../people/index.ts';
import { defineAction } from '../../../platform/actions/action.ts';
import { id } from '../../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import * as decide from '../../domain/task-decisions.ts';
import { unitsToAssignIn } from '../../task-rights.ts';
import { findTask, rightsOf } from '../../task-state.ts';
import { taskUrl } from '../../task-urls.ts';
import { ofTask, onTask, taskWork } from './common.ts';

/** The head of a lead unit gives a task to a person of that unit. */
export const assignTask = defineAction({
  name: 'task.assign',
  path: '/tasks/:task/assignment',
  permission: 'task.assign',
  sees: 'task.read',
  input: ofTask.extend({ person: id() }),
  subject: (query, input) => taskWork(query, input.task),
  async perform(performing, input) {
    const { query, actor, clock } = performing;
    const task = await findTask(query, input.task);
    if (task === undefined) throw new RefusalError(refuse('missing:thing'));
    const units = unitsToAssignIn(actor, rightsOf(task));
    const people = await listPeopleOfUnits(query, task.agencyId, units, clock.today());
    const person = people.find((one) => one.id === input.person);
    if (person === undefined)
      throw new RefusalError(refuse('invalid:person-not-of-unit', {}, { field: 'person' }));
    return onTask(performing, input.task, (state) => decide.assign(state, person.unitId, person.id));
  },
  next: (input) => taskUrl(input.task),
});
