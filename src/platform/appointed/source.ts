import type { Appointed, AppointedChange, CountingRules } from '../../pure/calendar/index.ts';
import type { Performing } from '../actions/action.ts';
import type { Reader } from '../database/database.ts';

/** Something that is open and has an appointed time, which was counted by the calendar. */
export interface AppointedThing extends Appointed {
  agencyId: string;
  /** Its name among the things of its source. */
  thing: string;
  /** As its page names it. */
  title: string;
  href: string;
  /** How its rule set counts; the Civil Code where it says nothing. */
  rules?: CountingRules;
  /** The version of the calendar by which it was appointed; the one in force where it was not remembered. */
  calendar?: number;
}

/** Why appointed times change: a notice of official days was approved. */
export interface ApprovedNotice {
  id: string;
  /** As it is cited. */
  number: string;
  /** The version of the calendar that its approval makes. */
  calendar: number;
}

/**
 * What of a slice has appointed times. A later notice of official days moves none of them until somebody has seen all that
 * it would move and approved it; then each source records the changes of its things, in the same transaction.
 */
export interface AppointedSource {
  /** Name of the source; its words are `appointed.kind.<kind>`. */
  kind: string;
  /** What is open in these agencies. */
  open(query: Reader, agencies: readonly string[]): Promise<readonly AppointedThing[]>;
  /** Records one change with its thing; refuses by throwing, and then nothing at all is approved. */
  change(
    performing: Performing,
    change: AppointedChange<AppointedThing>,
    notice: ApprovedNotice,
  ): Promise<void>;
}
