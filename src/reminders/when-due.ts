import type { Tone } from '../platform/view/index.ts';
import { type CivilDate, officialCalendar, workingDaysBetween } from '../pure/calendar/index.ts';
import type { reminderWords } from './words.ts';

/** How long there is until a last day, in working days, or how long it is over; what is reminded of is due soon. */
export function whenDue(
  say: ReturnType<typeof reminderWords.in>,
  lastDay: CivilDate,
  today: CivilDate,
): { text: string; tone: Tone } {
  const tone = today > lastDay ? 'late' : 'due-soon';
  if (today === lastDay) return { text: say('reminder.today'), tone };
  const days = Math.abs(workingDaysBetween(today, lastDay, officialCalendar) ?? 0);
  if (days === 0) return { text: say(today > lastDay ? 'reminder.just-over' : 'reminder.days-off'), tone };
  return { text: say(today > lastDay ? 'reminder.over' : 'reminder.left', { days }), tone };
}
