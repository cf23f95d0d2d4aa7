import type { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { InstantText } from '../../pure/calendar/instant-text.ts';
import type { NationalStatus, Status } from './status.ts';

export const CHANNELS = ['direct', 'online', 'post'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What the applicant gets at the end: what was asked for, or a refusal with its reasons. */
export const OUTCOMES = ['granted', 'declined'] as const;
export type ResultOutcome = (typeof OUTCOMES)[number];

/** A version of a party, by the digest of what it said: the words stand in the party's own row. */
export interface PartyRef {
  partyId: string;
  version: number;
  digest: string;
}

/** Owner, and where they are others, who brings it, who acts for the owner, and who fetches the result. */
export interface Parties {
  owner: PartyRef;
  submitter: PartyRef | null;
  representative: PartyRef | null;
  receiver: PartyRef | null;
}

/** A component as it was brought. */
export interface DossierComponent {
  key: string;
  name: string;
  originals: number;
  copies: number;
  files: readonly DossierFile[];
}

export interface DossierFile {
  id: string;
  name: string;
  sha256: string;
}

/** A paper on which something rests: its number and symbol, its day, and its file where it is kept here. */
export interface ActDocument {
  number: string | null;
  date: CivilDate | null;
  file: DossierFile | null;
}

/** What was brought, as the desk wrote it down. */
export interface Intake {
  procedureId: string;
  procedureVersionId: string;
  /** The case of the procedure, where it has several. */
  case: string | null;
  channel: Channel;
  /** Whether the applicant sent it in person; what an officer typed for somebody is not online by the citizen. */
  bySelf: boolean;
  parties: Parties;
  /** Where it was helped along, if elsewhere; where it was taken in. The stream's agency is the one that handles it. */
  supportAgencyId: string | null;
  receivingAgencyId: string;
  receivingUnitId: string;
  /** What is asked for, in a line. */
  subject: string;
  components: readonly DossierComponent[];
  sets: number;
  returnBy: Channel;
  submittedAt: InstantText;
}

/** Appointed by law and calendar. */
export interface Appointment {
  /** "3wd"; null where the law gives no time that can be computed. */
  budget: string | null;
  /** From when the budget runs. */
  startAt: InstantText;
  due: InstantText | null;
  /** The version of the calendar that it was counted by. */
  calendar: number;
}

/** A step of the internal process, with its own due time. */
export interface Step {
  key: string;
  name: string;
  due: InstantText | null;
}

export const INTERVAL_KINDS = ['supplement', 'suspension'] as const;
export type IntervalKind = (typeof INTERVAL_KINDS)[number];

/** Time that is not counted, by law and by a document. */
export interface Interval {
  kind: IntervalKind;
  from: InstantText;
  /** Null while it lasts. */
  to: InstantText | null;
  basis: string;
  document: ActDocument | null;
}

export interface SupplementItem {
  /** The component it concerns; null for anything else. */
  component: string | null;
  what: string;
  reason: string;
}

/** What another system, which holds the dossier, says of it. */
export interface Mirrored {
  /** The system, by name. */
  source: string;
  /** When it said so. */
  sourceTime: InstantText;
  code: string;
  procedureId: string;
  procedureVersionId: string;
  owner: PartyRef;
  subject: string;
  channel: Channel;
  bySelf: boolean;
  returnBy: Channel;
  receivingAgencyId: string;
  receivingUnitId: string;
  /** The unit that handles it there, where it is one of the agency; the desk otherwise. */
  unitId: string;
  /** The rule set of the one-stop desk on the day of its acceptance. */
  rules: string;
  nationalStatus: NationalStatus;
  submittedAt: InstantText;
  acceptedAt: InstantText | null;
  due: InstantText | null;
  endedAt: InstantText | null;
  returnedAt: InstantText | null;
  note: string | null;
}

export type DossierEvent =
  | { type: 'submitted'; version: 1; payload: Intake & { rules: string } }
  | {
      type: 'accepted';
      version: 1;
      payload: Appointment & { code: string; rules: string; formRules: string; step: Step | null };
    }
  | { type: 'refused'; version: 1; payload: { reason: string; basis: string } }
  | { type: 'completion-requested'; version: 1; payload: { items: readonly SupplementItem[] } }
  | { type: 'completion-received'; version: 1; payload: { components: readonly DossierComponent[] } }
  | { type: 'handed-over'; version: 1; payload: { toUnit: string; note: string | null } }
  | { type: 'hand-over-confirmed'; version: 1; payload: { step: Step | null } }
  | { type: 'hand-over-declined'; version: 1; payload: { reason: string } }
  | { type: 'assigned'; version: 1; payload: { person: string; step: Step | null } }
  | {
      type: 'supplement-requested';
      version: 1;
      payload: { items: readonly SupplementItem[]; basis: string; document: ActDocument | null };
    }
  | {
      type: 'supplement-received';
      version: 1;
      payload: {
        components: readonly DossierComponent[];
        due: InstantText | null;
        appointed: InstantText | null;
      };
    }
  | {
      type: 'opinion-asked';
      version: 1;
      payload: {
        opinion: string;
        of: OpinionSource;
        question: string;
        due: InstantText | null;
        interlinked: boolean;
      };
    }
  | {
      type: 'opinion-answered';
      version: 1;
      payload: { opinion: string; answer: string; file: DossierFile | null };
    }
  | { type: 'suspended'; version: 1; payload: { basis: string; reason: string; document: ActDocument } }
  | { type: 'resumed'; version: 1; payload: { appointed: InstantText | null } }
  | {
      type: 'proposed';
      version: 1;
      payload: { outcome: ResultOutcome; note: string; file: DossierFile | null };
    }
  | { type: 'sent-back'; version: 1; payload: { reason: string } }
  | { type: 'agreed'; version: 1; payload: { note: string | null } }
  | { type: 'signed'; version: 1; payload: { note: string | null } }
  | { type: 'finished'; version: 1; payload: { result: Result } }
  | {
      type: 'result-returned';
      version: 1;
      payload: { by: Channel; to: string | null; note: string | null };
    }
  | {
      type: 'apologised';
      version: 1;
      payload: { reason: string; appointed: InstantText; document: ActDocument };
    }
  | { type: 'withdrawn'; version: 1; payload: { reason: string; due?: InstantText | null } }
  | {
      type: 'stopped';
      version: 1;
      payload: { reason: string; basis: string; document: ActDocument | null; due?: InstantText | null };
    }
  | { type: 'corrected'; version: 1; payload: { changes: readonly Correction[]; reason: string } }
  | {
      type: 'appointment-moved';
      version: 1;
      payload: { due: InstantText; appointed: InstantText; calendar: number; reason: string };
    }
  | { type: 'mirrored'; version: 1; payload: Mirrored };

/** A unit of the agency, or another agency, whose opinion is asked. */
export interface OpinionSource {
  unitId: string | null;
  agencyId: string | null;
  name: string;
}

export interface Result {
  number: string;
  date: CivilDate;
  documentId: string | null;
  file: DossierFile | null;
}

/** A typing error mended; the old words stay. */
export type Correction =
  | { field: 'subject'; from: string; to: string }
  | { field: 'owner' | 'submitter' | 'representative' | 'receiver'; from: PartyRef | null; to: PartyRef };

/** A hand-over between units, as the control sheet shows it. */
export interface HandOver {
  from: string;
  to: string;
  note: string | null;
  at: InstantText;
  by: string | null;
  confirmed: { at: InstantText; by: string | null } | null;
  declined: { at: InstantText; reason: string } | null;
}

export interface Opinion {
  opinion: string;
  of: OpinionSource;
  question: string;
  interlinked: boolean;
  due: InstantText | null;
  askedAt: InstantText;
  answer: { text: string; file: DossierFile | null; at: InstantText } | null;
}

/** Completion before acceptance, or a supplement after it. */
export interface Supplement {
  stage: 'before' | 'after';
  items: readonly SupplementItem[];
  requestedAt: InstantText;
  receivedAt: InstantText | null;
}

export interface Apology {
  reason: string;
  sentAt: InstantText;
  /** The due time that it was sent before, or after. */
  due: InstantText;
  appointed: InstantText;
  document: ActDocument;
}

/** What held of a dossier from one instant to another. */
export interface DossierPeriod {
  status: Status;
  unitId: string;
  personId: string | null;
  due: InstantText | null;
  appointed: InstantText | null;
  from: InstantText;
  to: InstantText | null;
}

/** A dossier, folded from its events. */
export interface DossierState extends Intake {
  code: string | null;
  rules: string;
  formRules: string | null;
  status: Status;
  outcome: ResultOutcome | null;
  /** The unit that answers for it now, and the officer; a hand-over changes that only once it is confirmed. */
  unitId: string;
  personId: string | null;
  /** All units and people that had it. */
  unitIds: readonly string[];
  personIds: readonly string[];
  step: Step | null;
  acceptedAt: InstantText | null;
  budget: string | null;
  startAt: InstantText | null;
  calendar: number | null;
  /** As the receipt says it: what is judged by, moved by lawful supplements alone. */
  originalDue: InstantText | null;
  due: InstantText | null;
  /** What the applicant was last told; an apology or a suspension moves it, and makes nothing on time. */
  appointed: InstantText | null;
  intervals: readonly Interval[];
  supplements: readonly Supplement[];
  handOvers: readonly HandOver[];
  opinions: readonly Opinion[];
  apology: Apology | null;
  proposal: { outcome: ResultOutcome; note: string; file: DossierFile | null } | null;
  sentBack: { reason: string; at: InstantText } | null;
  result: Result | null;
  reason: string | null;
  /** The end of handling: finished, stopped, withdrawn. */
  endedAt: InstantText | null;
  returned: { at: InstantText; by: Channel; to: string | null; note: string | null } | null;
  periods: readonly DossierPeriod[];
  /** The system that holds it, which is read-only here; null for what is handled here. */
  mirror: {
    source: string;
    at: InstantText;
    /** Since when it has said the present status. */
    since: InstantText;
    said: Mirrored;
  } | null;
}

/** When and by whom an event was recorded, as far as the fold needs it. */
export interface DossierStamp {
  occurredAt: Temporal.Instant;
  actorAccount: string | null;
}

/** The hand-over that waits to be confirmed; undefined where none does. */
export function openHandOver({ handOvers }: Pick<DossierState, 'handOvers'>): HandOver | undefined {
  const last = handOvers.at(-1);
  return last !== undefined && last.confirmed === null && last.declined === null ? last : undefined;
}
