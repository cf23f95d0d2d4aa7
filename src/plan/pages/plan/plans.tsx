import { agencyNames } from '../../../agencies/index.ts';
import { definePage } from '../../../platform/http/page.ts';
import { Button, DataTable } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { adoptedPlans } from '../../parents.ts';
import { listPlans, type PlanRow, PUBLIC_STATES } from '../../queries.ts';
import { circulationUrl, newPlanUrl, parentUrl, plansUrl, planUrl, reviewUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { scopeSees } from './recipients.tsx';
import { PlanStateTag } from './state-tag.tsx';

/** The plans that the visitor may see; drafts are for their drafters, and for commenters while they circulate. */
export const plansPage = definePage(plansUrl(), async (visit) => {
  const say = planWords.in(visit.language);
  const subject = { agencyId: visit.actor.agencyId };
  const drafts = visit.may('plan.draft', subject).allowed;
  const comments = visit.may('plan.comment', subject).allowed;
  const issued = await visit.read('plan.read', (query, scope) => listPlans(query, scope, PUBLIC_STATES));
  const unissued = await visit.read(drafts ? 'plan.draft' : 'plan.comment', (query, scope) =>
    listPlans(
      query,
      scope,
      drafts ? ['uploaded', 'unreadable', 'draft', 'circulating'] : comments ? ['circulating'] : [],
    ),
  );
  const abandoned = drafts
    ? await visit.read('plan.draft', (query, scope) => listPlans(query, scope, ['abandoned']))
    : [];
  const adopted =
    visit.signedIn === null
      ? []
      : await visit.read('plan.read', (query) => adoptedPlans(query, subject.agencyId));
  const agencies = await visit.read('plan.read', (query) =>
    agencyNames(query, [...issued.map((plan) => plan.agencyId), subject.agencyId]),
  );
  return {
    title: say('plans.title'),
    act: drafts ? <Button href={newPlanUrl()}>{say('plans.upload')}</Button> : undefined,
    body: (
      <>
        <DataTable
          id="plans"
          caption={say('plans.caption')}
          captionHidden
          rows={[...unissued, ...issued]}
          empty={{
            text: say('plans.empty'),
            act: drafts ? <Button href={newPlanUrl()}>{say('plans.upload')}</Button> : undefined,
          }}
          columns={[
            {
              key: 'title',
              label: say('plan.name'),
              rowHeader: true,
              cell: (plan) => (
                <a href={pageOf(plan, drafts)}>
                  {plan.title ?? say('plan.untitled', { file: plan.fileName })}
                </a>
              ),
            },
            {
              key: 'agency',
              label: say('plan.agency'),
              cell: (plan) => agencies.get(plan.agencyId) ?? '–',
            },
            {
              key: 'number',
              label: say('plan.number'),
              nowrap: true,
              cell: (plan) => (plan.number === null ? '–' : <a href={pageOf(plan, drafts)}>{plan.number}</a>),
            },
            {
              key: 'date',
              label: say('plan.date'),
              nowrap: true,
              cell: (plan) => (plan.issueDate === null ? '–' : formatDate(plan.issueDate)),
            },
            { key: 'year', label: say('plan.year'), align: 'end', cell: (plan) => plan.planYear ?? '–' },
            {
              key: 'state',
              label: say('plan.state'),
              nowrap: true,
              // That a plan is being amended is its agency's own affair until the next version is issued.
              cell: (plan) => (
                <PlanStateTag visit={visit} state={scopeSees(visit, plan.agencyId) ? plan.state : 'issued'} />
              ),
            },
          ]}
        />
        {adopted.length === 0 ? null : (
          <>
            <h2>{visit.say('plans.adopted')}</h2>
            <ul>
              {adopted.map((plan) => (
                <li>
                  <a href={planUrl(plan.id)}>
                    {[plan.title ?? plan.fileName, plan.number].filter((part) => part !== null).join(', ')}
                  </a>{' '}
                  · <a href={parentUrl(plan.id)}>{visit.say('plan.tab.mapping')}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        {abandoned.length === 0 ? null : (
          <details class="link-group">
            <summary>{say('plans.abandoned', { count: abandoned.length })}</summary>
            <ul>
              {abandoned.map((plan) => (
                <li>
                  <a href={reviewUrl(plan.id)}>{plan.title ?? plan.fileName}</a>
                </li>
              ))}
            </ul>
          </details>
        )}
      </>
    ),
  };
});

/** Where a plan is read; one that is not issued is reviewed by its drafters and commented on by others. */
function pageOf({ id, state }: PlanRow, drafts: boolean): string {
  if (PUBLIC_STATES.includes(state)) return planUrl(id);
  return drafts ? reviewUrl(id) : circulationUrl(id);
}
