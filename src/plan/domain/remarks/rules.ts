import { appendixReference } from './appendix-reference.ts';
import { bareCitation } from './bare-citation.ts';
import { citationAfterPlan } from './citation-after-plan.ts';
import { citationIssuerMissing } from './citation-issuer-missing.ts';
import { commitmentWithoutTask } from './commitment-without-task.ts';
import { continuousAgainstDue } from './continuous-against-due.ts';
import { dataCutOff } from './data-cut-off.ts';
import { deadlineInThePast } from './deadline-in-the-past.ts';
import { doubledWord } from './doubled-word.ts';
import { dueBeforePlan } from './due-before-plan.ts';
import { dueDayOff } from './due-day-off.ts';
import { dueForm } from './due-form.ts';
import { dueNearIssue } from './due-near-issue.ts';
import { dueNotUnderstood } from './due-not-understood.ts';
import { dueOutsidePlanYear } from './due-outside-plan-year.ts';
import { duplicateBullet } from './duplicate-bullet.ts';
import { duplicateRequirement } from './duplicate-requirement.ts';
import { ellipticalCitation } from './elliptical-citation.ts';
import { frequencyAgainstDue } from './frequency-against-due.ts';
import { governmentResolutionYear } from './government-resolution-year.ts';
import { hostedDeliverable } from './hosted-deliverable.ts';
import { impossibleDate } from './impossible-date.ts';
import { inputAfterReport } from './input-after-report.ts';
import { inputOnReportDay } from './input-on-report-day.ts';
import { loadPeak } from './load-peak.ts';
import { markupResidue } from './markup-residue.ts';
import { milestoneOrder } from './milestone-order.ts';
import { missingCells } from './missing-cells.ts';
import { missingWord } from './missing-word.ts';
import { mixedTargets } from './mixed-targets.ts';
import { numberDateYear } from './number-date-year.ts';
import { numbering } from './numbering.ts';
import { overlappingReports } from './overlapping-reports.ts';
import { pageBreakSplit } from './page-break-split.ts';
import { partySymbolForm } from './party-symbol-form.ts';
import { recipientMissing } from './recipient-missing.ts';
import { reportBeforePeriodEnd } from './report-before-period-end.ts';
import { requirementAgainstDue } from './requirement-against-due.ts';
import { requirementOfAnotherTask } from './requirement-of-another-task.ts';
import type { Rule } from './rule.ts';
import { sameActTwoDates } from './same-act-two-dates.ts';
import { sameActTwoNumbers } from './same-act-two-numbers.ts';
import { scanError } from './scan-error.ts';
import { scoringAsRequirement } from './scoring-as-requirement.ts';
import { serialMissing } from './serial-missing.ts';
import { severalDueRules } from './several-due-rules.ts';
import { signatureWithoutPost } from './signature-without-post.ts';
import { spellingVariants } from './spelling-variants.ts';
import { staleBasis } from './stale-basis.ts';
import { staleLetter } from './stale-letter.ts';
import { supersededStandard } from './superseded-standard.ts';
import { symbolAgainstIssuer } from './symbol-against-issuer.ts';
import { symbolSpacing } from './symbol-spacing.ts';
import { targetWithoutTask } from './target-without-task.ts';
import { truncatedCell } from './truncated-cell.ts';
import { typeWordAgainstSymbol } from './type-word-against-symbol.ts';
import { unbalancedBrackets } from './unbalanced-brackets.ts';
import { undatedCitation } from './undated-citation.ts';
import { unitDutyMismatch } from './unit-duty-mismatch.ts';
import { unitNameUnmatched } from './unit-name-unmatched.ts';
import { unitWithoutTask } from './unit-without-task.ts';
import { unmeasurableTarget } from './unmeasurable-target.ts';
import { yearInferred } from './year-inferred.ts';
import { yearlyResultEarly } from './yearly-result-early.ts';

/** Every rule of the review, errors first, then what may be wrong, then what is only worth knowing. */
export const RULES_IN_ORDER: readonly Rule[] = [
  citationAfterPlan,
  sameActTwoNumbers,
  sameActTwoDates,
  numberDateYear,
  serialMissing,
  impossibleDate,
  appendixReference,
  deadlineInThePast,
  requirementAgainstDue,
  dueBeforePlan,
  dueOutsidePlanYear,
  inputAfterReport,
  inputOnReportDay,
  dataCutOff,
  truncatedCell,
  typeWordAgainstSymbol,
  symbolAgainstIssuer,
  bareCitation,
  staleBasis,
  severalDueRules,
  dueNotUnderstood,
  dueDayOff,
  milestoneOrder,
  unbalancedBrackets,
  missingWord,
  missingCells,
  requirementOfAnotherTask,
  unitNameUnmatched,
  unitDutyMismatch,
  targetWithoutTask,
  undatedCitation,
  citationIssuerMissing,
  ellipticalCitation,
  partySymbolForm,
  governmentResolutionYear,
  symbolSpacing,
  staleLetter,
  supersededStandard,
  reportBeforePeriodEnd,
  dueNearIssue,
  dueForm,
  yearInferred,
  continuousAgainstDue,
  yearlyResultEarly,
  overlappingReports,
  frequencyAgainstDue,
  loadPeak,
  duplicateRequirement,
  scoringAsRequirement,
  hostedDeliverable,
  commitmentWithoutTask,
  unitWithoutTask,
  unmeasurableTarget,
  mixedTargets,
  scanError,
  doubledWord,
  pageBreakSplit,
  markupResidue,
  numbering,
  spellingVariants,
  signatureWithoutPost,
  recipientMissing,
  duplicateBullet,
];
