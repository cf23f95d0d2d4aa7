import { deadlinesOf } from '../../calendar/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { Tag, TimeLeft } from '../../platform/view/index.ts';
import type { Deadlines } from '../../pure/calendar/index.ts';
import type { ListedDossier } from '../dossier-list.tsx';
import { statusOf } from '../queries.ts';
import { dossierWords } from '../words.ts';
import { endedLate, timeLeftOf } from './time-left.ts';

/** The office hours of agencies, read once a page. */
const known = new WeakMap<Visit, Map<string, Promise<Deadlines>>>();

function hoursOf(visit: Visit, agencyId: string): Promise<Deadlines> {
  const ofVisit = known.get(visit) ?? new Map<string, Promise<Deadlines>>();
  known.set(visit, ofVisit);
  const read = ofVisit.get(agencyId) ?? visit.read('dossier.read', (query) => deadlinesOf(query, agencyId));
  ofVisit.set(agencyId, read);
  return read;
}

/** How much is left of its time, or how it ended. */
export async function TimeCell({ row, visit }: { row: ListedDossier; visit: Visit }) {
  const of = { id: row.id, status: statusOf(row.status), dueAt: row.due_at, endedAt: row.ended_at };
  const left = timeLeftOf(visit, { deadlines: await hoursOf(visit, row.agency_id) }, of);
  if (left !== undefined) return <TimeLeft {...left} />;
  if (of.endedAt === null || of.dueAt === null) return null;
  const say = dossierWords.in(visit.language);
  return endedLate(of) ? (
    <Tag tone="late">{say('dossier.ended-late')}</Tag>
  ) : (
    <Tag tone="on-time">{say('dossier.ended-on-time')}</Tag>
  );
}
