/** How long there is still, or by how much it is over, in the reader's words: in one place for all that falls due. */
import {
  type CivilDate,
  type Deadlines,
  officialCalendar,
  type WallTime,
  workingDaysBetween,
} from '../../pure/calendar/index.ts';
import { englishTimeLeftWords } from '../../pure/english/index.ts';
import { type TimeLeftWords, timeLeftText, timeLeftWords } from '../../pure/vietnamese/time-left.ts';
import { platformWords } from '../words.ts';
import { type Language, readersLanguage } from './language.ts';

/** The words of time left, for a browser that counts on. */
export const TIME_LEFT_WORDS: Readonly<Record<Language, TimeLeftWords>> = {
  vi: timeLeftWords,
  en: englishTimeLeftWords,
};

export interface ToldTimeLeft {
  text: string;
  late: boolean;
  /** Minutes of office time left, negative when over. */
  minutes: number;
}

/** Until a minute: "còn 2 ngày 3 giờ làm việc", "quá 4 giờ làm việc"; null beyond the known years. */
export function formatTimeLeft(deadlines: Deadlines, now: WallTime, due: WallTime): ToldTimeLeft | null {
  const minutes = deadlines.between(now, due)?.officeMinutes;
  if (minutes === undefined) return null;
  const late = now > due;
  // Late outside office hours no working time has gone by yet.
  const text =
    late && minutes === 0
      ? platformWords.say('due.just-over')
      : timeLeftText(minutes, deadlines.dayMinutes, TIME_LEFT_WORDS[readersLanguage()]);
  return { text, late, minutes };
}

/** Until a last day: "còn 3 ngày làm việc", "hạn là hôm nay", "quá 2 ngày làm việc". */
export function formatDaysLeft(lastDay: CivilDate, today: CivilDate): string {
  if (lastDay === today) return platformWords.say('due.today');
  const over = today > lastDay;
  const days = Math.abs(workingDaysBetween(today, lastDay, officialCalendar) ?? 0);
  if (days === 0) return platformWords.say(over ? 'due.just-over' : 'due.before-next');
  return platformWords.say(over ? 'due.over' : 'due.left', { days });
}
