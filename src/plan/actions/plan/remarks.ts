import { z } from 'zod';
import { defineAction } from '../../../platform/actions/action.ts';
import { oneOf, optionalText } from '../../../platform/actions/fields.ts';
import { ANSWERS } from '../../domain/draft.ts';
import * as decide from '../../domain/plan-decisions.ts';
import { filterQuery, nextOpen, readFilter } from '../../domain/remark-filter.ts';
import { planSubject } from '../../queries.ts';
import { remarksUrl, remarkUrl } from '../../urls.ts';
import { draftForDecision, ofPlan, onPlan } from './common.ts';

/** How the remarks were narrowed where the answer was given, so that one goes on in the same list. */
const filter = z
  .string()
  .max(80)
  .default('')
  .transform((typed) => readFilter(new URLSearchParams(typed)));

/** Answers a doubtful point: corrected with a note, accepted with a reason, or put off. */
export const answerRemark = defineAction({
  name: 'plan_remark.answer',
  path: '/plans/:plan/remarks/:remark/answer',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan.extend({
    remark: z.string().max(200),
    answer: oneOf(ANSWERS),
    note: optionalText(1000),
    filter,
    go: z.enum(['next', 'list']).default('list'),
  }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const draft = await draftForDecision(performing, input.plan);
    // Remarks are answered one by one while rows are corrected elsewhere; they touch nothing but themselves.
    const { id, seq } = await onPlan(
      performing,
      input.plan,
      (state) => decide.answerRemark(state, draft, input.remark, input.answer, input.note),
      false,
    );
    const at = draft.remarks.findIndex((one) => one.key === input.remark);
    const next = nextOpen(draft.remarks, at, input.filter);
    return { id, seq, at: next < 0 ? at : next, next: draft.remarks[next]?.key ?? null };
  },
  next: (input, { at, next }) => {
    const narrowed = filterQuery(input.filter);
    return input.go === 'next' && next !== null
      ? remarkUrl(input.plan, next, narrowed)
      : remarksUrl(input.plan, narrowed, at);
  },
});

/** Puts off every open remark that is only worth knowing, in one go. */
export const putOffRemarks = defineAction({
  name: 'plan_remark.put-off',
  path: '/plans/:plan/remarks/putting-off',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan.extend({ filter }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const draft = await draftForDecision(performing, input.plan);
    const { id, seq } = await onPlan(
      performing,
      input.plan,
      (state) => decide.putOffRemarks(state, draft),
      false,
    );
    return { id, seq };
  },
  next: (input) => remarksUrl(input.plan, filterQuery(input.filter)),
});
