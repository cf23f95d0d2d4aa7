import { Temporal } from 'temporal-polyfill';
import { civilDate } from '../../platform/clock/clock.ts';
import type { InclusionPolicy } from './inclusion.ts';

/** How a dossier is counted at an instant: handled (the first three), in handling (the next two), or not at all. */
export const DOSSIER_VERDICTS = ['early', 'on_time', 'done_late', 'within', 'late', 'out'] as const;
export type DossierVerdict = (typeof DOSSIER_VERDICTS)[number];

/** How handling came to its end; a refused dossier was never accepted. */
export const ENDINGS = ['finished', 'withdrawn', 'stopped', 'refused'] as const;
export type DossierEndKind = (typeof ENDINGS)[number];

/** A dossier as it stood at an instant; nothing of it is later. */
export interface DossierFacts {
  accepted: boolean;
  /** Null while it is in handling. */
  ending: DossierEndKind | null;
  endedAt: Temporal.Instant | null;
  /** The original appointed time, moved by lawful supplements alone: an apology changes nothing. */
  due: Temporal.Instant | null;
  /** Whether it waits for a supplement. */
  waiting: boolean;
  /** When a supplement was first asked for, and when again. */
  supplementAt: Temporal.Instant | null;
  supplementAgainAt: Temporal.Instant | null;
}

/** The one definition of on time: the end of handling is not after the due time. `onTimeSql` is the same as SQL. */
export function isOnTime(end: Temporal.Instant, due: Temporal.Instant): boolean {
  return Temporal.Instant.compare(end, due) <= 0;
}

/** What a policy makes of a dossier at an instant; `dossierVerdictSql` is the same as SQL, and a test holds them together. */
export function dossierVerdict(
  dossier: DossierFacts,
  policy: InclusionPolicy,
  at: Temporal.Instant,
): DossierVerdict {
  const { ending, endedAt, due } = dossier;
  // A withdrawal before acceptance concerns no time limit.
  if (!dossier.accepted) return ending === 'refused' ? policy.refused : 'out';
  if (ending === 'withdrawn' && policy.withdrawn !== 'ended') return policy.withdrawn;
  if (ending === 'stopped' && policy.stopped !== 'ended') return policy.stopped;
  const ended = ending !== null && endedAt !== null;
  if (dossier.supplementAgainAt !== null && policy.againIsLate) return ended ? 'done_late' : 'late';
  if (due === null) return policy.undated === 'out' ? 'out' : ended ? 'on_time' : 'within';
  if (ended) {
    if (civilDate(endedAt) < civilDate(due)) return 'early';
    return isOnTime(endedAt, due) ? 'on_time' : 'done_late';
  }
  if (dossier.waiting && policy.waiting === 'within') return 'within';
  const until = dossier.waiting && policy.waiting === 'until-request' ? (dossier.supplementAt ?? at) : at;
  return isOnTime(until, due) ? 'within' : 'late';
}
