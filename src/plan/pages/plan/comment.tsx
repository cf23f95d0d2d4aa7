import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import { isRefusal, refuse } from '../../../platform/refusal.ts';
import { Button, Radios, TextArea } from '../../../platform/view/index.ts';
import { circulationUrl, commentUrl, itemUrl, plansUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { unitNamesById } from './comments.tsx';
import { titleOf } from './describe.ts';
import { draftOfVisit } from './drafters-only.ts';

/** A comment of a unit, the row that it is about, and what the drafters make of it. */
export const commentPage = definePage(commentUrl(':plan', ':comment'), async (visit) => {
  const drafted = await draftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  const { state, draft, row } = drafted;
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const comment = state.comments.find((one) => String(one.number) === visit.param('comment'));
  if (comment === undefined) return refuse('missing:thing');
  const units = await visit.read('plan.draft', (query) => unitNamesById(query, row.agencyId));
  const about = draft.items.find((item) => item.key === comment.item);
  const params = { plan, comment: String(comment.number) };
  const field = fieldsOf(visit, 'plan_comment.answer', params);
  const { answer } = comment;
  const title = say('comment.title', { unit: units.get(comment.unitId ?? '') ?? say('circulation.leaders') });
  return {
    title,
    kicker: draft.document.title,
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: circulationUrl(plan), label: say('circulation.title') },
      { href: commentUrl(plan, comment.number), label: title, current: true },
    ],
    body: (
      <>
        <blockquote class="quotation as-typed">{comment.text}</blockquote>
        {about === undefined ? (
          <p>{say('circulation.comment.whole')}</p>
        ) : (
          <p>
            <a href={itemUrl(plan, about.key)}>{say('comment.row')}</a>: {titleOf(about)}
          </p>
        )}
        <ActionForm visit={visit} action="plan_comment.answer" params={params}>
          <Radios
            label={say('comment.answer')}
            options={[
              { value: 'yes', label: say('comment.taken') },
              { value: 'no', label: say('comment.not-taken') },
            ]}
            {...field('taken', answer === null ? null : answer.taken ? 'yes' : 'no')}
          />
          <TextArea
            label={say('comment.answer.text')}
            hint={say('comment.answer.hint')}
            rows={3}
            {...field('answer', answer?.answer)}
          />
          <Button>{say('comment.save')}</Button>
        </ActionForm>
      </>
    ),
  };
});
