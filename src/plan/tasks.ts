import { assignTask } from './actions/task/assign.ts';
import { answerChase, sendChases } from './actions/task/chase.ts';
import { confirmMilestone, reopenMilestone, sendBackMilestone } from './actions/task/confirm.ts';
import { submitMilestone } from './actions/task/submit.ts';
import { useEvidence } from './actions/task/use-evidence.ts';
import { expectTask, recordProgress, startTask } from './actions/task/work.ts';
import { chaseList } from './chases.ts';
import { dutyMeasures, taskMeasures } from './measures.ts';
import { chasesPage } from './pages/task/chases.tsx';
import { evidencePage } from './pages/task/evidence.tsx';
import { evidenceFilePage } from './pages/task/evidence-file.ts';
import { existingEvidencePage } from './pages/task/existing-evidence.tsx';
import { myWorkPage } from './pages/task/my-work.tsx';
import { newChasePage } from './pages/task/new-chase.tsx';
import { submissionPage } from './pages/task/submission.tsx';
import { taskPage } from './pages/task/task.tsx';
import { tasksPage } from './pages/task/tasks.tsx';
import { taskLedger } from './task-ledger.ts';
import { allTasks, myTasks, planDuties, planTasks, planWork } from './task-lists.ts';
import { taskGrants } from './task-policy.ts';
import { myWorkUrl } from './task-urls.ts';
import { taskWords } from './task-words.ts';

/** What the plan slice holds of tasks. */
export const taskParts = {
  words: taskWords,
  grants: taskGrants,
  actions: [
    assignTask,
    startTask,
    recordProgress,
    expectTask,
    submitMilestone,
    useEvidence,
    confirmMilestone,
    sendBackMilestone,
    reopenMilestone,
    sendChases,
    answerChase,
  ],
  ledgers: [taskLedger],
  lists: [allTasks, planTasks, planDuties, planWork, chaseList, ...Object.values(myTasks)],
  measures: [...taskMeasures, ...dutyMeasures],
  pages: [
    myWorkPage,
    tasksPage,
    newChasePage,
    chasesPage,
    taskPage,
    submissionPage,
    existingEvidencePage,
    evidencePage,
    evidenceFilePage,
  ],
  menu: [{ group: 'day' as const, label: 'my-work.menu', href: myWorkUrl(), permission: 'task.work' }],
};
