import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import type { Span } from '../../../pure/reading/text.ts';
import type { Fee, Limit, ProcedureText, Tier } from '../procedure.ts';

/** What a decision does to a procedure (Thông tư 02/2017/TT-VPCP, article 15). */
export const ANNOUNCED_ACTS = ['announced', 'amended', 'replaced', 'abolished'] as const;
export type AnnouncedAct = (typeof ANNOUNCED_ACTS)[number];

/** What is doubtful in one row; words by key. */
export const ROW_RULES = [
  'code-missing',
  'code-repaired',
  'code-broken',
  'code-not-national',
  'code-twice',
  'code-at-two-tiers',
  'name-missing',
  'field-missing',
  'tier-missing',
  'tiers-several',
  'limit-not-computed',
  'cells-missing',
] as const;
export type RowRule = (typeof ROW_RULES)[number];

/** What is doubtful in the whole. */
export const WHOLE_RULES = [
  'number-missing',
  'date-missing',
  'effective-missing',
  'rows-missing',
  'count-differs',
  'count-of-tier-differs',
  'count-of-act-differs',
  'count-of-group-differs',
] as const;
export type WholeRule = (typeof WHOLE_RULES)[number];

/** A doubtful point; what its words need stands in `params`. */
export interface ReadRemark<Rule extends string> {
  rule: Rule;
  params: Record<string, string | number>;
}

/** A row of a decision, of a list or of the national catalogue, as it was read. */
export interface ReadProcedure {
  /** The group under which it stands, as printed: "II Lĩnh vực Giáo dục nghề nghiệp". */
  section: string | null;
  field: string | null;
  /** One, or several where the group names several: "áp dụng chung (cấp tỉnh, cấp xã)". */
  tiers: Tier[];
  no: string | null;
  codeAsWritten: string | null;
  code: string | null;
  nationalCode: string | null;
  name: string;
  act: AnnouncedAct;
  limits: Limit[];
  place: string | null;
  fees: Fee[];
  legalBases: string[];
  nextDayAfter: string | null;
  /** What else is said of it; what is left out is not said. */
  rest: Partial<
    Pick<
      ProcedureText,
      'steps' | 'components' | 'sets' | 'subjects' | 'results' | 'conditions' | 'onlineLevel' | 'postal'
    >
  >;
  /** The decision that its own record names, which need not be the one that it is announced by here. */
  ownDecision: string | null;
  /** Where it stands in the text; null where it was not read from one. */
  span: Span | null;
  remarks: ReadRemark<RowRule>[];
}

export interface ReadDecision {
  /** As normalised: "3771/QĐ-UBND". */
  number: string | null;
  date: CivilDate | null;
  effective: CivilDate | null;
  title: string | null;
}

export interface ReadAnnouncement {
  decision: ReadDecision;
  rows: ReadProcedure[];
  remarks: ReadRemark<WholeRule>[];
}
