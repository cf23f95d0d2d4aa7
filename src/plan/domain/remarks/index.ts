import type { Source } from '../../../pure/reading/text.ts';
import type { Remark } from '../read-plan.ts';
import { planContext, type UnreviewedPlan } from './plan-context.ts';
import { RULES_IN_ORDER } from './rules.ts';

/** The rules' catalogue: what the review page lists. */
export const RULES = RULES_IN_ORDER.map(({ id, severity, title }) => ({ id, severity, title }));

/**
 * Everything doubtful in a plan ("điểm cần rà soát"), by rule in the catalogue's order, then by place. A reader that has
 * the plan's working text hands it on, so that it is not made twice.
 */
export function findRemarks(plan: UnreviewedPlan, source?: Source): Remark[] {
  const context = planContext(plan, source);
  return RULES_IN_ORDER.flatMap((rule) =>
    rule.check(context).map(({ message, spans, severity }) => ({
      rule: rule.id,
      severity: severity ?? rule.severity,
      message,
      spans,
    })),
  );
}
