import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { Button, TextArea, TextInput } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { planDocumentUrl, plansUrl, reviewUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { openDraftOfVisit } from './drafters-only.ts';

/** What the head and the foot of the document say. */
export const planDocumentPage = definePage('/plans/:plan/document', async (visit) => {
  const drafted = await openDraftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const { document } = drafted.draft;
  const field = fieldsOf(visit, 'plan.correct-document', { plan });
  return {
    title: say('review.head.edit'),
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: reviewUrl(plan), label: say('item.back') },
      { href: planDocumentUrl(plan), label: say('review.head.edit'), current: true },
    ],
    body: (
      <ActionForm visit={visit} action="plan.correct-document" params={{ plan }} seq={drafted.state.seq}>
        <TextInput label={say('plan.number')} width="medium" {...field('number', document.number)} />
        <TextInput label={say('plan.type')} width="medium" {...field('type', document.type)} />
        <TextInput
          label={say('plan.date')}
          width="date"
          {...field('date', document.date === null ? null : formatDate(document.date))}
        />
        <TextInput label={say('plan.place')} width="medium" {...field('place', document.place)} />
        <TextArea label={say('plan.name')} rows={2} {...field('title', document.title)} />
        <TextInput label={say('plan.issuer')} {...field('issuer', document.issuer)} />
        <TextInput label={say('plan.signer')} width="medium" {...field('signer', document.signer)} />
        <TextInput label={say('plan.year')} width="number" {...field('planYear', document.planYear)} />
        <TextArea
          label={say('plan.recipients')}
          hint={say('plan.recipients.hint')}
          rows={10}
          {...field('recipients', document.recipients.join('\n'))}
        />
        <Button>{say('item.save')}</Button>
      </ActionForm>
    ),
  };
});
