import { z } from 'zod';
import { listChildren, listUnits } from '../../../agencies/index.ts';
import { defineAction } from '../../../platform/actions/action.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { versionInForce } from '../../domain/plan.ts';
import { issue } from '../../domain/plan-decisions.ts';
import { expandRecipients } from '../../domain/recipients.ts';
import { openTasks } from '../../open-tasks.ts';
import { plannedDuties } from '../../planned-duties.ts';
import { plannedTasks } from '../../planned-tasks.ts';
import { findPlan, planSubject } from '../../queries.ts';
import { unitResolver } from '../../readings.ts';
import { planUrl } from '../../urls.ts';
import { draftForDecision, ofPlan, onPlan } from './common.ts';

/** Issues version 1: its tasks open, and the plan goes to each recipient of "Nơi nhận". */
export const issuePlan = defineAction({
  name: 'plan.issue',
  path: '/plans/:plan/issue',
  permission: 'plan.issue',
  sees: 'plan.draft',
  input: ofPlan.extend({
    recipients: z.array(z.object({ written: z.string().max(300), to: z.string().max(60) })).default([]),
  }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { query, clock, reach } = performing;
    const row = await findPlan(query, input.plan);
    if (row === undefined) throw new RefusalError(refuse('missing:thing'));
    const { agencyId } = row;
    const draft = await draftForDecision(performing, input.plan);
    const unitOf = await unitResolver(query, agencyId);
    const recipients = expandRecipients(
      input.recipients,
      await listUnits(query, agencyId),
      await listChildren(query, agencyId),
    );
    const { id, seq, state } = await onPlan(performing, input.plan, (plan) =>
      issue(plan, draft, unitOf, recipients),
    );
    const version = versionInForce(state);
    if (version === undefined) throw new RefusalError(refuse('missing:thing'));
    await openTasks(performing, { agencyId, planId: id, version: version.number }, [
      ...plannedTasks(version.items, state.placed),
      ...plannedDuties(version, unitOf),
    ]);
    const below = [...new Set(recipients.flatMap((recipient) => recipient.agencyId ?? []))];
    await reach(below);
    if (below.length > 0)
      await query
        .insertInto('share')
        .values(
          below.map((to) => ({
            agency_id: agencyId,
            kind: 'plan',
            thing: id,
            to_agency: to,
            valid_from: clock.today(),
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    return { id, seq };
  },
  next: (input) => planUrl(input.plan),
});
