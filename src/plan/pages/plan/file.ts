import { definePage } from '../../../platform/http/page.ts';
import { refuse } from '../../../platform/refusal.ts';
import { findPlan, findPlanState } from '../../queries.ts';
import { amendmentFileUrl } from '../../urls.ts';

/** The uploaded file, as it came: for drafters, and once the plan is issued for all who may read it. */
export const planFilePage = definePage('/plans/:plan/file', async (visit) => {
  const file = await visit.read('plan.read', async (query) => {
    const plan = await findPlan(query, visit.param('plan'));
    if (
      plan === undefined ||
      (plan.version === 0 && !visit.may('plan.draft', { agencyId: plan.agencyId }).allowed)
    )
      return undefined;
    return query
      .selectFrom('plan')
      .innerJoin('stored_file', (join) =>
        join
          .onRef('stored_file.agency_id', '=', 'plan.agency_id')
          .onRef('stored_file.id', '=', 'plan.file_id'),
      )
      .select(['stored_file.sha256', 'stored_file.name', 'stored_file.removed_at'])
      .where('plan.id', '=', plan.id)
      .executeTakeFirst();
  });
  if (file === undefined || file.removed_at !== null) return refuse('missing:thing');
  return {
    download: await visit.house.files.get(file.sha256),
    type: 'application/octet-stream',
    name: file.name,
  };
});

/** The document that a later version was made by. */
export const amendmentFilePage = definePage(amendmentFileUrl(':plan', ':version'), async (visit) => {
  const file = await visit.read('plan.read', async (query) => {
    const found = await findPlanState(query, visit.param('plan'));
    const version = found?.state.versions.find((one) => String(one.number) === visit.param('version'));
    if (found === undefined || !version?.by?.fileId) return undefined;
    return query
      .selectFrom('stored_file')
      .select(['sha256', 'name', 'removed_at'])
      .where('agency_id', '=', found.row.agencyId)
      .where('id', '=', version.by.fileId)
      .executeTakeFirst();
  });
  if (file === undefined || file.removed_at !== null)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  return {
    download: await visit.house.files.get(file.sha256),
    type: 'application/octet-stream',
    name: file.name,
  };
});
