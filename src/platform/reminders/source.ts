import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { Clock } from '../clock/clock.ts';
import type { Reader } from '../database/database.ts';

/** Something that is open and has a last day: people are reminded of it, and it stands in their calendars. */
export interface DueThing {
  agencyId: string;
  /** Its name among the things of its source, never given to another. */
  thing: string;
  /** As its page names it: "12. Rà soát thủ tục hành chính". */
  title: string;
  href: string;
  /** The last day that is still on time. */
  lastDay: CivilDate;
  /** Who has to do it. */
  charges: readonly Charge[];
}

/** A person who holds something, or a unit in which nobody does: then its heads are reminded. */
export interface Charge {
  unitId: string | null;
  personId: string | null;
}

/** What is asked of a source. */
export interface DueAsk {
  /** As of now on the office's clock. */
  clock: Clock;
  agencies: readonly string[];
  /** Only what has its last day by then. */
  until?: CivilDate;
  /** Only what one of these people holds, or one of these units is charged with. */
  of?: { people: readonly string[]; units: readonly string[] };
}

/**
 * What of a slice falls due. The slice says what is open and whose it is; on which days people are reminded, that nobody
 * is told twice, who acts for an absent person, inbox, e-mail and calendar follow from it.
 */
export interface ReminderSource {
  /** Name of the source; its words are `reminder.kind.<kind>`. */
  kind: string;
  due(query: Reader, ask: DueAsk): Promise<readonly DueThing[]>;
}

/** Where one finds what one was reminded of; stands in the top bar. */
export interface InboxEntry {
  href: string;
  permission: string;
  unread(query: Reader, personId: string): Promise<number>;
}
