import { deadlinesOfAll } from '../../calendar/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { Tag, TimeLeft } from '../../platform/view/index.ts';
import type { Deadlines } from '../../pure/calendar/index.ts';
import { isOpen } from '../domain/status.ts';
import type { ListedDossier } from '../dossier-list.tsx';
import { statusOf } from '../queries.ts';
import { dossierWords } from '../words.ts';
import { endedLate, timeLeftOf } from './time-left.ts';

/** The office hours of all agencies of a page, read once. */
const known = new WeakMap<Visit, Promise<(agencyId: string) => Deadlines>>();

function hoursOf(visit: Visit): Promise<(agencyId: string) => Deadlines> {
  const read =
    known.get(visit) ?? visit.read('dossier.read', (query, scope) => deadlinesOfAll(query, scope.agencies));
  known.set(visit, read);
  return read;
}

/** How much is left of its time, or how it ended. */
export async function TimeCell({ row, visit }: { row: ListedDossier; visit: Visit }) {
  const of = { id: row.id, status: statusOf(row.status), dueAt: row.due_at, endedAt: row.ended_at };
  const left = isOpen(of.status)
    ? timeLeftOf(visit, { deadlines: (await hoursOf(visit))(row.agency_id) }, of)
    : undefined;
  if (left !== undefined) return <TimeLeft {...left} />;
  if (of.endedAt === null || of.dueAt === null) return null;
  const say = dossierWords.in(visit.language);
  return endedLate(of) ? (
    <Tag tone="late">{say('dossier.ended-late')}</Tag>
  ) : (
    <Tag tone="on-time">{say('dossier.ended-on-time')}</Tag>
  );
}
