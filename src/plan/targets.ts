import { values } from '../measures/index.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import { asOfDay } from '../platform/measure/as-of.ts';
import type { Measure } from '../platform/measure/measure.ts';
import type { Scope } from '../platform/policy/policy.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { TargetFields } from './domain/draft.ts';
import type { LiveTarget } from './domain/living/live-items.ts';
import { targetState } from './domain/target-state.ts';
import type { PlanItemRow, PlanRow } from './queries.ts';

/** Reads under a permission, as far as the asker's scope goes; `Visit.read` is one. */
export type ReadUnder = <T>(
  permission: string,
  run: (query: Reader, scope: Scope) => Promise<T>,
) => Promise<T>;

/** The last day for which a plan's targets are set. */
export const lastDayOf = ({ planYear }: Pick<PlanRow, 'planYear'>): CivilDate | null =>
  planYear === null ? null : `${planYear}-12-31`;

/**
 * How the targets of a plan stand now, or did when its year ended, by key: each by its measure, as far as the asker
 * may see what that counts. A target without measure is there too, with the reason that was given.
 */
export async function readTargets(
  read: ReadUnder,
  measures: readonly Measure[],
  plan: Pick<PlanRow, 'id' | 'planYear'>,
  targets: readonly PlanItemRow[],
  clock: Clock,
): Promise<ReadonlyMap<string, LiveTarget>> {
  const end = lastDayOf(plan);
  const today = clock.today();
  const at = asOfDay(end !== null && end < today ? end : today, clock);
  const wanted = measures.filter(({ id }) => targets.some(({ measure }) => measure === id));
  const found = new Map<string, LiveTarget['measured']>();
  for (const permission of new Set(wanted.map((measure) => measure.permission)))
    await read(permission, async (query, scope) => {
      if (scope.whole.length === 0) return;
      const allowed = wanted.filter((one) => one.permission === permission);
      const counted = await values(query, scope, allowed, at, { partOf: plan.id });
      for (const [index, { id }] of allowed.entries()) found.set(id, counted[index] ?? null);
    });
  return new Map(
    targets.map(({ item, measure, unmeasured }) => {
      const measured = found.get(measure ?? '') ?? null;
      const state = targetState(measured, item.fields as TargetFields, end, today);
      return [item.key, { state, measure, reason: unmeasured, measured }];
    }),
  );
}
