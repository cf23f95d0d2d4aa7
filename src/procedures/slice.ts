import type { Slice } from '../platform/slice.ts';
import { abolishProcedure } from './actions/abolish.ts';
import { announceProcedure } from './actions/announce.ts';
import { abandonAnnouncement, restoreAnnouncement } from './actions/announcement/abandon.ts';
import { announceAnnouncement } from './actions/announcement/announce.ts';
import { answerAnnouncementRows } from './actions/announcement/answer-rows.ts';
import { correctAnnouncementRow } from './actions/announcement/correct-row.ts';
import { uploadAnnouncement } from './actions/announcement/upload.ts';
import { assessSuitability } from './actions/assess-suitability.ts';
import { finishBasisCheck, recordBasis } from './actions/basis-changes.ts';
import { beginProcess } from './actions/begin-process.ts';
import { endPlace } from './actions/end-place.ts';
import { importProcesses, uploadProcesses } from './actions/import-processes.ts';
import { publishProcess } from './actions/publish-process.ts';
import { reclassifyProcedure } from './actions/reclassify.ts';
import { checkPlaces, recordPublications } from './actions/record-publications.ts';
import { replaceProcess } from './actions/replace-process.ts';
import { savePlaces } from './actions/save-places.ts';
import { saveProcedure } from './actions/save-procedure.ts';
import { saveProcess } from './actions/save-process.ts';
import { announcementList } from './announcement-list.tsx';
import { announcementWords } from './announcement-words.ts';
import { dueBasisChecks } from './basis.ts';
import { basisCheckList } from './basis-list.tsx';
import { duePublications } from './due-publications.ts';
import { procedureMeasures, publicationMeasures } from './measures.ts';
import { announcementPage } from './pages/announcement/review.tsx';
import { announcementRowPage } from './pages/announcement/row.tsx';
import {
  announcementsPage,
  announcementTemplatePage,
  newAnnouncementPage,
} from './pages/announcement/upload.tsx';
import { basisChecksPage, newBasisChangePage } from './pages/basis-checks.tsx';
import { procedureGuidePage } from './pages/guide.tsx';
import { procedurePage } from './pages/procedure.tsx';
import { newProcedurePage, procedureDraftPage } from './pages/procedure-form.tsx';
import { proceduresPage } from './pages/procedures.tsx';
import { processPage } from './pages/process.tsx';
import { processDraftPage } from './pages/process-form.tsx';
import { processImportPage, processReadingPage } from './pages/process-import.tsx';
import { newProcessPage, processesPage } from './pages/processes.tsx';
import { ownPublicationsPage, publicationsPage } from './pages/publications.tsx';
import { procedureVersionPage } from './pages/version.tsx';
import { procedureGrants } from './policy.ts';
import { procedureList } from './procedure-list.tsx';
import { processList } from './process-list.tsx';
import { processGrants } from './process-policy.ts';
import { processesUrl } from './process-urls.ts';
import { processWords } from './process-words.ts';
import { publicationList } from './publication-list.tsx';
import { publicationWords } from './publication-words.ts';
import { procedureSearch } from './search.ts';
import { secretAnnouncementsJob } from './secret-announcements.ts';
import { basisChecksUrl, proceduresUrl, publicationsUrl } from './urls.ts';
import { procedureWords } from './words.ts';

export const procedures: Slice = {
  name: 'procedures',
  words: [procedureWords, publicationWords, announcementWords, processWords],
  grants: [...procedureGrants, ...processGrants],
  actions: [
    saveProcedure,
    announceProcedure,
    reclassifyProcedure,
    abolishProcedure,
    savePlaces,
    endPlace,
    recordPublications,
    checkPlaces,
    assessSuitability,
    recordBasis,
    finishBasisCheck,
    uploadAnnouncement,
    correctAnnouncementRow,
    answerAnnouncementRows,
    announceAnnouncement,
    abandonAnnouncement,
    restoreAnnouncement,
    beginProcess,
    saveProcess,
    replaceProcess,
    publishProcess,
    uploadProcesses,
    importProcesses,
  ],
  jobs: [secretAnnouncementsJob],
  reminders: [dueBasisChecks, duePublications],
  measures: [...procedureMeasures, ...publicationMeasures],
  lists: [procedureList, publicationList, basisCheckList, announcementList, processList],
  search: procedureSearch,
  pages: [
    proceduresPage,
    newProcedurePage,
    procedurePage,
    procedureDraftPage,
    procedureVersionPage,
    procedureGuidePage,
    publicationsPage,
    ownPublicationsPage,
    basisChecksPage,
    newBasisChangePage,
    announcementsPage,
    newAnnouncementPage,
    announcementTemplatePage,
    announcementPage,
    announcementRowPage,
    processesPage,
    newProcessPage,
    processImportPage,
    processReadingPage,
    processPage,
    processDraftPage,
  ],
  menu: [
    { group: 'catalogues', label: 'procedures.menu', href: proceduresUrl(), permission: 'procedure.read' },
    {
      group: 'catalogues',
      label: 'publications.menu',
      href: publicationsUrl(),
      permission: 'publication.read',
    },
    { group: 'catalogues', label: 'basis-checks.menu', href: basisChecksUrl(), permission: 'procedure.keep' },
    {
      group: 'catalogues',
      label: 'processes.menu',
      href: processesUrl(),
      permission: 'internal-process.read',
    },
  ],
};
