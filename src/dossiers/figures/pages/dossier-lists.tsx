import type { Visit } from '../../../platform/http/visit.ts';
import { listPage } from '../../../platform/lists/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { closedDossierList, handlingDossierList } from '../handling-lists.tsx';
import { closedReportUrl, handlingReportUrl } from '../urls.ts';
import { dossierFigureWords } from '../words.ts';

const backTo = (visit: Visit, href: string) => [
  { href, label: dossierFigureWords.in(visit.language)('handling-report.title') },
];

/** What a number of the report opens. */
export const handlingDossiersPage = listPage(handlingDossierList, (visit) => {
  const [from, to] = [visit.param('from'), visit.param('to')];
  return {
    breadcrumbs: backTo(visit, handlingReportUrl({ from, to })),
    kicker: `${formatDate(from)} – ${formatDate(to)}`,
  };
});

/** The same of a closed period. */
export const closedDossiersPage = listPage(closedDossierList, (visit) => ({
  breadcrumbs: backTo(visit, closedReportUrl(visit.param('report'), visit.param('no'))),
  kicker: dossierFigureWords.in(visit.language)('handling-report.closed.kicker', { no: visit.param('no') }),
}));
