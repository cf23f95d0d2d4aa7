import type { CivilDate } from '../../pure/calendar/civil-date.ts';

/**
 * An official document as a value: what it says, nothing of how it is laid out. The rule set of its day
 * ({@link documentRules}) lays it out, as a Word file, as PDF or on a page. Names stand as in running text
 * ("Sở Giáo dục và Đào tạo", "Báo cáo"); capitals are the layout's.
 */
export interface OfficialDocument {
  issuer: { parent: string | null; name: string };
  /** The running number of the records clerk's register; null until it has one. */
  number: number | null;
  /** "BC-SGDĐT"; of an official letter "SGDĐT-VP". */
  symbol: string;
  place: string;
  /** The day it was signed; null until then. */
  date: CivilDate | null;
  /** The day it was drafted: the rules, and the year of an empty date, go by it until it is signed. */
  draftedOn: CivilDate;
  /** "Báo cáo", "Kế hoạch"; null for an official letter, which has none. */
  type: string | null;
  abstract: string;
  /** "Kính gửi". */
  to: readonly string[];
  body: readonly Block[];
  signature: Signature;
  /** "Nơi nhận", without the line of what is kept. */
  recipients: readonly PaperRecipient[];
  /** What "Lưu:" names, separated by commas: "VT, VP". */
  kept: string;
  annexes: readonly Annex[];
  /** Whether "DỰ THẢO" stands on it. */
  draft: boolean;
  /** Whether what it says is invented: "MÔ PHỎNG" stands on it. */
  simulated: boolean;
}

/** A piece of a paragraph in one face. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** The list that a figure was counted from: a page makes it a link, on paper only the words are printed. */
  href?: string;
}

export type Block =
  /** "I", "1", "a" with its title; level 1 for parts, 2 for their sections, 3 below. */
  | { kind: 'heading'; level: 1 | 2 | 3; number: string; text: string }
  | { kind: 'paragraph'; runs: readonly Run[] }
  /** A legal basis ("Căn cứ …"). */
  | { kind: 'basis'; text: string }
  | { kind: 'table'; table: PaperTable };

export interface PaperTable {
  columns: readonly PaperColumn[];
  rows: readonly PaperRow[];
}

export interface PaperColumn {
  title: string;
  /** Share of the table's width; shares need not sum up to anything. */
  width: number;
  align?: 'start' | 'centre' | 'end';
}

/** Cells in the order of the columns; one `group` cell goes over all of them. */
export type PaperRow = { cells: readonly PaperCell[] } | { group: string };
export type PaperCell = string | readonly Run[];

/** Who signs: "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC". */
export interface Signature {
  /** TM. for a collective, KT. as deputy, TL. by order, TUQ. by authority, Q. acting; null where the head signs. */
  authority: { mark: 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | 'Q.'; of: string } | null;
  /** "Giám đốc", "Phó Giám đốc"; '' where it goes without saying. */
  post: string;
  /** null until it is signed. */
  name: string | null;
}

export interface PaperRecipient {
  name: string;
  /** "để b/cáo". */
  note: string | null;
}

export interface Annex {
  title: string;
  orientation: 'portrait' | 'landscape';
  body: readonly Block[];
}
