import { defineAction } from '../../../platform/actions/action.ts';
import { askReading } from '../../domain/plan-decisions.ts';
import { planSubject } from '../../queries.ts';
import { reviewUrl } from '../../urls.ts';
import { ofPlan, onPlan } from './common.ts';

/** Reads the kept file once more. */
export const readAgain = defineAction({
  name: 'plan.read-again',
  path: '/plans/:plan/reading',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan,
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { id, seq } = await onPlan(performing, input.plan, askReading);
    return { id, seq };
  },
  next: (input) => reviewUrl(input.plan),
});
