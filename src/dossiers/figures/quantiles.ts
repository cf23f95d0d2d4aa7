import rules from '../../../rules/figures/handling-times.json' with { type: 'json' };

/** So many days, so often. */
export interface DayCount {
  days: number;
  count: number;
}

/** From so many dossiers on a time is shown; below it would speak of single dossiers. */
export const TIMES_SHOWN_FROM = rules.shownFrom.value;

/** The fewest days within which a share of the dossiers was finished; null where there are too few to say. */
export function withinDays(
  times: readonly DayCount[],
  share: number,
  least = TIMES_SHOWN_FROM,
): number | null {
  const all = times.reduce((sum, { count }) => sum + count, 0);
  if (all < Math.max(1, least)) return null;
  let so = 0;
  for (const { days, count } of [...times].sort((one, other) => one.days - other.days)) {
    so += count;
    if (so >= share * all) return days;
  }
  return null;
}
