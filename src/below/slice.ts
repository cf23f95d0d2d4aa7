import type { Slice } from '../platform/slice.ts';
import { chaseSubplans } from './actions/chase.ts';
import { commentOnSubplan, confirmSubplan, sendBackSubplan } from './actions/judge.ts';
import { answerSubplanChase, saveSubplan, withdrawSubplan } from './actions/keep.ts';
import { recordAgencyLeadership } from './actions/record-leadership.ts';
import { dueSubplans } from './due-subplans.ts';
import { leadershipList } from './leadership-list.tsx';
import { leadershipLedger, subplanLedger } from './ledger.ts';
import { leadershipMeasures, subplanMeasures } from './measures.ts';
import { leadershipFilePage, leadershipPage, leadershipsPage } from './pages/leadership.tsx';
import { mySubplansPage, owedNotice } from './pages/my-subplans.tsx';
import { newSubplanChasePage } from './pages/new-chase.tsx';
import { subplanFilePage, subplanPaperPage, subplanPdfPage, subplanWordPage } from './pages/paper.tsx';
import { subplanPage } from './pages/subplan.tsx';
import { subplansPage } from './pages/subplans.tsx';
import { belowGrants } from './policy.ts';
import { subplanList } from './subplan-list.tsx';
import { leadershipsUrl, mySubplansUrl } from './urls.ts';
import { belowWords } from './words.ts';

export const below: Slice = {
  name: 'below',
  words: [belowWords],
  grants: belowGrants,
  actions: [
    saveSubplan,
    withdrawSubplan,
    answerSubplanChase,
    confirmSubplan,
    sendBackSubplan,
    commentOnSubplan,
    chaseSubplans,
    recordAgencyLeadership,
  ],
  ledgers: [subplanLedger, leadershipLedger],
  firstPage: owedNotice,
  reminders: [dueSubplans],
  lists: [subplanList, leadershipList],
  measures: [...subplanMeasures, ...leadershipMeasures],
  pages: [
    mySubplansPage,
    subplansPage,
    newSubplanChasePage,
    subplanPage,
    subplanPaperPage,
    subplanWordPage,
    subplanPdfPage,
    subplanFilePage,
    leadershipsPage,
    leadershipPage,
    leadershipFilePage,
  ],
  menu: [
    { group: 'plan', label: 'my-subplans.menu', href: mySubplansUrl(), permission: 'subplan.keep' },
    {
      group: 'organisation',
      label: 'leadership.menu',
      href: leadershipsUrl(),
      permission: 'leadership.read',
    },
  ],
};
