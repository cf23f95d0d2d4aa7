import { listPage } from '../platform/lists/index.ts';
import type { Slice } from '../platform/slice.ts';
import { apologise } from './actions/apologise.ts';
import { assignDossier, takeDossier } from './actions/assign.ts';
import { correctDossier } from './actions/correct.ts';
import { stopDossier, withdrawDossier } from './actions/end.ts';
import { finishDossier, returnResult } from './actions/finish.ts';
import { confirmHandOver, declineHandOver, handOverDossier } from './actions/hand-over.ts';
import { mirrorDossiers } from './actions/mirror.ts';
import { answerOpinion, askOpinion } from './actions/opinion.ts';
import { refuseDossier } from './actions/refuse.ts';
import { saveDesk } from './actions/save-desk.ts';
import {
  agreeToResult,
  declineToSign,
  proposeResult,
  sendBackProposal,
  signResult,
} from './actions/settle.ts';
import { assignSeveral, confirmSeveral, handOverSeveral } from './actions/several.ts';
import { acceptDossier, submitDossier } from './actions/submit.ts';
import {
  receiveCompletion,
  receiveSupplement,
  requestCompletion,
  requestSupplement,
} from './actions/supplement.ts';
import { resumeDossier, suspendDossier } from './actions/suspend.ts';
import { appointedDossiers } from './appointed-source.ts';
import { dossierList } from './dossier-list.tsx';
import { dossierLedger } from './ledger.ts';
import { makeDossierYears } from './make-years.ts';
import { dossierDeadlinePage } from './pages/deadline.tsx';
import { deskPage, ownDeskPage } from './pages/desk.tsx';
import { dossierPage } from './pages/dossier.tsx';
import { dossierFilePage } from './pages/file.ts';
import { dossierFormPage, dossierWordFormPage } from './pages/form.ts';
import { handOverListPage } from './pages/hand-over-list.tsx';
import { newDossierPage } from './pages/new-dossier.tsx';
import { queuePage } from './pages/queue.tsx';
import { dossierGrants } from './policy.ts';
import { dossiersUrl, newDossierUrl, ownDeskUrl, queueUrl } from './urls.ts';
import { dossierWords } from './words.ts';

export const dossiers: Slice = {
  name: 'dossiers',
  words: [dossierWords],
  grants: dossierGrants,
  actions: [
    submitDossier,
    acceptDossier,
    refuseDossier,
    requestCompletion,
    receiveCompletion,
    handOverDossier,
    confirmHandOver,
    declineHandOver,
    handOverSeveral,
    confirmSeveral,
    assignSeveral,
    assignDossier,
    takeDossier,
    requestSupplement,
    receiveSupplement,
    askOpinion,
    answerOpinion,
    suspendDossier,
    resumeDossier,
    proposeResult,
    agreeToResult,
    sendBackProposal,
    signResult,
    declineToSign,
    finishDossier,
    returnResult,
    apologise,
    withdrawDossier,
    stopDossier,
    correctDossier,
    saveDesk,
    mirrorDossiers,
  ],
  ledgers: [dossierLedger],
  jobs: [makeDossierYears],
  appointed: [appointedDossiers],
  lists: [dossierList],
  pages: [
    listPage(dossierList),
    queuePage,
    handOverListPage,
    newDossierPage,
    dossierPage,
    dossierDeadlinePage,
    dossierFilePage,
    dossierFormPage,
    dossierWordFormPage,
    deskPage,
    ownDeskPage,
  ],
  menu: [
    { group: 'dossiers', label: 'intake.menu', href: newDossierUrl(), permission: 'dossier.receive' },
    { group: 'dossiers', label: 'queue.menu', href: queueUrl(), permission: 'dossier.hand-over' },
    { group: 'dossiers', label: 'dossiers.menu', href: dossiersUrl(), permission: 'dossier.read' },
    { group: 'organisation', label: 'desk.title', href: ownDeskUrl(), permission: 'desk.keep' },
  ],
};
