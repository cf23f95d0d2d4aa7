import type { Span } from '../read-plan.ts';
import type { ColumnRole } from '../reader/table-columns.ts';

/** A plan's text as an official document sets it: pure, and the same for the same reading. */
export interface LaidOut {
  /** The agency above the issuer, as its letterhead writes it; null where it writes none. */
  parent: string | null;
  /** Everything between title and recipients, and the appendices. */
  blocks: readonly LaidBlock[];
  /** Index in {@link blocks} of the first appendix: recipients and signature stand before it. */
  appendix: number;
  /** "Nơi nhận" as printed, purposes and filing included. */
  recipients: readonly string[];
  /** Lines above the name of who signed: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC". */
  posts: readonly string[];
}

export type LaidBlock = LaidHeading | LaidParagraph | LaidTable;

interface Placed {
  /** From its first to its last code point in the reading's text. */
  span: Span;
  /** Keys of the items that begin in it, in the order of the text. */
  items: readonly string[];
}

export interface LaidHeading extends Placed {
  kind: 'heading';
  /** 1 for parts, 2 for their sections, and so on; 0 for an appendix. */
  level: number;
  text: string;
  label: string;
  title: string;
}

export interface LaidParagraph extends Placed {
  kind: 'paragraph';
  /** How it stands: as running text, as a bullet, in the middle below the title of an appendix. */
  manner: 'text' | 'bullet' | 'centred' | 'note';
  text: string;
  /** Which words each of its items is read from, in UTF-16 units of {@link text}. */
  marks: readonly { key: string; start: number; end: number }[];
}

export interface LaidTable {
  kind: 'table';
  header: readonly string[] | null;
  /** What each column holds. */
  roles: readonly (ColumnRole | null)[];
  rows: readonly LaidRow[];
  span: Span;
}

export interface LaidRow extends Placed {
  /** A row that gathers those below it has one cell. */
  cells: readonly string[];
}
