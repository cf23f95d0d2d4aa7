import { z } from 'zod';
import { listUnits } from '../../../agencies/index.ts';
import { defineAction } from '../../../platform/actions/action.ts';
import { optionalId, optionalText, text } from '../../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { ownAreas, placeTasks } from '../../domain/area-decisions.ts';
import type { TaskFields } from '../../domain/draft.ts';
import { placeTasksOf } from '../../open-tasks.ts';
import { findPlan, planSubject } from '../../queries.ts';
import { areasUrl } from '../../urls.ts';
import { draftForDecision, ofPlan, onPlan } from './common.ts';

const draftersOnly = { permission: 'plan.draft', sees: 'plan.draft' } as const;

/** The drafters say which division answers for each reform area. */
export const ownPlanAreas = defineAction({
  name: 'plan_area.own',
  path: '/plans/:plan/areas',
  ...draftersOnly,
  input: ofPlan.extend({
    areas: z.array(z.object({ label: text(40), unit: optionalId() })).max(100, 'too-many'),
  }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const row = await findPlan(performing.query, input.plan);
    const units = await listUnits(performing.query, row?.agencyId ?? '');
    const stranger = input.areas.findIndex(
      ({ unit }) => unit !== null && !units.some((one) => one.id === unit),
    );
    if (stranger >= 0)
      throw new RefusalError(refuse('invalid:choose', {}, { field: `areas.${stranger}.unit` }));
    const { areas } = await draftForDecision(performing, input.plan);
    const { id, seq } = await onPlan(performing, input.plan, (state) =>
      ownAreas(
        state,
        areas,
        input.areas.map(({ label, unit }) => ({ label, unitId: unit })),
      ),
    );
    return { id, seq };
  },
  next: (input) => areasUrl(input.plan),
});

/** The drafters put tasks into reform areas; those of an issued plan move at once, each on its own ledger. */
export const placePlanTasks = defineAction({
  name: 'task.place',
  path: '/plans/:plan/areas/tasks',
  ...draftersOnly,
  input: ofPlan.extend({
    tasks: z.array(z.object({ key: text(40), area: optionalText(40) })).max(2000, 'too-many'),
  }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { areas, items } = await draftForDecision(performing, input.plan);
    const tasks = items
      .filter((item) => item.kind === 'task' && !item.dropped)
      .map(({ key, fields }) => ({ key, area: (fields as TaskFields).area }));
    const { id, seq, state } = await onPlan(performing, input.plan, (plan) =>
      placeTasks(
        plan,
        areas,
        tasks,
        input.tasks.map(({ key, area }) => ({ key, label: area })),
      ),
    );
    if (state.versions.length > 0) {
      const row = await findPlan(performing.query, id);
      if (row !== undefined) await placeTasksOf(performing, row.agencyId, id, state.placed);
    }
    return { id, seq };
  },
  next: (input) => areasUrl(input.plan),
});
