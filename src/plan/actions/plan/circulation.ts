import { defineAction } from '../../../platform/actions/action.ts';
import { civilDay, optionalText, text } from '../../../platform/actions/fields.ts';
import * as decide from '../../domain/plan-decisions.ts';
import { planSubject } from '../../queries.ts';
import { circulationUrl } from '../../urls.ts';
import { ofPlan, onPlan } from './common.ts';

/** Sends a draft round to the divisions for comments before it is signed. */
export const circulatePlan = defineAction({
  name: 'plan.circulate',
  path: '/plans/:plan/circulation',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan.extend({ until: civilDay() }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { id, seq } = await onPlan(performing, input.plan, (state) =>
      decide.circulate(state, input.until, performing.clock.today()),
    );
    return { id, seq };
  },
  next: (input) => circulationUrl(input.plan),
});

export const closeCirculation = defineAction({
  name: 'plan.close-circulation',
  path: '/plans/:plan/circulation/end',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan,
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { id, seq } = await onPlan(performing, input.plan, decide.closeCirculation);
    return { id, seq };
  },
  next: (input) => circulationUrl(input.plan),
});

/** A division says what it thinks of the draft. Comments never conflict with one another. */
export const commentOnPlan = defineAction({
  name: 'plan.comment',
  path: '/plans/:plan/comments',
  permission: 'plan.comment',
  sees: 'plan.comment',
  input: ofPlan.extend({ item: optionalText(40), text: text(4000) }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { actor, post } = performing;
    const said = { unitId: post.unitId, accountId: actor.accountId, item: input.item, text: input.text };
    const { id, seq } = await onPlan(performing, input.plan, (state) => decide.comment(state, said), false);
    return { id, seq };
  },
  next: (input) => circulationUrl(input.plan),
});
