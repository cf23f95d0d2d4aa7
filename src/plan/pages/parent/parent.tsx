import { Figures, readFigures } from '../../../measures/index.ts';
import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { ListView, listStatus, readVisitList } from '../../../platform/lists/index.ts';
import { isRefusal, refuse } from '../../../platform/refusal.ts';
import { Button, ButtonRow, EmptyState, Select } from '../../../platform/view/index.ts';
import type { Content } from '../../../platform/view/types.ts';
import { parentItemList } from '../../parent-list.tsx';
import { parentWords } from '../../parent-words.ts';
import { adoptedPlans, firstUndecided, parentMeasures, plansOfParent } from '../../parents.ts';
import { findPlan, type PlanRow } from '../../queries.ts';
import { parentItemUrl, parentUrl, plansUrl, planUrl, suggestionsUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { PlanTabs } from '../plan/plan-tabs.tsx';
import { scopeSees } from '../plan/recipients.tsx';

/** What a plan carries out of a higher agency's, or of an adopted plan, what ours carry out of it. */
export const parentPage = definePage(parentUrl(':plan'), async (visit) => {
  const say = parentWords.in(visit.language);
  const id = visit.param('plan');
  const found = await visit.read('plan.read', async (query) => {
    const plan = await findPlan(query, id);
    if (plan === undefined || plan.version === 0 || !scopeSees(visit, plan.agencyId)) return undefined;
    const parent = plan.adopted ? plan : plan.parentId === null ? null : await findPlan(query, plan.parentId);
    return {
      plan,
      parent: parent ?? null,
      adopted: await adoptedPlans(query, plan.agencyId),
      ours: parent ? await plansOfParent(query, plan.agencyId, parent.id) : [],
      undecided: parent ? await firstUndecided(query, parent) : undefined,
    };
  });
  if (found === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { plan, parent, ours, adopted, undecided } = found;
  const drafts = visit.may('plan.draft', { agencyId: plan.agencyId }).allowed;
  const read = parent && (await readVisitList(visit, parentItemList, { params: { plan: parent.id } }));
  if (isRefusal(read)) return read;
  const figures = parent ? await readFigures(visit, parentMeasures, { partOf: parent.id }) : [];
  return {
    title: say(plan.adopted ? 'parent.of' : 'parent.title'),
    kicker: plan.title,
    width: 'wide',
    status: listStatus(read?.refused),
    act:
      drafts && parent !== null && ours.length > 0 ? (
        <ButtonRow>
          <Button href={suggestionsUrl(parent.id)} variant="secondary">
            {say('parent.suggestions')}
          </Button>
          {undecided === undefined ? null : (
            <Button href={parentItemUrl(parent.id, undecided)}>{say('parent.next')}</Button>
          )}
        </ButtonRow>
      ) : undefined,
    breadcrumbs: [
      { href: plansUrl(), label: planWords.in(visit.language)('plans.title') },
      { href: planUrl(id), label: plan.title ?? plan.fileName },
      { href: parentUrl(id), label: say(plan.adopted ? 'parent.of' : 'parent.title'), current: true },
    ],
    body: (
      <>
        <PlanTabs visit={visit} plan={id} at="parent" adopted={plan.adopted} />
        {plan.adopted ? (
          <Links
            label={say('parent.carried-out-by')}
            plans={ours}
            empty={say('parent.carried-out-by.none')}
          />
        ) : parent === null ? (
          <EmptyState>{say('parent.none')}</EmptyState>
        ) : (
          <Links label={say('parent.is')} plans={[parent]} />
        )}
        {read === null || parent === null ? null : (
          <>
            <Figures visit={visit} figures={figures} />
            <ListView
              visit={visit}
              list={parentItemList}
              params={{ plan: parent.id }}
              read={read}
              captionHidden
            />
          </>
        )}
        {drafts && !plan.adopted ? <ChooseParent visit={visit} plan={plan} adopted={adopted} /> : null}
      </>
    ),
  };
});

function Links({ label, plans, empty }: { label: string; plans: readonly PlanRow[]; empty?: Content }) {
  if (plans.length === 0) return <p class="hint">{empty}</p>;
  return (
    <p>
      {label}:{' '}
      {plans.map((plan, index) => (
        <>
          {index === 0 ? '' : '; '}
          <a href={planUrl(plan.id)}>
            {[plan.title ?? plan.fileName, plan.number].filter((part) => part !== null).join(', ')}
          </a>
        </>
      ))}
    </p>
  );
}

/** Says which adopted plan this one carries out. */
function ChooseParent({
  visit,
  plan,
  adopted,
}: {
  visit: Visit;
  plan: PlanRow;
  adopted: readonly PlanRow[];
}) {
  const say = parentWords.in(visit.language);
  if (adopted.length === 0) return <p class="hint">{say('parent.choose.empty')}</p>;
  const field = fieldsOf(visit, 'plan.link-parent', { plan: plan.id });
  const form = (
    <ActionForm visit={visit} action="plan.link-parent" params={{ plan: plan.id }}>
      <Select
        label={say('parent.choose')}
        empty={say('parent.choose.none')}
        options={adopted.map((one) => ({
          value: one.id,
          label: [one.title ?? one.fileName, one.number].filter((part) => part !== null).join(', '),
        }))}
        {...field('parent', plan.parentId)}
      />
      <Button variant="secondary">{say('parent.choose.submit')}</Button>
    </ActionForm>
  );
  if (plan.parentId === null) return form;
  return (
    <details
      class="link-group"
      open={visit.failedForm('plan.link-parent', `/plans/${plan.id}/parent`) !== null}
    >
      <summary>{say('parent.change')}</summary>
      {form}
    </details>
  );
}
