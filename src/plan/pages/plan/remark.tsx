import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import { isRefusal, refuse } from '../../../platform/refusal.ts';
import { Button, ButtonRow, Radios, Tag, TextArea } from '../../../platform/view/index.ts';
import { ANSWERS, type Item } from '../../domain/draft.ts';
import type { Span } from '../../domain/read-plan.ts';
import { filterQuery, passes, readFilter } from '../../domain/remark-filter.ts';
import { itemUrl, plansUrl, remarksUrl, remarkUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { labelOf, titleOf } from './describe.ts';
import { draftOfVisit } from './drafters-only.ts';
import { SEVERITY_TONES } from './remark-rows.tsx';
import { ruleTitle } from './rule-title.ts';

/** So much of the text stands around the words concerned. */
const AROUND = 160;
/** A rule may point to many places; the first ones show what it means. */
const QUOTED = 6;

/** One doubtful point: the words concerned, the rows to correct, and the answer. */
export const remarkPage = definePage('/plans/:plan/remarks/:remark', async (visit) => {
  const drafted = await draftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  const { draft, reading } = drafted;
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const at = draft.remarks.findIndex((one) => one.key === visit.param('remark'));
  const found = draft.remarks[at];
  if (found === undefined) return refuse('missing:thing');
  const { key, remark, answer } = found;
  const filter = readFilter(visit.url.searchParams);
  const narrowed = filterQuery(filter);
  const params = { plan, remark: key };
  const field = fieldsOf(visit, 'plan_remark.answer', params);
  const title = ruleTitle(remark.rule);
  const neighbour = (step: 1 | -1) => {
    for (let index = at + step; index >= 0 && index < draft.remarks.length; index += step) {
      const one = draft.remarks[index];
      if (one !== undefined && passes(one, filter)) return one;
    }
    return undefined;
  };
  const [previous, next] = [neighbour(-1), neighbour(1)];
  const concerned = rowsAt(draft.items, remark.spans);
  return {
    title,
    kicker: say('remark.place', { number: at + 1, all: draft.remarks.length }),
    lead: <span lang="vi">{remark.message}</span>,
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: remarksUrl(plan, narrowed, at), label: say('review.show.remark') },
      { href: remarkUrl(plan, key, narrowed), label: title, current: true },
    ],
    body: (
      <>
        <p>
          <Tag tone={SEVERITY_TONES[remark.severity]}>{say(`remark.severity.${remark.severity}`)}</Tag>{' '}
          {answer === null ? null : <Tag tone="done">{say(`remark.answer.${answer.answer}`)}</Tag>}
        </p>
        <Quotations text={reading.text} spans={remark.spans} />
        {concerned.length === 0 ? null : (
          <ul class="plain-list">
            {concerned.map(({ item, label }) => (
              <li>
                <a href={itemUrl(plan, item.key)}>{say('remark.correct-row', { label })}</a>: {titleOf(item)}
              </li>
            ))}
          </ul>
        )}
        <ActionForm
          visit={visit}
          action="plan_remark.answer"
          params={params}
          hidden={narrowed === '' ? undefined : { filter: narrowed }}
        >
          <Radios
            label={say('remark.answer')}
            options={ANSWERS.map((one) => ({ value: one, label: say(`remark.answer.${one}`) }))}
            {...field('answer', answer?.answer)}
          />
          <TextArea label={say('remark.note')} rows={2} {...field('note', answer?.note)} />
          <ButtonRow>
            <Button name="go" value="next">
              {say('remark.save-next')}
            </Button>
            <Button name="go" value="list" variant="secondary">
              {say('remark.save')}
            </Button>
          </ButtonRow>
        </ActionForm>
        <nav class="pager" aria-label={say('remark.pager')}>
          <ul>
            {previous === undefined ? null : (
              <li>
                <a href={remarkUrl(plan, previous.key, narrowed)} rel="prev">
                  {say('remark.previous')}
                </a>
              </li>
            )}
            {next === undefined ? null : (
              <li>
                <a href={remarkUrl(plan, next.key, narrowed)} rel="next">
                  {say('remark.next')}
                </a>
              </li>
            )}
          </ul>
        </nav>
        <p class="hint">{say('remark.mine')}</p>
      </>
    ),
  };
});

/** Rows of the draft that the words concerned were read into. */
function rowsAt(items: readonly Item[], spans: readonly Span[]): { item: Item; label: string }[] {
  const covers = ([from, to]: Span) => spans.some(([start]) => start >= from && start < to);
  return items
    .filter((item) => !item.dropped && item.spans.some(covers))
    .map((item) => ({
      item,
      label: labelOf(item, items.filter((one) => one.kind === item.kind).indexOf(item)),
    }));
}

/** The words concerned, with what stands around them. */
function Quotations({ text, spans }: { text: string; spans: readonly Span[] }) {
  if (spans.length === 0) return null;
  const signs = Array.from(text);
  const part = (from: number, to: number) => signs.slice(Math.max(0, from), to).join('');
  return (
    <>
      {spans.slice(0, QUOTED).map(([start, end]) => (
        <blockquote class="quotation" lang="vi">
          {start > AROUND ? '… ' : null}
          {part(start - AROUND, start)}
          <mark class="chosen">{part(start, end)}</mark>
          {part(end, end + AROUND)}
          {end + AROUND < signs.length ? ' …' : null}
        </blockquote>
      ))}
    </>
  );
}
