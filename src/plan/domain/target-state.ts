import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { TargetFields } from './draft.ts';
import type { Comparator } from './read-plan.ts';

export const TARGET_STATES = ['met', 'not_met', 'not_due', 'uncountable'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

/** What its measure counted; the denominator is null where that is a plain count. */
export interface TargetNumbers {
  numerator: number;
  denominator: number | null;
}

const HOLDS: Record<Comparator, (difference: number) => boolean> = {
  '=': (difference) => difference === 0,
  '>=': (difference) => difference >= 0,
  '>': (difference) => difference > 0,
  '<=': (difference) => difference <= 0,
  '<': (difference) => difference < 0,
};

/** Whether the target speaks of a share of something, and so needs a measure that counts out of something. */
export const isShare = ({ measureUnit }: Pick<TargetFields, 'measureUnit'>): boolean =>
  measureUnit.trim() === '%';

/**
 * How a target stands. What has been reached is met from the day that it is; what must not be exceeded is met only
 * when its period has ended, and not met as soon as it is exceeded. A share is compared by its counts, never by a
 * quotient.
 * @param measured null where nothing measures it; over nothing it cannot be counted either
 * @param end last day of the target's period; null where the plan says no year
 */
export function targetState(
  measured: TargetNumbers | null,
  target: Pick<TargetFields, 'comparator' | 'threshold' | 'measureUnit'>,
  end: CivilDate | null,
  today: CivilDate,
): TargetState {
  if (measured === null) return 'uncountable';
  const { numerator, denominator } = measured;
  if (isShare(target) ? denominator === null || denominator === 0 : denominator === 0) return 'uncountable';
  const over = isShare(target)
    ? numerator * 100 - target.threshold * (denominator ?? 0)
    : numerator - target.threshold;
  // 0,1 and its like are no binary numbers.
  const holds = HOLDS[target.comparator](Math.abs(over) < 1e-9 ? 0 : over);
  const open = end === null || today <= end;
  const limit = target.comparator === '<=' || target.comparator === '<';
  if (limit && open) {
    // More may still join what a share is taken of; a plain count only grows.
    return holds || isShare(target) ? 'not_due' : 'not_met';
  }
  if (holds) return 'met';
  return open ? 'not_due' : 'not_met';
}
