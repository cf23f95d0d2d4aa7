import { wallTime } from '../../platform/clock/clock.ts';
import { formatInstant } from '../../platform/http/format.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { formatTimeLeft } from '../../platform/i18n/time-left.ts';
import type { TimeLeftProps } from '../../platform/view/index.ts';
import type { DeskClock } from '../appointed.ts';
import { isOpen } from '../domain/status.ts';
import { isOnTime } from '../figures/verdict.ts';
import type { DossierRow } from '../queries.ts';
import { dossierDeadlineUrl } from '../urls.ts';

/** What is left of the time, or by how much it is late, with the way to its explanation; undefined where no clock runs. */
export function timeLeftOf(
  visit: Visit,
  { deadlines }: Pick<DeskClock, 'deadlines'>,
  row: Pick<DossierRow, 'id' | 'status' | 'dueAt'>,
): TimeLeftProps | undefined {
  const due = row.dueAt;
  // While a supplement is awaited no time runs.
  if (due === null || !isOpen(row.status) || row.status === 'awaiting-supplement') return undefined;
  const told = formatTimeLeft(deadlines, wallTime(visit.house.clock.now()), wallTime(due));
  if (told === null) return undefined;
  return {
    text: told.text,
    tone: told.late ? 'late' : told.minutes <= deadlines.dayMinutes ? 'due-soon' : 'on-time',
    date: formatInstant(due),
    iso: due.toString(),
    href: dossierDeadlineUrl(row.id),
  };
}

/** Whether it ended late: judged by the original appointed time, moved by lawful supplements alone. */
export function endedLate({ endedAt, dueAt }: Pick<DossierRow, 'endedAt' | 'dueAt'>): boolean {
  return endedAt !== null && dueAt !== null && !isOnTime(endedAt, dueAt);
}
