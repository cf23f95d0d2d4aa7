import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import { refuse } from '../../../platform/refusal.ts';
import { Button, DateInput, EmptyState, Notice, Select, TextArea } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { ITEM_KINDS, type Item } from '../../domain/draft.ts';
import { findPlanState } from '../../queries.ts';
import { loadDraft } from '../../readings.ts';
import { circulationUrl, plansUrl, reviewUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { CommentLine, unitNamesById } from './comments.tsx';
import { labelOf, titleOf } from './describe.ts';
import { ItemTable } from './item-table.tsx';

/** A draft on its round: the divisions read it and say what they think; its remarks stay with the drafters. */
export const circulationPage = definePage('/plans/:plan/circulation', async (visit) => {
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const found = await visit.read('plan.comment', (query) => findPlanState(query, plan));
  if (found === undefined)
    return visit.signedIn === null ? refuse('unauthenticated:sign-in') : refuse('missing:thing');
  const subject = {
    agencyId: found.row.agencyId,
    ...(visit.actor.posts[0]?.unitId ? { units: [visit.actor.posts[0].unitId] } : {}),
  };
  const drafts = visit.may('plan.draft', subject).allowed;
  const comments = visit.may('plan.comment', subject).allowed;
  const { state } = found;
  if (!drafts && !(comments && state.state === 'circulating')) return refuse('missing:thing');
  const loaded = await loadDraft(visit.house.files, state);
  if (loaded === undefined) return refuse(`conflict:plan-${state.state}`);
  const { draft } = loaded;
  const units = await visit.read('plan.comment', (query) => unitNamesById(query, found.row.agencyId));
  const passed = state.circulatesUntil !== null && state.circulatesUntil < visit.house.clock.today();
  const items = draft.items.filter((item) => !item.dropped);
  const label = (item: Item) =>
    labelOf(item, draft.items.filter((one) => one.kind === item.kind).indexOf(item));
  const start = fieldsOf(visit, 'plan.circulate', { plan });
  const commentField = fieldsOf(visit, 'plan.comment', { plan });
  return {
    title: say('circulation.title'),
    kicker: draft.document.title,
    lead: say('circulation.lead'),
    width: 'wide',
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      ...(drafts ? [{ href: reviewUrl(plan), label: say('item.back') }] : []),
      { href: circulationUrl(plan), label: say('circulation.title'), current: true },
    ],
    body: (
      <>
        {state.circulatesUntil === null ? null : (
          <Notice tone={passed ? 'warning' : 'info'}>
            {say(passed ? 'circulation.passed' : 'circulation.open-until', {
              date: formatDate(state.circulatesUntil),
            })}
          </Notice>
        )}
        {drafts && state.state === 'draft' ? (
          <ActionForm visit={visit} action="plan.circulate" params={{ plan }} seq={state.seq}>
            <DateInput label={say('circulation.until')} {...start('until')} />
            <Button>{say('circulation.start')}</Button>
          </ActionForm>
        ) : null}
        {drafts && state.state === 'circulating' ? (
          <ActionForm
            visit={visit}
            action="plan.close-circulation"
            params={{ plan }}
            seq={state.seq}
            layout="inline"
          >
            <Button variant="secondary">{say('circulation.end')}</Button>
          </ActionForm>
        ) : null}
        <h2>{say('circulation.comments')}</h2>
        {state.comments.length === 0 ? <EmptyState>{say('circulation.comments.empty')}</EmptyState> : null}
        <ol class="plain-list">
          {state.comments.map((comment) => {
            const item = draft.items.find((one) => one.key === comment.item);
            return (
              <CommentLine
                visit={visit}
                plan={plan}
                comment={comment}
                units={units}
                drafts={drafts}
                about={
                  item === undefined
                    ? say('circulation.comment.whole')
                    : `${label(item)}: ${titleOf(item).slice(0, 90)}`
                }
              />
            );
          })}
        </ol>
        {comments && state.state === 'circulating' ? (
          <ActionForm visit={visit} action="plan.comment" params={{ plan }}>
            <Select
              label={say('circulation.comment.item')}
              empty={say('circulation.comment.whole')}
              options={items.map((item) => ({
                value: item.key,
                label: `${label(item)}: ${titleOf(item).slice(0, 90)}`,
              }))}
              {...commentField('item', visit.url.searchParams.get('item'))}
            />
            <TextArea label={say('circulation.comment')} {...commentField('text')} />
            <Button>{say('circulation.send')}</Button>
          </ActionForm>
        ) : null}
        <h2>{say('circulation.draft')}</h2>
        {ITEM_KINDS.map((kind) => (
          <ItemTable
            visit={visit}
            kind={kind}
            items={items}
            issueDate={draft.document.date}
            act={
              comments && state.state === 'circulating'
                ? (item) => (
                    <a href={`${circulationUrl(plan)}?item=${encodeURIComponent(item.key)}#f-text`}>
                      {say('circulation.comment.row')}
                      <span class="hidden">: {titleOf(item)}</span>
                    </a>
                  )
                : undefined
            }
          />
        ))}
        <details>
          <summary>{say('circulation.text')}</summary>
          <article class="as-typed reading-text">{loaded.reading.text}</article>
        </details>
      </>
    ),
  };
});
