import { z } from 'zod';
import { defineAction } from '../../../platform/actions/action.ts';
import { recordReading as decide, type ReadingOutcome } from '../../domain/plan-decisions.ts';
import { planSubject } from '../../queries.ts';
import { reviewUrl } from '../../urls.ts';
import { ofPlan, onPlan } from './common.ts';

/** Records what the reader took from the file, or why it could not; the server does this for the uploader. */
export const recordReading = defineAction({
  name: 'plan.record-reading',
  path: '/plans/:plan/reading/outcome',
  internal: true,
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan.extend({ outcome: z.custom<ReadingOutcome>((value) => typeof value === 'object') }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { id, seq } = await onPlan(performing, input.plan, (state) => decide(state, input.outcome), false);
    return { id, seq };
  },
  next: (input) => reviewUrl(input.plan),
});
