import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage, type Shown } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { isRefusal, refuse } from '../../../platform/refusal.ts';
import {
  Button,
  ButtonRow,
  EmptyState,
  Radios,
  ReviewPane,
  type ReviewRow,
  Tabs,
  Tag,
  TextInput,
  type Tone,
} from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { ANSWERS, type AnsweredRemark, ITEM_KINDS, type Item } from '../../domain/draft.ts';
import { unmappedUnits } from '../../domain/plan-decisions.ts';
import type { Severity, Span } from '../../domain/read-plan.ts';
import { findPlanState } from '../../queries.ts';
import { unitResolver } from '../../readings.ts';
import {
  amendmentUrl,
  anchorOf,
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
import { detailsOf, labelOf, titleOf } from './describe.ts';
import { type Drafted, draftersOnly, draftOfVisit } from './drafters-only.ts';
import { readingShown, unreadableShown } from './reading.tsx';

const SHOWN = [...ITEM_KINDS, 'remark'] as const;
type Show = (typeof SHOWN)[number];

const SEVERITY_TONES = { error: 'late', warning: 'due-soon', info: 'neutral' } as const satisfies Record<
  Severity,
  Tone
>;

/** The document and what was read from it, side by side. */
export const reviewPage = definePage('/plans/:plan/review', async (visit) => {
  const refused = draftersOnly(visit);
  if (refused !== null) return refused;
  const plan = visit.param('plan');
  const found = await visit.read('plan.draft', (query) => findPlanState(query, plan));
  if (found === undefined) return refuse('missing:thing');
  if (found.state.state === 'uploaded') return readingShown(visit, plan, found.state);
  if (found.state.state === 'unreadable') return unreadableShown(visit, plan, found.state);
  const drafted = await draftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  return reviewShown(visit, plan, drafted);
});

async function reviewShown(visit: Visit, plan: string, { state, reading, draft }: Drafted): Promise<Shown> {
  const say = planWords.in(visit.language);
  const show: Show = SHOWN.find((one) => one === visit.url.searchParams.get('show')) ?? 'task';
  const unitOf = await visit.read('plan.draft', (query) => unitResolver(query, visit.actor.agencyId));
  const unmapped = unmappedUnits(draft, unitOf);
  const open = draft.remarks.filter((remark) => remark.answer === null).length;
  const items = draft.items.filter((item) => item.kind === show);
  const rows =
    show === 'remark'
      ? draft.remarks.map((remark, index) => remarkRow(visit, plan, remark, index))
      : items.map((item, index) => itemRow(visit, plan, item, index, draft));
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
          <p class="hint">
            {say('review.open-remarks', { open, all: draft.remarks.length })}. {say('remark.mine')}
          </p>
        ) : (
          <p>
            <Button href={newItemUrl(plan, show)} variant="secondary" small>
              {say('review.add')}
            </Button>
          </p>
        )}
        {rows.length === 0 ? <EmptyState>{say('review.no-rows')}</EmptyState> : null}
        <ReviewPane
          id="review"
          text={reading.text}
          rows={rows}
          textTitle={say('review.document')}
          rowsTitle={say(`review.show.${show}`)}
        />
      </>
    ),
  };
}

function itemRow(visit: Visit, plan: string, item: Item, index: number, draft: Drafted['draft']): ReviewRow {
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
      </>
    ),
  };
}

function remarkRow(
  visit: Visit,
  plan: string,
  { key, remark, answer }: AnsweredRemark,
  index: number,
): ReviewRow {
  const say = planWords.in(visit.language);
  const params = { plan, remark: key };
  const field = fieldsOf(visit, 'plan_remark.answer', params);
  return {
    id: `r${index + 1}`,
    label: `${index + 1}`,
    title: remark.message,
    spans: remark.spans as Span[],
    tone: answer === null ? SEVERITY_TONES[remark.severity] : 'done',
    children: (
      <>
        <p>
          <Tag tone={SEVERITY_TONES[remark.severity]}>{say(`remark.severity.${remark.severity}`)}</Tag>{' '}
          {answer === null ? null : (
            <>
              <Tag tone="done">{say(`remark.answer.${answer.answer}`)}</Tag> {answer.note}
            </>
          )}
        </p>
        <details open={visit.failedForm('plan_remark.answer', visit.url.pathname) !== null}>
          <summary>
            {say('remark.answer')}
            <span class="hidden"> {index + 1}</span>
          </summary>
          <ActionForm visit={visit} action="plan_remark.answer" params={params} keep={false}>
            <Radios
              label={say('remark.answer')}
              labelHidden
              inline
              options={ANSWERS.map((one) => ({ value: one, label: say(`remark.answer.${one}`) }))}
              {...suffixed(field('answer', answer?.answer), index)}
            />
            <TextInput label={say('remark.note')} {...suffixed(field('note', answer?.note), index)} />
            <Button variant="secondary" small>
              {say('remark.save')}
            </Button>
          </ActionForm>
        </details>
      </>
    ),
  };
}

/** Many forms of one action stand on this page; their controls need ids of their own. */
function suffixed<T extends { name: string }>(field: T, index: number): T & { id: string } {
  return { ...field, id: `${field.name}-${index}` };
}
