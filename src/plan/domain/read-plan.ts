import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { DueWindow } from '../../pure/law/types.ts';
import type { Span } from '../../pure/reading/text.ts';

export type { DueKind, DueWindow } from '../../pure/law/types.ts';
export type { Span } from '../../pure/reading/text.ts';

/**
 * What the reader takes from a plan. The shape is published (version {@link READ_PLAN_VERSION}): fields may be
 * added, none renamed or removed. Units, numbers and `raw` stand as written; titles and texts are without markup.
 */

/** Version of the shape that `minhchung plan read --json` prints. */
export const READ_PLAN_VERSION = 1;

export interface ReadDocument {
  /** As normalised: "375/KH-SGDĐT". */
  number: string | null;
  /** Full type name: "Kế hoạch". */
  type: string | null;
  date: CivilDate | null;
  place: string | null;
  title: string | null;
  issuer: string | null;
  signer: string | null;
  planYear: number | null;
  recipients: string[];
}

export interface ReadSection {
  /** As printed without its dot: "II", "1", "3.9", "PHỤ LỤC". */
  label: string;
  title: string;
  /** 1 for parts, 2 for their sections, and so on. */
  level: number;
  /** From the heading's first character to the end of what stands under it. */
  span: Span;
}

export type Comparator = '=' | '>=' | '>' | '<=' | '<';

export interface ReadTarget {
  text: string;
  /** Path of labels of the sections that hold it, outermost first, joined by ".": "II", "IV.3.3.1"; null where none. */
  section: string | null;
  comparator: Comparator;
  threshold: number;
  /** "%", "lần/năm", "ngày" … as written. */
  measureUnit: string;
  leadUnits: string[];
  span: Span;
}

export interface ReadCommitment {
  /** Number of the reform area under which it stands, as printed: "3". */
  area: string;
  text: string;
  /** Numbers of tasks that seem to carry it out; empty where none was found. */
  tasks: string[];
  /** Indexes into {@link ReadPlan.targets}. */
  targets: number[];
  span: Span;
}

/** A date in a title or a requirement. */
export interface OtherDate extends DueWindow {
  where: 'title' | 'requirement';
  span: Span;
}

export interface ReadTask {
  /** As printed; nested numbering keeps its dots: "2.1". Empty where the table prints none. */
  no: string;
  title: string;
  /** Reform area or group row under which it stands. */
  area: string | null;
  leadUnits: string[];
  supportUnits: string[];
  requirement: string | null;
  deliverable: string | null;
  due: DueWindow[];
  otherDates: OtherDate[];
  span: Span;
}

export interface ReadDuty {
  /** The unit, or the group of units, as written in the heading. */
  unit: string;
  text: string;
  span: Span;
}

export interface ReadReporting {
  /** "Quý I", "6 tháng", "Năm" … */
  period: string;
  /** Who sends, as written; null where not said. */
  from: string | null;
  to: string | null;
  boundary: CivilDate | null;
  raw: string;
  span: Span;
}

export interface ReadCitation {
  raw: string;
  type: string | null;
  number: string | null;
  date: CivilDate | null;
  span: Span;
}

export type Severity = 'error' | 'warning' | 'info';

/** A doubtful point ("điểm cần rà soát"). */
export interface Remark {
  rule: string;
  severity: Severity;
  /** A Vietnamese sentence that a clerk understands, and what to do. */
  message: string;
  /** The words concerned; each at most 300 code points. */
  spans: Span[];
}

export interface ReadPlan {
  version: typeof READ_PLAN_VERSION;
  text: string;
  document: ReadDocument;
  sections: ReadSection[];
  targets: ReadTarget[];
  commitments: ReadCommitment[];
  tasks: ReadTask[];
  duties: ReadDuty[];
  reporting: ReadReporting[];
  citations: ReadCitation[];
  remarks: Remark[];
}
