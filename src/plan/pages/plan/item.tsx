import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { isRefusal, refuse } from '../../../platform/refusal.ts';
import { Button, ButtonRow, Notice } from '../../../platform/view/index.ts';
import { ITEM_KINDS, type Item, type ItemKind } from '../../domain/draft.ts';
import { itemUrl, newItemUrl, plansUrl, reviewUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { ItemComments } from './comments.tsx';
import { openDraftOfVisit } from './drafters-only.ts';
import { ItemInputs } from './item-forms.tsx';

/** One row of the plan: as written, and the form that corrects it. */
export const itemPage = definePage('/plans/:plan/items/:item', async (visit) => {
  const drafted = await openDraftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  const { draft, state, reading } = drafted;
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const item = draft.items.find((one) => one.key === visit.param('item'));
  if (item === undefined) return refuse('missing:thing');
  const params = { plan, item: item.key };
  const field = fieldsOf(visit, 'plan_item.correct', params);
  const title = say(`item.title.${item.kind}`, { no: 'no' in item.fields ? item.fields.no : '' });
  return {
    title,
    kicker: draft.document.title,
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: reviewUrl(plan, item.kind, item.key), label: say('item.back') },
      { href: itemUrl(plan, item.key), label: title, current: true },
    ],
    body: (
      <>
        <AsWritten visit={visit} item={item} text={reading.text} />
        <ItemComments visit={visit} plan={plan} comments={state.comments} item={item.key} />
        {item.dropped ? (
          <ActionForm
            visit={visit}
            action="plan_item.restore"
            params={params}
            seq={state.seq}
            layout="inline"
          >
            <Button>{say('item.restore')}</Button>
          </ActionForm>
        ) : (
          <>
            <ActionForm visit={visit} action="plan_item.correct" params={params} seq={state.seq}>
              <ItemInputs visit={visit} kind={item.kind} fields={item.fields} draft={draft} field={field} />
              <ButtonRow>
                <Button>{say('item.save')}</Button>
                <Button href={reviewUrl(plan, item.kind, item.key)} variant="secondary">
                  {say('item.back')}
                </Button>
              </ButtonRow>
            </ActionForm>
            <ActionForm visit={visit} action="plan_item.drop" params={params} seq={state.seq} layout="inline">
              <Button variant="danger">{say('item.drop')}</Button>
            </ActionForm>
          </>
        )}
      </>
    ),
  };
});

/** A row that the reader did not find. */
export const newItemPage = definePage('/plans/:plan/new-item', async (visit) => {
  const drafted = await openDraftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const kind: ItemKind = ITEM_KINDS.find((one) => one === visit.url.searchParams.get('kind')) ?? 'task';
  const field = fieldsOf(visit, 'plan_item.add', { plan });
  const title = say('item.new', { kind: say(`review.show.${kind}`) });
  return {
    title,
    kicker: drafted.draft.document.title,
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: reviewUrl(plan, kind), label: say('item.back') },
      { href: newItemUrl(plan, kind), label: title, current: true },
    ],
    body: (
      <ActionForm
        visit={visit}
        action="plan_item.add"
        params={{ plan }}
        hidden={{ kind }}
        seq={drafted.state.seq}
      >
        <ItemInputs visit={visit} kind={kind} fields={null} draft={drafted.draft} field={field} />
        <Button>{say('item.save')}</Button>
      </ActionForm>
    ),
  };
});

function AsWritten({ visit, item, text }: { visit: Visit; item: Item; text: string }) {
  const say = planWords.in(visit.language);
  if (item.asRead === null) return <Notice tone="info">{say('item.not-read')}</Notice>;
  const signs = Array.from(text);
  return (
    <section>
      <h2>{say('item.as-read')}</h2>
      {item.spans.map(([start, end]) => (
        <blockquote class="quotation">{signs.slice(start, end).join('')}</blockquote>
      ))}
    </section>
  );
}
