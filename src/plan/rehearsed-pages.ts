import { allAgencyIds } from '../agencies/index.ts';
import { measuresUrl } from '../measures/index.ts';
import type { House } from '../platform/http/visit.ts';
import { serverScope } from '../platform/policy/policy.ts';
import type { Rehearsed } from '../platform/slice.ts';
import { PUBLIC_STATES } from './queries.ts';
import { myWorkUrl } from './task-urls.ts';
import { areasUrl, nextYearUrl, overviewUrl, planTasksUrl, planUrl } from './urls.ts';

/** The pages of the plan in force that was issued last, which is the longest text of the house, and what counts all tasks. */
export async function rehearsedPages(house: House): Promise<Rehearsed[]> {
  const agencies = await allAgencyIds(house.database);
  const plan = await house.database.read(serverScope(agencies), (query) =>
    query
      .selectFrom('plan')
      .select(['id', 'agency_id'])
      .where('state', 'in', [...PUBLIC_STATES])
      .where('reading', 'is not', null)
      .orderBy('issue_date', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst(),
  );
  if (plan === undefined) return [];
  const text = planUrl(plan.id);
  const pages = [
    text,
    `${text}?remarks=1`,
    `${text}?show=late`,
    planTasksUrl(plan.id),
    areasUrl(plan.id),
    overviewUrl(plan.id),
    nextYearUrl(plan.id),
    myWorkUrl(),
    myWorkUrl('unit'),
    measuresUrl(),
  ];
  return pages.map((address) => ({ agencyId: plan.agency_id, address }));
}
