import type { Slice } from '../platform/slice.ts';
import { reportActWords } from './act-words.ts';
import { answerReportChase, chaseReports } from './actions/chase.ts';
import { answerConcern, directConcern, dropConcern, raiseConcern } from './actions/concerns.ts';
import { compileReport, openReport, recallReport, writeReport } from './actions/draft.ts';
import { receiveReport, registerReport, sendReport } from './actions/register.ts';
import {
  agreeToReport,
  reviewReport,
  sendBackDraft,
  signReport,
  submitForSignature,
} from './actions/sign.ts';
import { confirmReport, sendBackReport, submitReport } from './actions/submit.ts';
import { dueReports } from './due-reports.ts';
import { reportLedger } from './ledger.ts';
import { concernList, reportTaskList } from './lists.tsx';
import { concernPage, concernsPage } from './pages/concern.tsx';
import { newReportChasePage } from './pages/new-chase.tsx';
import { reportPaperPage, reportPdfPage, reportWordPage } from './pages/paper.tsx';
import { periodPage } from './pages/period.tsx';
import { reportPage } from './pages/report.tsx';
import { planReportsPage, reportsPage } from './pages/reports.tsx';
import { reportTasksPage } from './pages/tasks.tsx';
import { reportGrants } from './policy.ts';
import { concernsUrl, reportsUrl } from './urls.ts';
import { reportWords } from './words.ts';

export const reports: Slice = {
  name: 'reports',
  words: [reportWords, reportActWords],
  grants: reportGrants,
  actions: [
    chaseReports,
    answerReportChase,
    openReport,
    writeReport,
    recallReport,
    compileReport,
    raiseConcern,
    dropConcern,
    directConcern,
    answerConcern,
    submitReport,
    confirmReport,
    sendBackReport,
    submitForSignature,
    reviewReport,
    agreeToReport,
    sendBackDraft,
    signReport,
    registerReport,
    sendReport,
    receiveReport,
  ],
  ledgers: [reportLedger],
  lists: [reportTaskList, concernList],
  reminders: [dueReports],
  pages: [
    newReportChasePage,
    reportsPage,
    planReportsPage,
    periodPage,
    reportPage,
    reportTasksPage,
    reportPaperPage,
    reportWordPage,
    reportPdfPage,
    concernsPage,
    concernPage,
  ],
  menu: [
    { group: 'reports', label: 'reports.menu', href: reportsUrl(), permission: 'report.read' },
    { group: 'reports', label: 'concerns.menu', href: concernsUrl(), permission: 'report.read' },
  ],
};
