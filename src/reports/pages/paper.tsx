import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { templateInForce } from '../../documents/index.ts';
import { formatShortInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { asOfNow } from '../../platform/measure/as-of.ts';
import type { OfficialDocument } from '../../platform/paper/document.ts';
import { printPdf, printWord } from '../../platform/paper/press.ts';
import { rulesOf } from '../../platform/paper/rules.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, ButtonRow } from '../../platform/view/index.ts';
import type { ReportTaskRow } from '../lists.tsx';
import { reportDocument } from '../report-document.ts';
import { reportTasks } from '../report-tasks.ts';
import { reportPaperUrl, reportPdfUrl, reportTasksUrl, reportUrl, reportWordUrl } from '../urls.ts';
import { reportWords } from '../words.ts';
import { OfficialPaper } from './official-paper.tsx';
import { missingUnits } from './report.tsx';
import { type ReportView, viewReport } from './report-view.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The report as officials know it on paper; each figure opens its list. */
export const reportPaperPage = definePage(reportPaperUrl(':report'), async (visit) => {
  const view = await viewReport(visit);
  if (view === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const say = reportWords.in(visit.language);
  const tasks = reportTasksUrl(view.id);
  return {
    title: view.title,
    width: 'wide',
    breadcrumbs: [
      ...view.breadcrumbs,
      { href: reportUrl(view.id), label: view.title },
      { href: reportPaperUrl(view.id), label: say('report.paper'), current: true },
    ],
    body: (
      <>
        <ButtonRow>
          <Button href={reportWordUrl(view.id)} variant="secondary">
            {say('report-paper.word')}
          </Button>
          <Button href={reportPdfUrl(view.id)} variant="secondary">
            {say('report-paper.pdf')}
          </Button>
          <Button href={`${tasks}.xlsx`} variant="secondary">
            {say('report-paper.annex.xlsx')}
          </Button>
          <Button href={`${tasks}.csv`} variant="secondary">
            {say('report-paper.annex.csv')}
          </Button>
        </ButtonRow>
        <p class="hint">{say('report-paper.template')}</p>
        <OfficialPaper document={await documentOf(visit, view)} />
      </>
    ),
  };
});

/** The same as a Word file, made with the agency's own template where it has one. */
export const reportWordPage = definePage(reportWordUrl(':report'), async (visit) => {
  const view = await viewReport(visit);
  if (view === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const document = await documentOf(visit, view);
  const { bytes } = await visit.read('report.read', (query) =>
    templateInForce(query, visit.house.files, view.agencyId, rulesOf(document).code),
  );
  return { download: await printWord(document, bytes), type: DOCX, name: `${view.title}.docx` };
});

/** The same as PDF, set by the rules of its day; a template does not govern it. */
export const reportPdfPage = definePage(reportPdfUrl(':report'), async (visit) => {
  const view = await viewReport(visit);
  if (view === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const document = await documentOf(visit, view);
  return { download: await printPdf(document), type: 'application/pdf', name: `${view.title}.pdf` };
});

/** The report of a view as an official document. */
export async function documentOf(visit: Visit, view: ReportView): Promise<OfficialDocument> {
  const { state, plan, agency, units } = view;
  const tasks = await visit.read('report.read', async (query) => {
    const { rows } =
      await sql<ReportTaskRow>`SELECT * FROM ${reportTasks(view.id, asOfNow(visit.house.clock))} counted
      ORDER BY position, id`.execute(query);
    return rows;
  });
  const unit = units.find(({ id }) => id === state.unitId);
  return reportDocument({
    id: view.id,
    state,
    planYear: plan.planYear,
    planNumber: plan.number,
    planDate: plan.issueDate,
    agency: {
      name: agency?.name ?? '',
      symbol: agency?.symbol ?? '',
      place: agency?.place ?? '',
      superior: agency?.superior ?? null,
    },
    unit: { name: unit?.name ?? '', code: unit?.code ?? '', isOffice: unit?.kind === 'office' },
    figures: view.figures.now,
    tasks,
    concerns: [
      ...view.carried.map(({ text }) => text),
      ...state.concerns.filter(({ dropped }) => !dropped).map(({ text }) => text),
    ],
    missing: missingUnits(view),
    asOf: formatShortInstant(
      state.manifest === null ? visit.house.clock.now() : Temporal.Instant.from(state.manifest.asOf),
    ),
    signer: state.signed === null ? null : (view.people.get(state.signed.personId) ?? null),
    today: visit.house.clock.today(),
    simulated: visit.house.demo,
  });
}
