import { isRefusal, type Refusal, refuse } from '../../pure/refusal.ts';
import type { Area } from './areas.ts';
import type { PlanEvent, PlanState, PlanStateName } from './plan.ts';

/** What a form sends of a task that stays in the area that the plan prints, which is none of the plan's own. */
export const AS_PRINTED = '=';

/** Areas are the drafters' order in the plan, not its text: they may be put right after it is issued too. */
const OPEN: readonly PlanStateName[] = ['draft', 'circulating', 'issued', 'amending'];

function open(state: PlanState | undefined): PlanState | Refusal {
  if (state === undefined) return refuse('missing:thing');
  return OPEN.includes(state.state) ? state : refuse(`conflict:plan-${state.state}`);
}

/** Says which unit answers for each area; nothing is recorded of those that stay as they were. */
export function ownAreas(
  state: PlanState | undefined,
  areas: readonly Area[],
  owners: readonly { label: string; unitId: string | null }[],
): PlanEvent[] | Refusal {
  const plan = open(state);
  if (isRefusal(plan)) return plan;
  if (owners.some(({ label }) => !areas.some((area) => area.label === label))) return refuse('missing:thing');
  return owners
    .filter(({ label, unitId }) => (plan.owners[label] ?? null) !== unitId)
    .map(({ label, unitId }) => ({ type: 'area-owned', version: 1, payload: { area: label, unitId } }));
}

/** Puts tasks into areas, by the areas' labels; null takes a task out of its area. */
export function placeTasks(
  state: PlanState | undefined,
  areas: readonly Area[],
  tasks: readonly { key: string; area: string | null }[],
  places: readonly { key: string; label: string | null }[],
): PlanEvent[] | Refusal {
  const plan = open(state);
  if (isRefusal(plan)) return plan;
  const changed: Record<string, string | null> = {};
  for (const [index, { key, label }] of places.entries()) {
    if (label === AS_PRINTED) continue;
    const task = tasks.find((one) => one.key === key);
    const area = areas.find((one) => one.label === label);
    if (task === undefined) return refuse('missing:thing');
    if (label !== null && area === undefined)
      return refuse('invalid:choose', {}, { field: `tasks.${index}.area` });
    const name = area?.name ?? null;
    if (areaOfTask(plan.placed, key, task.area) !== name) changed[key] = name;
  }
  if (Object.keys(changed).length === 0) return [];
  return [{ type: 'tasks-placed', version: 1, payload: { areas: changed } }];
}

/** The area of a task: where the drafters have put it, and otherwise what the plan prints. */
export function areaOfTask(placed: PlanState['placed'], key: string, printed: string | null): string | null {
  return key in placed ? (placed[key] ?? null) : printed;
}
