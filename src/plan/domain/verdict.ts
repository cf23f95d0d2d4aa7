import type { CivilDate } from '../../pure/calendar/civil-date.ts';

/**
 * How something stands against its last day: without one, done in time, done too late, late (not done and past),
 * due soon, or with time to go.
 */
export const VERDICTS = ['undated', 'on_time', 'done_late', 'late', 'due_soon', 'ahead'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The day on which one judges, and the last day that counts as soon. */
export interface Today {
  today: CivilDate;
  soonUntil: CivilDate;
}

/**
 * The one definition of on time: the evidence date is not after the last day. The same stands as SQL in
 * `../measures.ts`.
 * @param end the last day that is still on time; null where only a later event can fix it
 * @param evidenceDate day of the evidence that was submitted or confirmed; null where there is none
 */
export function verdictOn(
  end: CivilDate | null,
  evidenceDate: CivilDate | null,
  { today, soonUntil }: Today,
): Verdict {
  if (end === null) return 'undated';
  if (evidenceDate !== null) return evidenceDate <= end ? 'on_time' : 'done_late';
  if (today > end) return 'late';
  return end <= soonUntil ? 'due_soon' : 'ahead';
}

/** Both verdicts of a milestone: by its due window, and by the requirement's own date where it has one. */
export interface Verdicts {
  byWindow: Verdict;
  byRequirement: Verdict | null;
}

export function verdictsOn(
  milestone: { end: CivilDate | null; requirementEnd: CivilDate | null; evidenceDate: CivilDate | null },
  today: Today,
): Verdicts {
  const { end, requirementEnd, evidenceDate } = milestone;
  return {
    byWindow: verdictOn(end, evidenceDate, today),
    byRequirement: requirementEnd === null ? null : verdictOn(requirementEnd, evidenceDate, today),
  };
}
