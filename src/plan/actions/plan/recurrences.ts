import { z } from 'zod';
import { defineAction } from '../../../platform/actions/action.ts';
import { text } from '../../../platform/actions/fields.ts';
import { settleRecurrences } from '../../domain/next-year/decisions.ts';
import { FATES } from '../../domain/next-year/next-year.ts';
import { RECURRENCES } from '../../domain/next-year/recurrence.ts';
import { planSubject } from '../../queries.ts';
import { nextYearUrl } from '../../urls.ts';
import { ofPlan, onPlan } from './common.ts';

/** The drafters settle which tasks come again in next year's plan. */
export const settlePlanRecurrences = defineAction({
  name: 'task.settle',
  path: '/plans/:plan/recurrences',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan.extend({
    /** What the page was narrowed to, for the way back. */
    fate: z.enum(['', ...FATES], 'choose').default(''),
    tasks: z
      .array(z.object({ key: text(40), recurrence: z.enum(['', ...RECURRENCES], 'choose') }))
      .max(2000, 'too-many'),
  }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { id, seq } = await onPlan(performing, input.plan, (state) =>
      settleRecurrences(
        state,
        input.tasks.map(({ key, recurrence }) => ({
          key,
          recurrence: recurrence === '' ? null : recurrence,
        })),
      ),
    );
    return { id, seq };
  },
  next: (input) => nextYearUrl(input.plan, input.fate === '' ? '' : `?fate=${input.fate}`),
});
