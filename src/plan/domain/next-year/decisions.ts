import { isRefusal, type Refusal, refuse } from '../../../pure/refusal.ts';
import type { PlanEvent, PlanState } from '../plan.ts';
import { versionInForce } from '../plan.ts';
import type { Recurrence } from './recurrence.ts';

/** Settles which tasks of an issued plan come again next year; nothing is recorded of those that stay as they were. */
export function settleRecurrences(
  state: PlanState | undefined,
  tasks: readonly { key: string; recurrence: Recurrence | null }[],
): PlanEvent[] | Refusal {
  const plan = issuedPlan(state);
  if (isRefusal(plan)) return plan;
  const known = new Set(
    versionInForce(plan)?.items.flatMap(({ kind, key }) => (kind === 'task' ? [key] : [])),
  );
  if (tasks.some(({ key }) => !known.has(key))) return refuse('missing:thing');
  const changed = tasks.filter(({ key, recurrence }) => (plan.recurrences[key] ?? null) !== recurrence);
  if (changed.length === 0) return [];
  const recurrences = Object.fromEntries(changed.map(({ key, recurrence }) => [key, recurrence]));
  return [{ type: 'recurrences-settled', version: 1, payload: { recurrences } }];
}

/** Only a plan in force has a next year. */
function issuedPlan(state: PlanState | undefined): PlanState | Refusal {
  if (state === undefined) return refuse('missing:thing');
  return state.state === 'issued' || state.state === 'amending'
    ? state
    : refuse(`conflict:plan-${state.state}`);
}
