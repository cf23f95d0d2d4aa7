import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { Button, Checkboxes, Facts, Notice } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { ITEM_KINDS, standing } from '../../domain/draft.ts';
import { adoptionObstacles } from '../../domain/plan-decisions.ts';
import { parentWords } from '../../parent-words.ts';
import { plansOfParent } from '../../parents.ts';
import { adoptionUrl, planDocumentUrl, plansUrl, reviewUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { openDraftOfVisit } from '../plan/drafters-only.ts';

/** The last look before a plan of a higher agency is adopted, and which of ours carry it out. */
export const adoptionPage = definePage(adoptionUrl(':plan'), async (visit) => {
  const drafted = await openDraftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  const { draft, state, row } = drafted;
  const say = parentWords.in(visit.language);
  const plan = visit.param('plan');
  const ours = await visit.read('plan.draft', (query) => plansOfParent(query, row.agencyId, 'any'));
  const obstacles = adoptionObstacles(draft);
  const sayPlan = planWords.in(visit.language);
  const field = fieldsOf(visit, 'plan.adopt', { plan });
  const { number, date, planYear, title } = draft.document;
  return {
    title: say('adopt.title'),
    kicker: title,
    lead: say('adopt.lead'),
    breadcrumbs: [
      { href: plansUrl(), label: sayPlan('plans.title') },
      { href: reviewUrl(plan), label: sayPlan('item.back') },
      { href: adoptionUrl(plan), label: say('adopt.title'), current: true },
    ],
    body: (
      <>
        {obstacles.length === 0 ? null : (
          <Notice tone="warning" title={say('adopt.obstacles')}>
            <ul>
              {obstacles.map((obstacle) => (
                <li>
                  <a href={planDocumentUrl(plan)}>{visit.words(obstacle)}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Facts
          facts={[
            { label: sayPlan('plan.number'), value: number },
            { label: sayPlan('plan.date'), value: date === null ? null : formatDate(date) },
            { label: sayPlan('plan.year'), value: planYear },
            ...ITEM_KINDS.map((kind) => ({
              label: sayPlan(`review.show.${kind}`),
              value: standing(draft, kind).length,
            })),
          ]}
        />
        <ActionForm visit={visit} action="plan.adopt" params={{ plan }} seq={state.seq}>
          {ours.length === 0 ? (
            <p class="hint">{say('adopt.plans.none')}</p>
          ) : (
            <Checkboxes
              label={say('adopt.plans')}
              hint={say('adopt.plans.hint')}
              options={ours.map((own) => ({
                value: own.id,
                label: own.title ?? own.fileName,
                hint: [own.number, own.issueDate === null ? null : formatDate(own.issueDate)]
                  .filter((part) => part !== null)
                  .join(' · '),
              }))}
              {...field.many(
                'plans',
                ours.filter((own) => own.planYear === planYear && own.parentId === null).map((own) => own.id),
              )}
            />
          )}
          <Button disabledReason={obstacles[0] === undefined ? undefined : visit.words(obstacles[0])}>
            {say('adopt.submit')}
          </Button>
        </ActionForm>
      </>
    ),
  };
});
