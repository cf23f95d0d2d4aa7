import type { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { type Refusal, refuse } from '../../pure/refusal.ts';
import type { PersonName } from './subplan.ts';

/** Who is responsible for reform in an agency, and who is its focal officer, by what document and for how long. */
export interface Leadership {
  leader: PersonName;
  /** Whether the head of the agency is responsible in person, not a deputy. */
  leaderIsHead: boolean;
  officer: PersonName | null;
  /** Of the document that appoints them. */
  number: string | null;
  issueDate: CivilDate | null;
  file: { id: string; name: string; sha256: string } | null;
  from: CivilDate;
  until: CivilDate | null;
}

export interface LeadershipEvent {
  type: 'recorded';
  version: 1;
  payload: Leadership;
}

/** An entry of the register, with when it was made and when another one for the same days took its place. */
export interface LeadershipRecord extends Leadership {
  at: string;
  by: string | null;
  supersededAt: string | null;
}

export interface LeadershipState {
  /** The first is number 1; all of them stay. */
  entries: readonly LeadershipRecord[];
}

/** The fold of an agency's register. An entry from the very day of an earlier one corrects it. */
export function foldLeadership(
  state: LeadershipState | undefined,
  { payload }: LeadershipEvent,
  stamp: { occurredAt: Temporal.Instant; actorAccount: string | null },
): LeadershipState {
  const at = stamp.occurredAt.toString();
  const earlier = (state?.entries ?? []).map((entry) =>
    entry.supersededAt === null && entry.from === payload.from ? { ...entry, supersededAt: at } : entry,
  );
  return { entries: [...earlier, { ...payload, at, by: stamp.actorAccount, supersededAt: null }] };
}

/** The entry that holds on a day: the latest to begin. */
export function leadershipOn({ entries }: LeadershipState, day: CivilDate): LeadershipRecord | undefined {
  return entries
    .filter((one) => one.supersededAt === null && one.from <= day && (one.until ?? day) >= day)
    .sort((one, other) => (one.from < other.from ? 1 : -1))[0];
}

/** Records who is responsible from a day on. */
export function recordLeadership(
  state: LeadershipState | undefined,
  entry: Leadership,
): LeadershipEvent[] | Refusal {
  if (entry.until !== null && entry.until < entry.from)
    return refuse('invalid:until-before-from', {}, { field: 'until' });
  const known = state?.entries.find((one) => one.supersededAt === null && one.from === entry.from);
  if (known !== undefined) {
    const { at: _at, by: _by, supersededAt: _superseded, ...same } = known;
    if (JSON.stringify(same) === JSON.stringify(entry)) return [];
  }
  return [{ type: 'recorded', version: 1, payload: entry }];
}

/** What a submitted subplan tells the register: its own people by its own number, where the register says otherwise. */
export function leadershipBySubplan(
  state: LeadershipState | undefined,
  told: Pick<Leadership, 'leader' | 'leaderIsHead' | 'officer' | 'number' | 'file'> & {
    issueDate: CivilDate;
  },
): LeadershipEvent[] {
  const now = state && leadershipOn(state, told.issueDate);
  const same =
    now !== undefined &&
    now.leader.name === told.leader.name &&
    now.leaderIsHead === told.leaderIsHead &&
    now.officer?.name === told.officer?.name;
  if (same) return [];
  return [{ type: 'recorded', version: 1, payload: { ...told, from: told.issueDate, until: null } }];
}
