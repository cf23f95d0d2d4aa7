import { defineAction } from '../../../platform/actions/action.ts';
import { recordReading } from '../../domain/plan-decisions.ts';
import { planSubject } from '../../queries.ts';
import { reviewUrl } from '../../urls.ts';
import { ofPlan, onPlan } from './common.ts';

/** Stops a reading under way; the file stays, and can be read again. */
export const stopReading = defineAction({
  name: 'plan.stop-reading',
  path: '/plans/:plan/reading/stop',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan,
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { id, seq } = await onPlan(performing, input.plan, (state) =>
      recordReading(state, { code: 'aborted', params: {} }),
    );
    return { id, seq };
  },
  next: (input) => reviewUrl(input.plan),
});
