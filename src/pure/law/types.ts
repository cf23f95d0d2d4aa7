import type { CivilDate } from '../calendar/civil-date.ts';

/** A citation found in running text; offsets are half-open UTF-16 indexes into the text that was searched. */
export interface Citation {
  raw: string;
  /** Full document type, "Nghị định"; null where only a number stands. */
  type: string | null;
  /** Normalised "61/2018/NĐ-CP", or bare "20" where no symbol is printed; null for a law cited by name. */
  number: string | null;
  date: CivilDate | null;
  start: number;
  end: number;
}
