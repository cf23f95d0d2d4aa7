import { defineAction } from '../../../platform/actions/action.ts';
import * as decide from '../../domain/plan-decisions.ts';
import { planSubject } from '../../queries.ts';
import { plansUrl, reviewUrl } from '../../urls.ts';
import { ofPlan, onPlan } from './common.ts';

/** A draft that will not be issued leaves the list of plans; nothing of it is deleted. */
export const abandonPlan = defineAction({
  name: 'plan.abandon',
  path: '/plans/:plan/abandonment',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan,
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { id, seq } = await onPlan(performing, input.plan, decide.abandon);
    return { id, seq };
  },
  next: () => plansUrl(),
});

/** An abandoned draft is taken up again where it was left. */
export const restorePlan = defineAction({
  name: 'plan.restore',
  path: '/plans/:plan/restoration',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan,
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { id, seq } = await onPlan(performing, input.plan, decide.restore);
    return { id, seq };
  },
  next: (input) => reviewUrl(input.plan),
});
