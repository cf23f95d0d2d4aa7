import type { Child } from 'hono/jsx';
import { definePage, type Shown } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { isRefusal, refuse } from '../../../platform/refusal.ts';
import {
  Button,
  ButtonRow,
  EmptyState,
  ReviewPane,
  type ReviewRow,
  Tabs,
  Tag,
} from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { ITEM_KINDS, type Item } from '../../domain/draft.ts';
import type { PlanComment } from '../../domain/plan.ts';
import { unmappedUnits } from '../../domain/plan-decisions.ts';
import { findPlanState, plansOfSameFile } from '../../queries.ts';
import { unitResolver } from '../../readings.ts';
import {
  adoptionUrl,
  amendmentUrl,
  anchorOf,
  areasUrl,
  circulationUrl,
  issueUrl,
  itemUrl,
  newItemUrl,
  planDocumentUrl,
  plansUrl,
  planUnitsUrl,
  reviewUrl,
} from '../../urls.ts';
import { planWords } from '../../words.ts';
import { Abandon, abandonedShown } from './abandoned.tsx';
import { CommentLine, unitNamesById } from './comments.tsx';
import { detailsOf, labelOf, titleOf } from './describe.ts';
import { type Drafted, draftersOnly, draftOfVisit } from './drafters-only.ts';
import { readingShown, unreadableShown } from './reading.tsx';
import { RemarkFilters, remarkRows } from './remark-rows.tsx';
import { SameFile } from './same-file.tsx';

const SHOWN = [...ITEM_KINDS, 'remark'] as const;
type Show = (typeof SHOWN)[number];

/** The document and what was read from it, side by side. */
export const reviewPage = definePage('/plans/:plan/review', async (visit) => {
  const refused = draftersOnly(visit);
  if (refused !== null) return refused;
  const plan = visit.param('plan');
  const found = await visit.read('plan.draft', (query) => findPlanState(query, plan));
  if (found === undefined) return refuse('missing:thing');
  if (found.state.state === 'uploaded') return readingShown(visit, plan, found.state, found.row);
  if (found.state.state === 'abandoned') return abandonedShown(visit, plan, found.state, found.row);
  if (found.state.state === 'unreadable') return unreadableShown(visit, plan, found.state);
  const drafted = await draftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  return reviewShown(visit, plan, drafted);
});

async function reviewShown(visit: Visit, plan: string, drafted: Drafted): Promise<Shown> {
  const { row, state, reading, draft } = drafted;
  const say = planWords.in(visit.language);
  const show: Show = SHOWN.find((one) => one === visit.url.searchParams.get('show')) ?? 'task';
  const { unitOf, units, twins } = await visit.read('plan.draft', async (query) => ({
    unitOf: await unitResolver(query, row.agencyId),
    units: await unitNamesById(query, row.agencyId),
    twins: state.versions.length === 0 ? await plansOfSameFile(query, row) : [],
  }));
  const unmapped = unmappedUnits(draft, unitOf);
  const open = draft.remarks.filter((remark) => remark.answer === null).length;
  const items = draft.items.filter((item) => item.kind === show);
  const rows =
    show === 'remark'
      ? remarkRows(visit, plan, draft.remarks)
      : items.map((item, index) =>
          itemRow(
            visit,
            plan,
            item,
            index,
            draft,
            (comment) => <CommentLine visit={visit} plan={plan} comment={comment} units={units} drafts />,
            state.comments.filter((comment) => comment.item === item.key),
          ),
        );
  const title = draft.document.title ?? state.fileName;
  return {
    title: say('review.title', { title }),
    kicker: [draft.document.type, draft.document.number].filter((part) => part !== null).join(' '),
    width: 'wide',
    act: (
      <ButtonRow>
        {state.state === 'amending' ? (
          <Button href={amendmentUrl(plan)}>{say('amendment.title')}</Button>
        ) : (
          <>
            <Button href={adoptionUrl(plan)} variant="secondary">
              {visit.say('review.adopt')}
            </Button>
            <Button href={circulationUrl(plan)} variant="secondary">
              {say('review.circulate')}
            </Button>
            <Button href={issueUrl(plan)}>{say('review.next')}</Button>
          </>
        )}
      </ButtonRow>
    ),
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: reviewUrl(plan), label: title, current: true },
    ],
    body: (
      <>
        <SameFile visit={visit} twins={twins} />
        <p class="hint">
          {say('review.head', {
            date: draft.document.date === null ? '–' : formatDate(draft.document.date),
            year: draft.document.planYear ?? '–',
            signer: draft.document.signer ?? '–',
          })}{' '}
          · <a href={planDocumentUrl(plan)}>{say('review.head.edit')}</a> ·{' '}
          <a href={planUnitsUrl(plan)}>
            {unmapped.length === 0
              ? say('review.units.map')
              : say('review.units-to-map', { count: unmapped.length })}
          </a>
          {draft.areas.length === 0 ? null : (
            <>
              {' '}
              · <a href={areasUrl(plan)}>{say('areas.open')}</a>
            </>
          )}
        </p>
        <Tabs
          label={say('review.tabs')}
          links={SHOWN.map((one) => ({
            href: reviewUrl(plan, one),
            label: say(`review.show.${one}`),
            current: one === show,
            count:
              one === 'remark'
                ? open
                : draft.items.filter((item) => item.kind === one && !item.dropped).length,
          }))}
        />
        {show === 'remark' ? (
          <>
            <p class="hint">
              {say('review.open-remarks', { open, all: draft.remarks.length })}. {say('remark.mine')}
            </p>
            <RemarkFilters visit={visit} plan={plan} remarks={draft.remarks} />
          </>
        ) : (
          <p>
            <Button href={newItemUrl(plan, show)} variant="secondary" small>
              {say('review.add')}
            </Button>
          </p>
        )}
        {rows.length === 0 ? (
          <EmptyState>{say(show === 'remark' ? 'remark.none' : 'review.no-rows')}</EmptyState>
        ) : null}
        <ReviewPane
          id="review"
          text={reading.text}
          rows={rows}
          textTitle={say('review.document')}
          rowsTitle={say(`review.show.${show}`)}
        />
        {state.state === 'draft' ? <Abandon visit={visit} plan={plan} seq={state.seq} /> : null}
      </>
    ),
  };
}

function itemRow(
  visit: Visit,
  plan: string,
  item: Item,
  index: number,
  draft: Drafted['draft'],
  line: (comment: PlanComment) => Child,
  comments: readonly PlanComment[],
): ReviewRow {
  const say = planWords.in(visit.language);
  return {
    id: anchorOf(item.key),
    label: labelOf(item, index),
    title: item.dropped ? <s>{titleOf(item)}</s> : titleOf(item),
    spans: item.spans,
    tone: item.dropped ? 'neutral' : item.corrected || item.asRead === null ? 'done' : undefined,
    children: (
      <>
        <ul class="plain-list">
          {detailsOf(
            visit,
            item,
            draft.items.filter((one) => !one.dropped),
          ).map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <p>
          {item.dropped ? <Tag tone="neutral">{say('review.dropped')}</Tag> : null}
          {item.corrected ? <Tag tone="done">{say('review.corrected')}</Tag> : null}
          {item.asRead === null ? <Tag tone="done">{say('review.added')}</Tag> : null}{' '}
          <a href={itemUrl(plan, item.key)}>
            {say('review.edit')}
            <span class="hidden">: {labelOf(item, index)}</span>
          </a>
        </p>
        {comments.length === 0 ? null : <ul class="plain-list">{comments.map(line)}</ul>}
      </>
    ),
  };
}
