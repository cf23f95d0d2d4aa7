import type { Slice } from '../platform/slice.ts';
import { planActWords } from './act-words.ts';
import { abandonPlan, restorePlan } from './actions/plan/abandon.ts';
import { acknowledgePlan } from './actions/plan/acknowledge.ts';
import { abandonAmendment, amendPlan, openAmendment } from './actions/plan/amendment.ts';
import { ownPlanAreas, placePlanTasks } from './actions/plan/areas.ts';
import { answerChange } from './actions/plan/changes.ts';
import { answerComment, circulatePlan, closeCirculation, commentOnPlan } from './actions/plan/circulation.ts';
import { correctDocument } from './actions/plan/document.ts';
import { issuePlan } from './actions/plan/issue.ts';
import { addItem, correctItem, dropItem, restoreItem } from './actions/plan/items.ts';
import { measureTarget } from './actions/plan/measure-target.ts';
import { readAgain } from './actions/plan/read-again.ts';
import { recordReading } from './actions/plan/record-reading.ts';
import { settlePlanRecurrences } from './actions/plan/recurrences.ts';
import { answerRemark, putOffRemarks } from './actions/plan/remarks.ts';
import { stopReading } from './actions/plan/stop-reading.ts';
import { uploadPlan } from './actions/plan/upload.ts';
import { dueMilestones } from './due-milestones.ts';
import { planLedger } from './ledger.ts';
import { livingWords } from './living-words.ts';
import { nextYearWords } from './next-year-words.ts';
import { amendmentPage } from './pages/plan/amendment.tsx';
import { areasPage } from './pages/plan/areas.tsx';
import { circulationPage } from './pages/plan/circulation.tsx';
import { commentPage } from './pages/plan/comment.tsx';
import { planDocumentPage } from './pages/plan/document.tsx';
import { amendmentFilePage, planFilePage } from './pages/plan/file.ts';
import { issuePage } from './pages/plan/issue.tsx';
import { itemPage, newItemPage } from './pages/plan/item.tsx';
import { newPlanPage } from './pages/plan/new-plan.tsx';
import { nextYearPage } from './pages/plan/next-year.tsx';
import { nextYearPdfPage, nextYearWordPage } from './pages/plan/next-year-file.ts';
import { overviewPage } from './pages/plan/overview.tsx';
import { homePage, planPage, planTasksPage } from './pages/plan/plan.tsx';
import { plansPage } from './pages/plan/plans.tsx';
import { recipientsPage } from './pages/plan/recipients.tsx';
import { remarkPage } from './pages/plan/remark.tsx';
import { reviewPage } from './pages/plan/review.tsx';
import { targetMeasurePage } from './pages/plan/target-measure.tsx';
import { planUnitsPage } from './pages/plan/units.tsx';
import { versionsPage } from './pages/plan/versions.tsx';
import { workPage } from './pages/plan/work.tsx';
import { parentParts } from './parent-parts.ts';
import { planGrants } from './policy.ts';
import { readingJob } from './reading-job.ts';
import { recipientList } from './recipient-list.tsx';
import { rehearsedPages } from './rehearsed-pages.ts';
import { planSearch } from './search.ts';
import { taskParts } from './tasks.ts';
import { plansUrl } from './urls.ts';
import { planWords } from './words.ts';

export const plan: Slice = {
  name: 'plan',
  words: [planWords, planActWords, livingWords, nextYearWords, taskParts.words, parentParts.words],
  grants: [...planGrants, ...taskParts.grants],
  actions: [
    uploadPlan,
    readAgain,
    stopReading,
    recordReading,
    correctDocument,
    correctItem,
    addItem,
    dropItem,
    restoreItem,
    answerRemark,
    putOffRemarks,
    circulatePlan,
    closeCirculation,
    commentOnPlan,
    answerComment,
    issuePlan,
    acknowledgePlan,
    measureTarget,
    abandonPlan,
    restorePlan,
    openAmendment,
    answerChange,
    abandonAmendment,
    amendPlan,
    ownPlanAreas,
    placePlanTasks,
    settlePlanRecurrences,
    ...parentParts.actions,
    ...taskParts.actions,
  ],
  ledgers: [planLedger, ...taskParts.ledgers],
  lists: [recipientList, ...parentParts.lists, ...taskParts.lists],
  measures: [...taskParts.measures, ...parentParts.measures],
  search: planSearch,
  pages: [
    homePage,
    plansPage,
    newPlanPage,
    planPage,
    planTasksPage,
    targetMeasurePage,
    overviewPage,
    areasPage,
    workPage,
    reviewPage,
    itemPage,
    newItemPage,
    planDocumentPage,
    planUnitsPage,
    remarkPage,
    circulationPage,
    commentPage,
    issuePage,
    recipientsPage,
    versionsPage,
    amendmentPage,
    planFilePage,
    amendmentFilePage,
    nextYearPage,
    nextYearWordPage,
    nextYearPdfPage,
    ...parentParts.pages,
    ...taskParts.pages,
  ],
  menu: [
    ...taskParts.menu,
    { group: 'plan', label: 'plans.menu', href: plansUrl(), permission: 'plan.read' },
  ],
  jobs: [readingJob],
  reminders: [dueMilestones],
  rehearsed: rehearsedPages,
};
