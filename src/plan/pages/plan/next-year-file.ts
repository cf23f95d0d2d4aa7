import { findAgency } from '../../../agencies/index.ts';
import { templateInForce } from '../../../documents/index.ts';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import type { Annex, OfficialDocument } from '../../../platform/paper/document.ts';
import { printPdf, printWord } from '../../../platform/paper/press.ts';
import { rulesOf } from '../../../platform/paper/rules.ts';
import { isRefusal, type Refusal, refuse } from '../../../platform/refusal.ts';
import { type Doubt, symbolOf } from '../../domain/next-year/next-year.ts';
import { nextYearWords } from '../../next-year-words.ts';
import { planDocument } from '../../plan-document.ts';
import { nextYearPdfUrl, nextYearWordUrl } from '../../urls.ts';
import { whyOf } from './next-year.tsx';
import { readNextYear } from './next-year-read.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Documents speak Vietnamese, whoever reads the page. */
const say = nextYearWords.in('vi');

/** The draft as a Word file, made with the agency's own template where it has one. */
export const nextYearWordPage = definePage(nextYearWordUrl(':plan'), async (visit) => {
  const made = await documentOf(visit);
  if (isRefusal(made)) return made;
  const { document, agencyId, name } = made;
  const { bytes } = await visit.read('plan.draft', (query) =>
    templateInForce(query, visit.house.files, agencyId, rulesOf(document).code),
  );
  return { download: await printWord(document, bytes), type: DOCX, name: `${name}.docx` };
});

/** The same as PDF. */
export const nextYearPdfPage = definePage(nextYearPdfUrl(':plan'), async (visit) => {
  const made = await documentOf(visit);
  if (isRefusal(made)) return made;
  return { download: await printPdf(made.document), type: 'application/pdf', name: `${made.name}.pdf` };
});

async function documentOf(
  visit: Visit,
): Promise<{ document: OfficialDocument; agencyId: string; name: string } | Refusal> {
  const drafting = await readNextYear(visit);
  if (isRefusal(drafting)) return drafting;
  const { row, next, state } = drafting;
  if (next === null) return refuse(`conflict:plan-${state.state}`);
  const agency = await visit.read('plan.draft', (query) => findAgency(query, row.agencyId));
  const document = planDocument({
    document: next.document,
    laid: next.laid,
    symbol: symbolOf({ number: row.number }),
    superior: agency?.superior ?? null,
    place: agency?.place ?? '',
    head: say('next-year.head'),
    today: visit.house.clock.today(),
    simulated: visit.house.demo,
  });
  const asked = visit.url.searchParams.get('doubts') === '1';
  return {
    document: asked ? { ...document, annexes: [...document.annexes, doubtsAnnex(next.doubts)] } : document,
    agencyId: row.agencyId,
    name: say(asked ? 'next-year.file.doubts' : 'next-year.file', { year: next.year }),
  };
}

/** What is doubtful, for whoever goes on with the draft on paper. */
function doubtsAnnex(doubts: readonly Doubt[]): Annex {
  return {
    title: say('next-year.annex.doubts'),
    orientation: 'portrait',
    body: doubts.map((doubt) => ({
      kind: 'paragraph',
      runs: [
        { text: `- ${say(`next-year.doubt.${doubt.kind}`)}: `, bold: true },
        { text: whyOf(say, doubt) },
        ...(doubt.words === '' || doubt.message !== null
          ? []
          : [{ text: ` “${doubt.words}”`, italic: true }]),
      ],
    })),
  };
}
