import type { Severity, Span } from '../read-plan.ts';
import type { PlanContext } from './plan-context.ts';

/** A remark as its rule makes it; the rule's name is put to it afterwards. */
export interface RuleRemark {
  /** A Vietnamese sentence that a clerk understands: which task, what is doubtful, what to check. */
  message: string;
  /** The words concerned, made by {@link PlanContext.source}, so that none is longer than a remark may carry. */
  spans: Span[];
  /** Where this remark weighs otherwise than its rule. */
  severity?: Severity;
}

/** A named rule of the review: looks at what was read and says what is doubtful. Pure, linear or n log n. */
export interface Rule {
  /** Kebab-case, the name of the rule's file; published in `remarks[].rule`, so never renamed. */
  id: string;
  severity: Severity;
  /** Vietnamese name in the catalogue of the review page. */
  title: string;
  check(context: PlanContext): RuleRemark[];
}
