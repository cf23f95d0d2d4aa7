import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { InstantText } from '../../pure/calendar/instant-text.ts';
import { type Refusal, refuse } from '../../pure/refusal.ts';

/** What a closed period was counted from: as of which instant, by which form, how many dossiers, and a digest over all. */
export interface HandlingManifest {
  asOf: InstantText;
  form: string;
  dossiers: number;
  digest: string;
}

export interface HandlingPeriod {
  from: CivilDate;
  to: CivilDate;
}

/** A version of a closed period. */
export interface ClosedVersion extends HandlingManifest {
  no: number;
  /** Why it was counted anew; null for the first. */
  reason: string | null;
}

export interface HandlingReportEvent {
  type: 'closed';
  version: 1;
  payload: HandlingPeriod & ClosedVersion;
}

/** The closed versions of a period, the newest last; none is ever changed. */
export interface HandlingReportState extends HandlingPeriod {
  versions: readonly ClosedVersion[];
}

/** The fold of the ledger of a period. */
export function foldHandlingReport(
  state: HandlingReportState | undefined,
  { payload: { from, to, ...version } }: HandlingReportEvent,
): HandlingReportState {
  return { from, to, versions: [...(state?.versions ?? []), version] };
}

/**
 * Closes a period that is over; figures that are already closed are counted anew only with a reason, and only where
 * something differs.
 */
export function closeHandlingPeriod(
  state: HandlingReportState | undefined,
  period: HandlingPeriod,
  manifest: HandlingManifest,
  reason: string | null,
  today: CivilDate,
): HandlingReportEvent[] | Refusal {
  if (period.from > period.to) return refuse('invalid:period-order', {}, { field: 'to' });
  if (period.to >= today) return refuse('invalid:period-not-over', {}, { field: 'to' });
  const before = state?.versions.at(-1);
  if (before !== undefined && reason === null) return refuse('invalid:required', {}, { field: 'reason' });
  if (before?.digest === manifest.digest) return refuse('conflict:figures-unchanged');
  return [
    {
      type: 'closed',
      version: 1,
      payload: {
        ...period,
        ...manifest,
        no: (before?.no ?? 0) + 1,
        reason: before === undefined ? null : reason,
      },
    },
  ];
}
