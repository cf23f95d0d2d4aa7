import type { Slice } from '../../platform/slice.ts';
import { closeHandlingReport } from '../actions/close-handling-report.ts';
import { dossierMeasures } from '../measures.ts';
import { handlingReportLedger } from './closed.ts';
import { closedDossierList, handlingDossierList } from './handling-lists.tsx';
import { dossierMeasureWords } from './measure-words.ts';
import { unitDossierList } from './overview-list.tsx';
import { closedReportPage } from './pages/closed-report.tsx';
import { deskOverviewPage } from './pages/desk-overview.tsx';
import { closedDossiersPage, handlingDossiersPage } from './pages/dossier-lists.tsx';
import { closedFilePages, handlingFilePages } from './pages/handling-files.ts';
import { handlingReportPage } from './pages/handling-report.tsx';
import { dossierOverviewPage, unitDossiersPage, unitOverviewPage } from './pages/overview.tsx';
import { dossierFigureGrants } from './policy.ts';
import { deskOverviewUrl, dossierOverviewUrl, handlingReportUrl } from './urls.ts';
import { dossierFigureWords } from './words.ts';

/** What is counted of dossiers: figures, the handling report, overviews. */
export const dossierFigures: Slice = {
  name: 'dossier-figures',
  words: [dossierMeasureWords, dossierFigureWords],
  grants: dossierFigureGrants,
  actions: [closeHandlingReport],
  ledgers: [handlingReportLedger],
  measures: dossierMeasures,
  lists: [handlingDossierList, closedDossierList, unitDossierList],
  pages: [
    handlingReportPage,
    handlingDossiersPage,
    ...handlingFilePages,
    closedReportPage,
    closedDossiersPage,
    ...closedFilePages,
    deskOverviewPage,
    dossierOverviewPage,
    unitOverviewPage,
    unitDossiersPage,
  ],
  menu: [
    {
      group: 'dossiers',
      label: 'desk-overview.menu',
      href: deskOverviewUrl(),
      permission: 'desk-overview.read',
    },
    {
      group: 'dossiers',
      label: 'overview.menu',
      href: dossierOverviewUrl(),
      permission: 'dossier-overview.read',
    },
    {
      group: 'figures',
      label: 'handling-report.menu',
      href: handlingReportUrl(),
      permission: 'dossier.count',
    },
  ],
};
