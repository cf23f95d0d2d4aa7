import { listUnits } from '../../../agencies/index.ts';
import { listPage } from '../../../platform/lists/index.ts';
import { Button } from '../../../platform/view/index.ts';
import { chaseList } from '../../chases.ts';
import { findPlan } from '../../queries.ts';
import { chaseSubject } from '../../task-rights.ts';
import { chasesUrl, newChaseUrl } from '../../task-urls.ts';
import { overviewUrl, plansUrl, planUrl } from '../../urls.ts';

/** Whom the Office has chased for a plan, and what they answered. */
export const chasesPage = listPage(chaseList, async (visit) => {
  const id = visit.param('plan');
  const { plan, units } = await visit.read('task.read', async (query) => {
    const found = await findPlan(query, id);
    return { plan: found, units: found === undefined ? [] : await listUnits(query, found.agencyId) };
  });
  if (plan === undefined) return {};
  const chases = visit.may('task.chase', chaseSubject(plan.agencyId, units)).allowed;
  return {
    kicker: plan.title,
    act: chases ? <Button href={newChaseUrl(id)}>{visit.say('chases.open')}</Button> : undefined,
    breadcrumbs: [
      { href: plansUrl(), label: visit.say('plans.title') },
      { href: planUrl(id), label: plan.title ?? plan.fileName },
      { href: overviewUrl(id), label: visit.say('plan.tab.overview') },
      { href: chasesUrl(id), label: visit.say('chases.title'), current: true },
    ],
  };
});
