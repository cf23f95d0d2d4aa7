import { defineAction } from '../../platform/actions/action.ts';
import { text } from '../../platform/actions/fields.ts';
import * as decide from '../domain/subplan-decisions.ts';
import { answersHere } from '../queries.ts';
import { subplanUrl } from '../urls.ts';
import { begun, judging, ofSubplan, onSubplan, owingOf } from './common.ts';

/** The Office confirms the plan of an affiliated agency. */
export const confirmSubplan = defineAction({
  name: 'subplan.confirm',
  path: '/plans/:plan/subplans/:recipient/:kind/confirmation',
  permission: 'subplan.judge',
  sees: 'subplan.read',
  input: ofSubplan,
  subject: judging,
  async perform(performing, input) {
    const owing = await owingOf(performing, input);
    return onSubplan(
      performing,
      owing,
      begun((state) => decide.confirm(state, answersHere(owing))),
    );
  },
  next: ({ plan, recipient, kind }) => subplanUrl(plan, recipient, kind),
});

/** The Office sends it back with a reason. */
export const sendBackSubplan = defineAction({
  name: 'subplan.send-back',
  path: '/plans/:plan/subplans/:recipient/:kind/sending-back',
  permission: 'subplan.judge',
  sees: 'subplan.read',
  input: ofSubplan.extend({ reason: text(2000) }),
  subject: judging,
  async perform(performing, input) {
    const owing = await owingOf(performing, input);
    return onSubplan(
      performing,
      owing,
      begun((state) => decide.sendBack(state, answersHere(owing), input.reason)),
    );
  },
  next: ({ plan, recipient, kind }) => subplanUrl(plan, recipient, kind),
});

/** The Office says something of it: all that it may do with the plan of a district office. */
export const commentOnSubplan = defineAction({
  name: 'subplan.comment',
  path: '/plans/:plan/subplans/:recipient/:kind/comments',
  permission: 'subplan.judge',
  sees: 'subplan.read',
  input: ofSubplan.extend({ text: text(4000) }),
  subject: judging,
  perform: async (performing, input) =>
    onSubplan(
      performing,
      await owingOf(performing, input),
      begun((state) => decide.comment(state, input.text)),
      false,
    ),
  next: ({ plan, recipient, kind }) => subplanUrl(plan, recipient, kind),
});
