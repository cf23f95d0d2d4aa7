import { listPage } from '../../platform/lists/index.ts';
import { reportTaskList } from '../lists.tsx';
import { REPORT_SHOWS } from '../report-tasks.ts';
import { reportTasksUrl, reportUrl } from '../urls.ts';
import { reportWords } from '../words.ts';
import { viewReport } from './report-view.ts';

/** The tasks behind the figures of a report: its annex, narrowed to what one figure counts. */
export const reportTasksPage = listPage(reportTaskList, async (visit) => {
  const view = await viewReport(visit);
  if (view === undefined) return {};
  const say = reportWords.in(visit.language);
  const show = REPORT_SHOWS.find((one) => one === visit.url.searchParams.get('show'));
  return {
    kicker: view.title,
    ...(show === undefined
      ? {}
      : { title: `${say('report-tasks.title')}: ${visit.say(`report.show.${show}`)}` }),
    breadcrumbs: [
      ...view.breadcrumbs,
      { href: reportUrl(view.id), label: view.title },
      { href: reportTasksUrl(view.id), label: say('report-tasks.title'), current: true },
    ],
  };
});
