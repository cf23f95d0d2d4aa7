import { z } from 'zod';
import type { Performing } from '../../../platform/actions/action.ts';
import { id } from '../../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import type { Refusal } from '../../../pure/refusal.ts';
import type { Draft } from '../../domain/draft.ts';
import type { PlanEvent, PlanState } from '../../domain/plan.ts';
import { planLedger } from '../../ledger.ts';
import { findPlanState } from '../../queries.ts';
import { loadDraft } from '../../readings.ts';

export const ofPlan = z.object({ plan: id() });

/** Appends to a plan's ledger. */
export async function onPlan(
  { query, append }: Performing,
  planId: string,
  decide: (state: PlanState | undefined) => PlanEvent[] | Refusal,
  guarded = true,
): Promise<{ id: string; seq: number; state: PlanState }> {
  const row = await query.selectFrom('plan').select('agency_id').where('id', '=', planId).executeTakeFirst();
  if (row === undefined) throw new RefusalError(refuse('missing:thing'));
  const { state, seq } = await append(planLedger, row.agency_id, planId, decide, guarded);
  if (state === undefined) throw new RefusalError(refuse('missing:thing'));
  return { id: planId, seq, state };
}

/** The draft as it stands, for decisions that need the reading too. */
export async function draftForDecision({ query, files }: Performing, planId: string): Promise<Draft> {
  const found = await findPlanState(query, planId);
  const loaded = found && (await loadDraft(files, found.state));
  if (loaded === undefined) throw new RefusalError(refuse('missing:thing'));
  return loaded.draft;
}
