import { citationAfterPlan } from './citation-after-plan.ts';
import { dataCutOff } from './data-cut-off.ts';
import { deadlineInThePast } from './deadline-in-the-past.ts';
import { dueBeforePlan } from './due-before-plan.ts';
import { dueOutsidePlanYear } from './due-outside-plan-year.ts';
import { inputAfterReport } from './input-after-report.ts';
import { inputOnReportDay } from './input-on-report-day.ts';
import { numberDateYear } from './number-date-year.ts';
import { requirementAgainstDue } from './requirement-against-due.ts';
import type { Rule } from './rule.ts';
import { sameActTwoNumbers } from './same-act-two-numbers.ts';
import { serialMissing } from './serial-missing.ts';
import { truncatedCell } from './truncated-cell.ts';

/** Every rule of the review, in the order in which a clerk goes through the points. */
export const RULES_IN_ORDER: readonly Rule[] = [
  citationAfterPlan,
  sameActTwoNumbers,
  numberDateYear,
  serialMissing,
  deadlineInThePast,
  requirementAgainstDue,
  dueBeforePlan,
  dueOutsidePlanYear,
  inputAfterReport,
  inputOnReportDay,
  dataCutOff,
  truncatedCell,
];
