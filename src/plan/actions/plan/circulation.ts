import { z } from 'zod';
import { defineAction } from '../../../platform/actions/action.ts';
import { civilDay, oneOf, optionalText, text } from '../../../platform/actions/fields.ts';
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

/** The drafters say what they made of a comment: taken into account, or not and why. */
export const answerComment = defineAction({
  name: 'plan_comment.answer',
  path: '/plans/:plan/comments/:comment/answer',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan.extend({
    comment: z.coerce.number('number').int('number'),
    taken: oneOf(['yes', 'no']),
    answer: optionalText(2000),
  }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    // Comments are answered one by one while rows are corrected elsewhere; they touch nothing but themselves.
    const { id, seq } = await onPlan(
      performing,
      input.plan,
      (state) => decide.answerComment(state, input.comment, input.taken === 'yes', input.answer),
      false,
    );
    return { id, seq };
  },
  next: (input) => `${circulationUrl(input.plan)}#comment-${input.comment}`,
});
