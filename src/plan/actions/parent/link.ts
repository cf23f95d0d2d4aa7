import { defineAction } from '../../../platform/actions/action.ts';
import { optionalId } from '../../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { linkParent } from '../../domain/plan-decisions.ts';
import { adoptedPlans, countMappings } from '../../parents.ts';
import { findPlan, planSubject } from '../../queries.ts';
import { parentUrl } from '../../urls.ts';
import { ofPlan, onPlan } from '../plan/common.ts';

/** Says which adopted plan one of ours carries out; none, while nothing is mapped. */
export const linkPlan = defineAction({
  name: 'plan.link-parent',
  path: '/plans/:plan/parent',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan.extend({ parent: optionalId() }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { query } = performing;
    const row = await findPlan(query, input.plan);
    if (row === undefined) throw new RefusalError(refuse('missing:thing'));
    const { parent } = input;
    if (parent !== null && !(await adoptedPlans(query, row.agencyId)).some((one) => one.id === parent))
      throw new RefusalError(refuse('invalid:choose', {}, { field: 'parent' }));
    const mapped = await countMappings(query, row);
    const { id, seq } = await onPlan(performing, input.plan, (state) => linkParent(state, parent, mapped));
    return { id, seq };
  },
  next: (input) => parentUrl(input.plan),
});
