import { defineAction } from '../../../platform/actions/action.ts';
import { id, many } from '../../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { adopt, linkParent } from '../../domain/plan-decisions.ts';
import { countMappings, plansOfParent } from '../../parents.ts';
import { findPlan, planSubject } from '../../queries.ts';
import { parentUrl } from '../../urls.ts';
import { draftForDecision, ofPlan, onPlan } from '../plan/common.ts';

/** Takes in a plan of a higher agency, as parent of plans of our own: nothing is issued, and no task opens. */
export const adoptPlan = defineAction({
  name: 'plan.adopt',
  path: '/plans/:plan/adoption',
  permission: 'plan.issue',
  sees: 'plan.draft',
  input: ofPlan.extend({ plans: many(id()) }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { query } = performing;
    const row = await findPlan(query, input.plan);
    if (row === undefined) throw new RefusalError(refuse('missing:thing'));
    const draft = await draftForDecision(performing, input.plan);
    const ours = new Map((await plansOfParent(query, row.agencyId, 'any')).map((plan) => [plan.id, plan]));
    const { id, seq } = await onPlan(performing, input.plan, (plan) => adopt(plan, draft));
    for (const plan of [...new Set(input.plans)].sort()) {
      const own = ours.get(plan);
      if (own === undefined) throw new RefusalError(refuse('invalid:choose', {}, { field: 'plans' }));
      const mapped = await countMappings(query, own);
      await onPlan(performing, plan, (state) => linkParent(state, input.plan, mapped), false);
    }
    return { id, seq };
  },
  next: (input) => parentUrl(input.plan),
});
