import type { Temporal } from 'temporal-polyfill';
import { wallTime } from '../../platform/clock/clock.ts';
import { formatInstant } from '../../platform/http/format.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { TimeLeftProps } from '../../platform/view/index.ts';
import { englishTimeLeftWords } from '../../pure/english/index.ts';
import { timeLeftText, timeLeftWords } from '../../pure/vietnamese/time-left.ts';
import type { DeskClock } from '../appointed.ts';
import { isOpen } from '../domain/status.ts';
import type { DossierRow } from '../queries.ts';
import { dossierDeadlineUrl } from '../urls.ts';

/** What is left of the time, or by how much it is late, with the way to its explanation; undefined where no clock runs. */
export function timeLeftOf(
  visit: Visit,
  { deadlines }: Pick<DeskClock, 'deadlines'>,
  row: Pick<DossierRow, 'id' | 'status' | 'dueAt'>,
): TimeLeftProps | undefined {
  const due = row.dueAt;
  if (due === null || !isOpen(row.status)) return undefined;
  const now = visit.house.clock.now();
  const minutes = deadlines.between(wallTime(now), wallTime(due))?.officeMinutes;
  if (minutes === undefined) return undefined;
  const { dayMinutes } = deadlines;
  const late = isAfter(now, due);
  const words = visit.language === 'en' ? englishTimeLeftWords : timeLeftWords;
  return {
    // Late outside office hours: no working time has gone by yet.
    text:
      late && minutes === 0
        ? words.over.replace('{time}', `0 ${words.minute.split('|').at(-1)}`)
        : timeLeftText(minutes, dayMinutes, words),
    tone: late ? 'late' : minutes <= dayMinutes ? 'due-soon' : 'on-time',
    date: formatInstant(due),
    iso: due.toString(),
    href: dossierDeadlineUrl(row.id),
  };
}

/** Whether it ended late: judged by the original appointed time, moved by lawful supplements alone. */
export function endedLate({ endedAt, dueAt }: Pick<DossierRow, 'endedAt' | 'dueAt'>): boolean {
  return endedAt !== null && dueAt !== null && isAfter(endedAt, dueAt);
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return one.epochNanoseconds > other.epochNanoseconds;
}
