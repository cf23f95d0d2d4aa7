import { findAgency } from '../../agencies/index.ts';
import { listPlanItems } from '../../plan/index.ts';
import { definePage } from '../../platform/http/page.ts';
import { isRefusal, refuse } from '../../platform/refusal.ts';
import { Paper } from '../../platform/view/index.ts';
import { formatDate, formatDocumentDate } from '../../pure/vietnamese/index.ts';
import { subplanFileUrl, subplanPaperUrl } from '../urls.ts';
import { belowWords } from '../words.ts';
import { breadcrumbsOf, subplanOfVisit, titleOf, wordsOf } from './view.ts';

const capitals = (text: string) => text.toLocaleUpperCase('vi');

/** The text of a plan made from the one above, as a paper to print and sign. */
export const subplanPaperPage = definePage(subplanPaperUrl(':plan', ':recipient', ':kind'), async (visit) => {
  const view = await subplanOfVisit(visit);
  if (isRefusal(view)) return view;
  const say = belowWords.in(visit.language);
  const { plan, agency, unit, state, kind } = view;
  const text = state?.text;
  if (text == null || unit !== null || text.source !== 'parent') return refuse('missing:thing');
  const { items, above } = await visit.read('subplan.read', async (query) => ({
    items: await listPlanItems(query, plan.id, ['commitment', 'duty']),
    above: await findAgency(query, plan.agencyId),
  }));
  const year = plan.planYear ?? '';
  const { leader, officer } = text;
  const taken = text.items.flatMap((one) => {
    const found = items.find(({ item }) => item.key === one.key);
    return found === undefined ? [] : [{ ...one, words: wordsOf(found.item) }];
  });
  return {
    title: titleOf(visit, view),
    breadcrumbs: breadcrumbsOf(visit, view),
    body: (
      <Paper
        parent={above === undefined ? undefined : capitals(above.name)}
        issuer={capitals(agency.name)}
        number={text.number ?? undefined}
        placeAndDate={
          text.issueDate === null
            ? say('paper.undated', { place: agency.place })
            : `${agency.place}, ${formatDocumentDate(text.issueDate)}`
        }
        type={say('paper.type')}
        abstract={say(kind === 'own' ? 'paper.abstract' : 'paper.abstract.district', { year })}
        recipients={[say('paper.to', { agency: above?.shortName ?? '' }), say('paper.filed')]}
        signature={{
          post: capitals(leader?.position ?? say('paper.head')),
          ...(visit.house.demo || leader === null ? {} : { name: leader.name }),
        }}
      >
        <p>
          {say('paper.basis', {
            number: plan.number ?? '',
            date: plan.issueDate === null ? '' : formatDate(plan.issueDate),
            above: above?.name ?? '',
            title: plan.title ?? '',
            agency: agency.name,
          })}
        </p>
        <h2>{say('paper.people')}</h2>
        <p>{leader === null ? say('paper.missing') : say('paper.leader', named(leader))}</p>
        <p>{officer === null ? say('paper.missing') : say('paper.officer', named(officer))}</p>
        <h2>{say('paper.items')}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('paper.no')}</th>
              <th scope="col">{say('subplan.item')}</th>
              <th scope="col">{say('subplan.item.person')}</th>
              <th scope="col">{say('subplan.item.due')}</th>
            </tr>
          </thead>
          <tbody>
            {taken.map((one, index) => (
              <tr>
                <td>{index + 1}</td>
                <td>{one.words}</td>
                <td>{one.person ?? officer?.name ?? '…'}</td>
                <td>{one.due === null ? say('subplan.item.due.year', { year }) : formatDate(one.due)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <h2>{say('paper.carrying-out')}</h2>
        <p>{say('paper.carrying-out.text', { agency: above?.shortName ?? '' })}</p>
      </Paper>
    ),
  };
});

const named = ({ name, position }: { name: string; position: string | null }) => ({
  name: [name, position].filter((part) => part !== null).join(', '),
});

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
