import type { Visit } from '../../../platform/http/visit.ts';
import { isRefusal, type Refusal, refuse } from '../../../platform/refusal.ts';
import type { Draft } from '../../domain/draft.ts';
import type { PlanState } from '../../domain/plan.ts';
import { EDITABLE } from '../../domain/plan-decisions.ts';
import type { ReadPlan } from '../../domain/read-plan.ts';
import { findPlanState, type PlanRow } from '../../queries.ts';
import { loadDraft } from '../../readings.ts';

/** Pages of drafting are there for drafters only; for others they do not exist. */
export function draftersOnly(visit: Visit): Refusal | null {
  const verdict = visit.may('plan.draft', { agencyId: visit.actor.agencyId });
  if (verdict.allowed) return null;
  return visit.signedIn === null ? verdict.reason : refuse('missing:thing');
}

export interface Drafted {
  row: PlanRow;
  state: PlanState;
  reading: ReadPlan;
  draft: Draft;
}

/** The plan of the page's address with its draft, for those who may draft it. */
export async function draftOfVisit(visit: Visit): Promise<Drafted | Refusal> {
  const refused = draftersOnly(visit);
  if (refused !== null) return refused;
  const found = await visit.read('plan.draft', (query) => findPlanState(query, visit.param('plan')));
  if (found === undefined || !visit.may('plan.draft', { agencyId: found.row.agencyId }).allowed)
    return refuse('missing:thing');
  const loaded = await loadDraft(visit.house.files, found.state);
  return loaded === undefined ? refuse(`conflict:plan-${found.state.state}`) : { ...found, ...loaded };
}

/**
 * The same while the draft may be changed. What was typed into a form that came too late is shown again, whatever the
 * plan has become.
 */
export async function openDraftOfVisit(visit: Visit): Promise<Drafted | Refusal> {
  const drafted = await draftOfVisit(visit);
  if (isRefusal(drafted) || visit.failed !== null || EDITABLE.includes(drafted.state.state)) return drafted;
  return refuse(`conflict:plan-${drafted.state.state}`);
}
