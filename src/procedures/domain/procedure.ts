import type { CivilDate } from '../../pure/calendar/civil-date.ts';

/** Which level of government handles a procedure. The district level ended on 1 July 2025. */
export const TIERS = ['department', 'district', 'commune'] as const;
export type Tier = (typeof TIERS)[number];

/** How a dossier may be brought; a result may be fetched or sent by the first and last alike. */
export const CHANNELS = ['direct', 'online', 'post'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * What can be done online: levels 1 to 4 (Nghị định 43/2011/NĐ-CP, article 3), since 2022 partial or full (Nghị định
 * 42/2022/NĐ-CP).
 */
export const ONLINE_LEVELS = ['1', '2', '3', '4', 'partial', 'full'] as const;
export type OnlineLevel = (typeof ONLINE_LEVELS)[number];

/** Whether one agency handles a dossier, or several of them one after another. */
export const HANDLING_KINDS = ['one-stop', 'interlinked'] as const;
export type HandlingKind = (typeof HANDLING_KINDS)[number];

/** A paper that a dossier must hold. */
export interface Component {
  /** Stands for it within its version: "c1". */
  key: string;
  name: string;
  /** The form to be filled in for it, as the decision names it. */
  form: string | null;
  originals: number;
  copies: number;
  required: boolean;
  /** The case in which it is asked for; null for every case. */
  case: string | null;
}

/** How much time the law gives, for one channel or case or for all. */
export interface Limit {
  channel: Channel | null;
  case: string | null;
  /** "3wd", as `readBudget` reads it; null where the text names none that can be computed. */
  budget: string | null;
  /** As the decision says it. */
  text: string;
}

export interface Fee {
  channel: Channel | null;
  name: string;
  /** Whole đồng; null where the text names no single amount. */
  amount: number | null;
  text: string;
}

/** What a version of a procedure says: the fields of a procedure record of the national catalogue. */
export interface ProcedureText {
  name: string;
  field: { code: string | null; name: string };
  tier: Tier;
  handling: HandlingKind;
  /** Order of steps, as text; null where not yet entered. */
  steps: string | null;
  components: Component[];
  /** How many sets are to be brought. */
  sets: number;
  limits: Limit[];
  fees: Fee[];
  subjects: string[];
  results: string[];
  conditions: string | null;
  legalBases: string[];
  onlineLevel: OnlineLevel | null;
  postal: { receive: boolean; return: boolean };
  /** Its own law moves the due time of what comes after this time of day: "15:00"; null for nearly all. */
  nextDayAfter: string | null;
}

/** A procedure from a day on, until the next version. */
export interface ProcedureVersion extends ProcedureText {
  id: string;
  agencyId: string;
  procedureId: string;
  /** As the decision writes it: "3.000181.000.00.00.H22". */
  code: string | null;
  /** Its national part: "3.000181"; what other systems match on. */
  nationalCode: string | null;
  ownerUnitId: string | null;
  /** By which decision it was announced. */
  decision: { number: string; date: CivilDate } | null;
  validFrom: CivilDate;
  validTo: CivilDate | null;
}
