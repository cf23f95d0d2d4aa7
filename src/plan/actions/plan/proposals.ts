import { z } from 'zod';
import { defineAction } from '../../../platform/actions/action.ts';
import { oneOf } from '../../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { proposalsOf } from '../../domain/amending.ts';
import { versionInForce } from '../../domain/plan.ts';
import { answerProposal as decide } from '../../domain/plan-decisions.ts';
import { findPlanState, planSubject } from '../../queries.ts';
import { loadReading } from '../../readings.ts';
import { amendmentUrl } from '../../urls.ts';
import { ofPlan, onPlan } from './common.ts';

/** Makes what the amending plan's file proposes part of the plan, or does not. */
export const answerProposal = defineAction({
  name: 'plan_proposal.answer',
  path: '/plans/:plan/amendment/proposals/:proposal/answer',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan.extend({ proposal: z.string().max(60), answer: oneOf(['accepted', 'declined']) }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const found = await findPlanState(performing.query, input.plan);
    const before = found && versionInForce(found.state);
    const sha256 = found?.state.amendment?.reading;
    if (before === undefined || !sha256) throw new RefusalError(refuse('missing:thing'));
    const proposals = proposalsOf(await loadReading(performing.files, sha256), before.items);
    const { id, seq } = await onPlan(performing, input.plan, (state) =>
      decide(state, proposals, input.proposal, input.answer),
    );
    return { id, seq };
  },
  next: (input) => amendmentUrl(input.plan),
});
