import { findAgency } from '../../agencies/index.ts';
import { templateInForce } from '../../documents/index.ts';
import { listPlanItems } from '../../plan/index.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { Block, OfficialDocument, PaperCell } from '../../platform/paper/document.ts';
import { printPdf, printWord } from '../../platform/paper/press.ts';
import { rulesOf } from '../../platform/paper/rules.ts';
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import { Button, ButtonRow, Paper } from '../../platform/view/index.ts';
import { formatDocumentDate } from '../../pure/vietnamese/index.ts';
import { officialSubplan } from '../official.ts';
import { subplanFileUrl, subplanPaperUrl } from '../urls.ts';
import { belowWords } from '../words.ts';
import { breadcrumbsOf, subplanOfVisit, titleOf, type VisitedSubplan, wordsOf } from './view.ts';

const capitals = (text: string) => text.toLocaleUpperCase('vi');

/** The text of a plan made from the one above, as a paper to read, print and sign. */
export const subplanPaperPage = definePage(subplanPaperUrl(':plan', ':recipient', ':kind'), async (visit) => {
  const found = await paperOfVisit(visit);
  if (isRefusal(found)) return found;
  const { view, document } = found;
  const say = belowWords.in(visit.language);
  const here = subplanPaperUrl(view.plan.id, view.recipient, view.kind);
  return {
    title: titleOf(visit, view),
    breadcrumbs: breadcrumbsOf(visit, view),
    body: (
      <>
        <ButtonRow>
          <Button href={`${here}/word`} variant="secondary">
            {say('subplan.paper.word')}
          </Button>
          <Button href={`${here}/pdf`} variant="secondary">
            {say('subplan.paper.pdf')}
          </Button>
        </ButtonRow>
        <Sheet document={document} />
      </>
    ),
  };
});

/** The same as a Word file, laid out by the rules of its day. */
export const subplanWordPage = definePage(
  `${subplanPaperUrl(':plan', ':recipient', ':kind')}/word`,
  async (visit) => {
    const found = await paperOfVisit(visit);
    if (isRefusal(found)) return found;
    // The agency whose plan it is may lay its Word files out by a template of its own.
    const { agency } = found.view;
    const { bytes } = await visit.read('subplan.read', (query) =>
      templateInForce(query, visit.house.files, agency.id, rulesOf(found.document).code),
    );
    return {
      download: await printWord(found.document, bytes),
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      name: `${titleOf(visit, found.view)}.docx`,
    };
  },
);

/** The same as PDF. */
export const subplanPdfPage = definePage(
  `${subplanPaperUrl(':plan', ':recipient', ':kind')}/pdf`,
  async (visit) => {
    const found = await paperOfVisit(visit);
    if (isRefusal(found)) return found;
    return {
      download: await printPdf(found.document),
      type: 'application/pdf',
      name: `${titleOf(visit, found.view)}.pdf`,
    };
  },
);

async function paperOfVisit(
  visit: Visit,
): Promise<{ view: VisitedSubplan; document: OfficialDocument } | Refusal> {
  const view = await subplanOfVisit(visit);
  if (isRefusal(view)) return view;
  const { plan, unit, state } = view;
  const text = state?.text;
  if (text == null || unit !== null || text.source !== 'parent') return refuse('missing:thing');
  const { items, above } = await visit.read('subplan.read', async (query) => ({
    items: await listPlanItems(query, plan.id, ['commitment', 'duty']),
    above: await findAgency(query, plan.agencyId),
  }));
  if (above === undefined) return refuse('missing:thing');
  const taken = text.items.flatMap((one) => {
    const found = items.find(({ item }) => item.key === one.key);
    return found === undefined ? [] : [{ ...one, words: wordsOf(found.item) }];
  });
  const { clock, demo } = visit.house;
  return { view, document: officialSubplan({ view, text, above, taken, today: clock.today(), demo }) };
}

/** An official document on a page. */
function Sheet({ document }: { document: OfficialDocument }) {
  const { issuer, number, symbol, place, date, type, abstract, recipients, kept, signature } = document;
  return (
    <Paper
      parent={issuer.parent === null ? undefined : capitals(issuer.parent)}
      issuer={capitals(issuer.name)}
      number={number === null ? undefined : `${number}/${symbol}`}
      placeAndDate={
        date === null
          ? belowWords.in('vi')('paper.undated', { place })
          : `${place}, ${formatDocumentDate(date)}`
      }
      type={capitals(type ?? '')}
      abstract={abstract}
      recipients={[
        ...recipients.map(({ name, note }) => (note === null ? `${name};` : `${name} (${note});`)),
        belowWords.in('vi')('paper.kept', { kept }),
      ]}
      signature={{ post: capitals(signature.post), name: signature.name ?? undefined }}
    >
      {document.body.map((block) => (
        <Piece block={block} />
      ))}
    </Paper>
  );
}

function Piece({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h2>
          {block.number}. {block.text}
        </h2>
      );
    case 'basis':
      return <p>{block.text}</p>;
    case 'paragraph':
      return <p>{words(block.runs)}</p>;
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.table.columns.map((column) => (
                <th scope="col">{column.title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.table.rows.map((row) => (
              <tr>
                {'cells' in row ? row.cells.map((cell) => <td>{words(cell)}</td>) : <td>{row.group}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

const words = (cell: PaperCell) => (typeof cell === 'string' ? cell : cell.map((run) => run.text).join(''));

/** The file that a subplan was uploaded as. */
export const subplanFilePage = definePage(subplanFileUrl(':plan', ':recipient', ':kind'), async (visit) => {
  const view = await subplanOfVisit(visit);
  if (isRefusal(view)) return view;
  const file = view.state?.text?.file;
  if (file == null) return refuse('missing:thing');
  return {
    download: await visit.house.files.get(file.sha256),
    type: 'application/octet-stream',
    name: file.name,
  };
});
