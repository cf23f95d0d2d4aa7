import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import type { TaskStateName } from '../task.ts';
import { type Today, verdictOn } from '../verdict.ts';

/** Counts above a list of tasks, each of which is also its filter. */
export const SHOWS = [
  'late',
  'due_soon',
  'not_started',
  'assigned',
  'started',
  'submitted',
  'sent_back',
  'confirmed',
] as const;
export type Show = (typeof SHOWS)[number];

/** What a count needs to know of a task. */
export interface Shown {
  state: TaskStateName;
  /** Whether one of its milestones waits for confirmation. */
  waiting: boolean;
  /** Last day of the next milestone without evidence. */
  nextEnd: CivilDate | null;
}

/** The counts that a task is part of; `showCondition` of the lists says the same as SQL. */
export function showsOf({ state, waiting, nextEnd }: Shown, today: Today): Show[] {
  const verdict = verdictOn(nextEnd, null, today);
  return SHOWS.filter((show) => {
    if (show === 'submitted') return waiting;
    return show === 'late' || show === 'due_soon' ? verdict === show : state === show;
  });
}
