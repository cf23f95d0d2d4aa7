import { defineAction } from '../../../platform/actions/action.ts';
import { text } from '../../../platform/actions/fields.ts';
import * as decide from '../../domain/task-decisions.ts';
import { milestoneUrl } from '../../task-urls.ts';
import { ofMilestone, onTask, taskConfirmation } from './common.ts';

/** The Office finds that the evidence proves the milestone. */
export const confirmMilestone = defineAction({
  name: 'milestone.confirm',
  path: '/tasks/:task/milestones/:milestone/confirmation',
  permission: 'task.confirm',
  sees: 'task.read',
  input: ofMilestone,
  subject: (query, input, actor) => taskConfirmation(query, input.task, actor),
  perform: (performing, input) =>
    onTask(performing, input.task, (state, judge) => decide.confirm(state, input.milestone, judge)),
  next: (input) => milestoneUrl(input.task, input.milestone),
});

/** The Office sends evidence back with a reason. */
export const sendBackMilestone = defineAction({
  name: 'milestone.send-back',
  path: '/tasks/:task/milestones/:milestone/sending-back',
  permission: 'task.confirm',
  sees: 'task.read',
  input: ofMilestone.extend({ reason: text(2000) }),
  subject: (query, input, actor) => taskConfirmation(query, input.task, actor),
  perform: (performing, input) =>
    onTask(performing, input.task, (state, judge) =>
      decide.sendBack(state, input.milestone, input.reason, judge),
    ),
  next: (input) => milestoneUrl(input.task, input.milestone),
});

/** A confirmation that proved wrong is undone with a reason. */
export const reopenMilestone = defineAction({
  name: 'milestone.reopen',
  path: '/tasks/:task/milestones/:milestone/reopening',
  permission: 'task.confirm',
  sees: 'task.read',
  input: ofMilestone.extend({ reason: text(2000) }),
  subject: (query, input, actor) => taskConfirmation(query, input.task, actor),
  perform: (performing, input) =>
    onTask(performing, input.task, (state, judge) =>
      decide.reopen(state, input.milestone, input.reason, judge),
    ),
  next: (input) => milestoneUrl(input.task, input.milestone),
});
