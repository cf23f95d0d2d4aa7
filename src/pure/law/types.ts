import type { CivilDate } from '../calendar/civil-date.ts';

/** A citation found in running text; offsets are half-open UTF-16 indexes into the text that was searched. */
export interface Citation {
  /** As written, from the type word through number and date. */
  raw: string;
  /** Full document type, "Nghị định"; null where only a number stands. */
  type: string | null;
  /** Normalised "61/2018/NĐ-CP", or bare "20" where no symbol is printed; null for a law cited by name. */
  number: string | null;
  date: CivilDate | null;
  start: number;
  end: number;
  /** The type word as written; null where the type is inherited from a list or told by the symbol alone. */
  typeWord: string | null;
  /** "61", "66.7", "007"; null where it is missing or the law is cited by name. */
  serial: string | null;
  /** The year inside the number. */
  year: number | null;
  /** "NĐ-CP", of a party document "NQ/TW"; null where none is printed. */
  symbol: string | null;
  /** Type code of the symbol, "NĐ"; null where the symbol names agencies only. */
  typeCode: string | null;
  /** The date as written, also where it is impossible and `date` is null. */
  dateRaw: string | null;
}

/** A document number taken apart. */
export interface DocumentNumber {
  serial: string | null;
  year: number | null;
  symbol: string | null;
  typeCode: string | null;
  normalised: string;
}

export type DueKind =
  | 'date'
  | 'before_date'
  | 'month'
  | 'quarter'
  | 'half_year'
  | 'year'
  | 'range'
  | 'relative'
  | 'recurring'
  | 'continuous'
  | 'as_guided';

/** A due window as written, and the interval that it means. Never moved for a day off. */
export interface DueWindow {
  raw: string;
  /** "Lần 1", "BC quý I"; null where the cell holds one window without a name. */
  label: string | null;
  /** null where the words were not understood. */
  kind: DueKind | null;
  start: CivilDate | null;
  /** Last day that is still on time; null where only a later event can fix it. */
  end: CivilDate | null;
  /** Of before_date only: the printed date; `end` is the day before it. */
  boundary?: CivilDate;
  /** True where the year is not printed and was taken from the plan. */
  yearInferred?: boolean;
}

/** What a reader of dates knows besides the words. */
export interface DateContext {
  planYear: number | null;
}

/**
 * A date in running text: `window` is what it means, `start` and `end` are half-open UTF-16 indexes into the text
 * that was searched.
 */
export interface FoundDate {
  start: number;
  end: number;
  window: DueWindow;
}
