import { createHash } from 'node:crypto';
import type { AppointedSource, AppointedThing } from '../platform/appointed/source.ts';
import type { Reader } from '../platform/database/database.ts';
import {
  type AppointedChange,
  CIVIL_CODE,
  changesUnder,
  type OfficialDay,
  WorkingCalendar,
} from '../pure/calendar/index.ts';
import { agencyDeadlines, deadlinesOn } from './deadlines.ts';

/** An appointed time that another calendar would move, and whose source records it. */
export interface SourceChange extends AppointedChange<AppointedThing> {
  source: AppointedSource;
}

/**
 * Everything open whose appointed time other official days would move: by the time of its start, so that two who look see
 * the same.
 */
export async function appointedChanges(
  query: Reader,
  sources: readonly AppointedSource[],
  agencies: readonly string[],
  days: readonly OfficialDay[],
): Promise<SourceChange[]> {
  const calendar = new WorkingCalendar(days);
  const changes: SourceChange[] = [];
  for (const source of sources) {
    const groups = Map.groupBy(await source.open(query, agencies), ({ agencyId, rules, calendar: counted }) =>
      JSON.stringify([agencyId, rules, counted]),
    );
    for (const things of groups.values()) {
      const [{ agencyId, rules = CIVIL_CODE, calendar: counted } = { agencyId: '' }] = things;
      const by = { rules, ...(counted !== undefined && { calendar: counted }) };
      const { deadlines } = await agencyDeadlines(query, agencyId, by);
      const other = await deadlinesOn(query, agencyId, calendar, rules);
      changes.push(...changesUnder(deadlines, other, things).map((change) => ({ ...change, source })));
    }
  }
  const order = ({ thing, source }: SourceChange) => `${thing.start} ${source.kind} ${thing.thing}`;
  return changes.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Stands for a list of changes: who approves it approves this one, and no longer one that has grown meanwhile. */
export function digestOf(changes: readonly SourceChange[]): string {
  const told = changes.map(({ source, thing, due }) => [source.kind, thing.thing, thing.due, due]);
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}
