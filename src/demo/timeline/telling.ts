import { fromDayNumber, toDayNumber } from '../../pure/calendar/index.ts';
import { type Attempt, NOTES, REASONS, STORIES, type Story } from '../data/stories.ts';
import type { Random } from '../random.ts';
import { onWorkingDay, workingDaysAfter } from './days.ts';

/** A milestone with its window; without one it is told as due at the end of the year. */
export interface MilestoneOfPlan {
  no: number;
  start: string | null;
  end: string | null;
}

/** What happens to a milestone in the year. */
export interface Told extends Pick<Story, 'reopened' | 'number'> {
  assigned: string;
  started: string;
  attempts: readonly Attempt[];
  notes: readonly { day: string; text: string }[];
}

/** Work is given out after Tết, which ends on 10 February 2019. */
const AFTER_TET = '2019-02-11';
const LAST_DAY = '2019-12-31';

/** Tells what happens to a milestone: as it stands among the stories, or made up. */
export function tell(task: string, milestone: MilestoneOfPlan, random: Random): Told {
  const end = milestone.end ?? '2019-12-20';
  const story = STORIES.find((one) => one.task === task && (one.milestone ?? 1) === milestone.no);
  const assigned = story?.assigned ?? assignmentDay(end, random);
  const started = story?.started ?? workingDaysAfter(assigned, random.whole(1, 12));
  if (story !== undefined)
    return { ...story, notes: story.notes ?? [], ...beforeAll({ assigned, started }, story) };
  const attempts = withinYear(madeUp(started, end, random));
  const notes = random.chance(30)
    ? [{ day: workingDaysAfter(started, random.whole(2, 15)), text: random.pick(NOTES) }]
    : [];
  const first = attempts[0]?.submitted ?? LAST_DAY;
  return { assigned, started, attempts, notes: notes.filter(({ day }) => day < first) };
}

/** Work of the first quarter is given out after Tết, later work in the months before its window. */
function assignmentDay(end: string, random: Random): string {
  if (end < AFTER_TET) return '2019-01-29';
  if (end <= '2019-03-31') return workingDaysAfter(AFTER_TET, random.whole(0, 8));
  const from = toDayNumber('2019-03-04');
  const to = Math.max(from, Math.min(toDayNumber(end) - 45, toDayNumber('2019-08-30')));
  return onWorkingDay(fromDayNumber(random.whole(from, to)));
}

/** Nobody begins, or is given, what is handed in or spoken of already. */
function beforeAll(days: { assigned: string; started: string }, { attempts, notes, ...story }: Story) {
  const firstNote = notes?.[0]?.day ?? LAST_DAY;
  const before = attempts[0] === undefined ? LAST_DAY : dayBefore(attempts[0].submitted);
  const earliest = (...of: string[]) => of.sort()[0] ?? LAST_DAY;
  const assigned = story.assigned ?? earliest(days.assigned, before, firstNote);
  return { assigned, started: story.started ?? earliest(days.started, before) };
}

function dayBefore(day: string): string {
  return fromDayNumber(toDayNumber(day) - 1);
}

/** Most are in time, some come back once, some are late, a few are never done. */
function madeUp(started: string, end: string, random: Random): Attempt[] {
  const roll = random.whole(1, 100);
  if (roll > 95) return [];
  const late = roll > 82;
  const aimed = fromDayNumber(toDayNumber(end) + (late ? random.whole(4, 24) : -random.whole(2, 18)));
  const earliest = workingDaysAfter(started, random.whole(2, 5));
  const dated = earliest > aimed ? earliest : onWorkingDay(aimed);
  const submitted = workingDaysAfter(dated, random.whole(0, 3));
  const answered = workingDaysAfter(submitted, random.whole(1, 5));
  if (late || roll <= 66) return [{ dated, submitted, answered }];
  const again = workingDaysAfter(answered, random.whole(2, 6));
  return [
    { dated, submitted, answered, reason: random.pick(REASONS) },
    { dated: again, submitted: again, answered: workingDaysAfter(again, random.whole(1, 3)) },
  ];
}

/** What would happen in January 2020 is not told. */
function withinYear(attempts: readonly Attempt[]): Attempt[] {
  return attempts
    .filter(({ submitted }) => submitted <= LAST_DAY)
    .map((attempt) => ({
      ...attempt,
      answered: attempt.answered !== null && attempt.answered <= LAST_DAY ? attempt.answered : null,
    }));
}
