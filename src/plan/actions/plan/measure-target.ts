import { z } from 'zod';
import { defineAction } from '../../../platform/actions/action.ts';
import { optionalText } from '../../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { measureTarget as decide } from '../../domain/plan-decisions.ts';
import { planSubject } from '../../queries.ts';
import { planPartUrl } from '../../urls.ts';
import { ofPlan, onPlan } from './common.ts';

/** Says what a target of an issued plan is measured by, or why nothing measures it. */
export const measureTarget = defineAction({
  name: 'target.measure',
  path: '/plans/:plan/targets/:target/measure',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan.extend({
    target: z.string().max(40),
    measure: optionalText(80),
    reason: optionalText(400),
  }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, { plan, target, measure, reason }) {
    const chosen = performing.measures.find(({ id }) => id === measure) ?? null;
    if (measure !== null && chosen === null)
      throw new RefusalError(refuse('invalid:choose', {}, { field: 'measure' }));
    // Recipients acknowledge meanwhile; each target touches only itself.
    const { id, seq } = await onPlan(
      performing,
      plan,
      (state) => decide(state, { key: target, measure, reason }, chosen?.of !== undefined),
      false,
    );
    return { id, seq };
  },
  next: (input) => planPartUrl(input.plan, 'targets'),
});
