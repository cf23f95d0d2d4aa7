import { z } from 'zod';
import { defineAction } from '../../../platform/actions/action.ts';
import { oneOf } from '../../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { proposedChanges } from '../../domain/amending.ts';
import { versionInForce } from '../../domain/plan.ts';
import { answerChange as decide } from '../../domain/plan-decisions.ts';
import { findPlanState, planSubject } from '../../queries.ts';
import { loadReading } from '../../readings.ts';
import { amendmentUrl } from '../../urls.ts';
import { ofPlan, onPlan } from './common.ts';

/** Makes what the amending plan's file proposes part of the plan, or does not. */
export const answerChange = defineAction({
  name: 'plan_change.answer',
  path: '/plans/:plan/amendment/changes/:change/answer',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan.extend({ change: z.string().max(60), answer: oneOf(['accepted', 'declined']) }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const found = await findPlanState(performing.query, input.plan);
    const before = found && versionInForce(found.state);
    const sha256 = found?.state.amendment?.reading;
    if (before === undefined || !sha256) throw new RefusalError(refuse('missing:thing'));
    const changes = proposedChanges(await loadReading(performing.files, sha256), before.items);
    const { id, seq } = await onPlan(performing, input.plan, (state) =>
      decide(state, changes, input.change, input.answer),
    );
    return { id, seq };
  },
  next: (input) => amendmentUrl(input.plan),
});
