import type { Budget } from './budget.ts';
import type { CivilDate } from './civil-date.ts';
import type { Deadlines } from './deadline.ts';
import type { Interval, SupplementPolicy } from './intervals.ts';
import type { WallTime } from './moment.ts';

/** A due time that was given to somebody, and what it follows from. */
export interface Appointed {
  readonly start: WallTime;
  readonly budget: Budget;
  readonly intervals: readonly Interval[];
  readonly policy: SupplementPolicy;
  /** As it was given. */
  readonly due: WallTime;
}

/** What a new calendar would make of one. */
export interface AppointedChange<Thing extends Appointed> {
  readonly thing: Thing;
  readonly due: WallTime;
  /** Days on its way that one calendar counts and the other does not. */
  readonly days: readonly { readonly date: CivilDate; readonly counted: boolean }[];
}

/**
 * Which appointed times another calendar would move, in the order given. One that is not what the calendar in force gives
 * was set by a person, and stays.
 */
export function changesUnder<Thing extends Appointed>(
  inForce: Deadlines,
  other: Deadlines,
  things: readonly Thing[],
): AppointedChange<Thing>[] {
  return things.flatMap((thing) => {
    const { start, budget, intervals, policy } = thing;
    if (inForce.dueWith(start, budget, intervals, policy) !== thing.due) return [];
    const due = other.dueWith(start, budget, intervals, policy);
    if (due === null || due === thing.due) return [];
    const [, last = due] = [due, thing.due].sort();
    return [{ thing, due, days: inForce.differences(other, start.slice(0, 10), last.slice(0, 10)) }];
  });
}
