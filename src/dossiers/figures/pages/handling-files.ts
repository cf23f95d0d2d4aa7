import { templateInForce } from '../../../documents/index.ts';
import type { Download } from '../../../platform/http/page.ts';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { demoLine } from '../../../platform/lists/export.ts';
import { printPdf, printWord } from '../../../platform/paper/press.ts';
import { rulesOf } from '../../../platform/paper/rules.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { writeXlsx, XLSX_TYPE } from '../../../platform/sheet/index.ts';
import { definitionLines, handlingPaper, rowName } from '../handling-paper.ts';
import { type HandlingView, readHandlingAsk, viewClosed, viewHandling } from '../handling-view.ts';
import { closedFileUrl, handlingFileUrl, REPORT_ENDINGS, type ReportEnding } from '../urls.ts';
import { dossierFigureWords } from '../words.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const say = dossierFigureWords.in('vi');

async function* batch<T>(rows: readonly T[]) {
  yield rows;
}

/** The numbers in one sheet, what they are in another. */
function workbook(visit: Visit, { form, ...view }: HandlingView): ReadableStream {
  const notice = visit.house.demo ? demoLine() : undefined;
  const lines = definitionLines({ form, ...view });
  return ReadableStream.from(
    writeXlsx([
      {
        name: form.number.replace(/[/\\?*[\]:]/g, '-').slice(0, 31),
        notice,
        columns: [
          { title: `(2) ${form.names.name}`, type: 'text', width: 50 },
          ...form.columns.map(({ no, group, title }) => ({
            title: `(${no}) ${group}: ${title}`,
            type: 'number' as const,
            width: 14,
          })),
        ],
        rows: batch(
          [...view.rows, view.total].map((row) => [
            rowName(row),
            ...form.columns.map(({ no }) => row.counts.get(no) ?? 0),
          ]),
        ),
      },
      {
        name: say('handling-report.definition'),
        notice,
        columns: [{ title: say('handling-report.definition'), type: 'text', width: 120 }],
        rows: batch(lines.map((line) => [line])),
      },
    ]),
  );
}

async function fileOf(visit: Visit, view: HandlingView, ending: ReportEnding): Promise<Download> {
  const name = `${say('handling-report.title')} ${view.from} ${view.to}.${ending}`;
  if (ending === 'xlsx') return { download: workbook(visit, view), type: XLSX_TYPE, name };
  const paper = handlingPaper(view, visit.house.clock.today(), visit.house.demo);
  if (ending === 'pdf') return { download: await printPdf(paper), type: 'application/pdf', name };
  const { bytes } = await visit.read('dossier.count', (query) =>
    templateInForce(query, visit.house.files, view.agency.id, rulesOf(paper).code),
  );
  return { download: await printWord(paper, bytes), type: DOCX, name };
}

const unseen = (visit: Visit): Refusal =>
  refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');

/** The report of any period as a workbook, a Word file and PDF. */
export const handlingFilePages = REPORT_ENDINGS.map((ending) =>
  definePage(handlingFileUrl(':from', ':to', ending), async (visit) => {
    const ask = readHandlingAsk(visit);
    if (!('by' in ask)) {
      const nowhere = ask.some(({ field }) => field === 'from' || field === 'to');
      return nowhere ? unseen(visit) : (ask[0] ?? unseen(visit));
    }
    const view = await viewHandling(visit, ask);
    return view === undefined ? unseen(visit) : fileOf(visit, view, ending);
  }),
);

/** The same of a closed period. */
export const closedFilePages = REPORT_ENDINGS.map((ending) =>
  definePage(closedFileUrl(':report', ':no', ending), async (visit) => {
    const view = await viewClosed(visit);
    if (view === undefined) return unseen(visit);
    return 'closed' in view ? fileOf(visit, view, ending) : (view[0] ?? unseen(visit));
  }),
);
