import { defineAction } from '../../../platform/actions/action.ts';
import { civilDay, oneOf, optionalId, text } from '../../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { versionInForce } from '../../domain/plan.ts';
import * as decide from '../../domain/plan-decisions.ts';
import { amendTasks } from '../../open-tasks.ts';
import { plannedDuties } from '../../planned-duties.ts';
import { plannedTasks } from '../../planned-tasks.ts';
import { findPlanState, planSubject } from '../../queries.ts';
import { unitResolver } from '../../readings.ts';
import { amendmentUrl, planUrl, versionsUrl } from '../../urls.ts';
import { draftForDecision, ofPlan, onPlan } from './common.ts';

/** Opens an issued plan for what a correction letter or an amending plan changes. */
export const openAmendment = defineAction({
  name: 'plan.open-amendment',
  path: '/plans/:plan/amendment',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan.extend({
    kind: oneOf(['correction_letter', 'amending_plan']),
    number: text(60),
    date: civilDay(),
    abstract: text(500),
    file: optionalId(),
  }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, { plan, file, ...document }) {
    const { id, seq } = await onPlan(performing, plan, (state) =>
      decide.openAmendment(state, { ...document, fileId: file }, performing.clock.today()),
    );
    return { id, seq };
  },
  next: (input) => amendmentUrl(input.plan),
});

export const abandonAmendment = defineAction({
  name: 'plan.abandon-amendment',
  path: '/plans/:plan/amendment/withdrawal',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan,
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { id, seq } = await onPlan(performing, input.plan, decide.abandonAmendment);
    return { id, seq };
  },
  next: (input) => planUrl(input.plan),
});

/** Makes the next version; tasks are added, changed and withdrawn with it, and keep the work done. */
export const amendPlan = defineAction({
  name: 'plan.amend',
  path: '/plans/:plan/versions',
  permission: 'plan.issue',
  sees: 'plan.draft',
  input: ofPlan,
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const before = await findPlanState(performing.query, input.plan);
    const agencyId = before?.row.agencyId;
    if (agencyId === undefined) throw new RefusalError(refuse('missing:thing'));
    const draft = await draftForDecision(performing, input.plan);
    const unitOf = await unitResolver(performing.query, agencyId);
    const { id, seq, state } = await onPlan(performing, input.plan, (plan) =>
      decide.amend(plan, draft, unitOf),
    );
    const version = versionInForce(state);
    if (version === undefined) throw new RefusalError(refuse('missing:thing'));
    // What a higher agency gives is done by the tasks of our plans.
    if (state.parent === null)
      await amendTasks(performing, { agencyId, planId: id, version: version.number }, [
        ...plannedTasks(version.items, state.placed),
        ...plannedDuties(version, unitOf),
      ]);
    return { id, seq };
  },
  next: (input) => versionsUrl(input.plan),
});
