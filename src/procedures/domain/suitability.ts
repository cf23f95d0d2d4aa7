import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { type Refusal, refuse } from '../../pure/refusal.ts';
import type { OnlineLevel } from './procedure.ts';

/** Levels that a procedure may be judged for: what only gives information needs no judgement. */
export const JUDGED_LEVELS = ['3', '4', 'partial', 'full'] as const satisfies readonly OnlineLevel[];

/** What is judged, by whom. */
export interface SuitabilityFields {
  suitable: boolean;
  /** Why not; may be left out where it is. */
  reason: string | null;
  assessedOn: CivilDate;
}

/** Whether a judgement may be entered; null where it may. */
export function checkSuitability(
  { suitable, reason, assessedOn }: SuitabilityFields,
  today: CivilDate,
): Refusal | null {
  if (assessedOn > today) return refuse('invalid:assessed-to-come', {}, { field: 'assessedOn' });
  if (!suitable && reason === null) return refuse('invalid:required', {}, { field: 'reason' });
  return null;
}
