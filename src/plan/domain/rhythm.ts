import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { fromDayNumber, toDayNumber } from '../../pure/calendar/day-number.ts';
import { findDatesInText } from '../../pure/law/index.ts';
import type { DueWindow } from '../../pure/law/types.ts';
import { fold } from '../../pure/vietnamese/index.ts';
import type { PlannedMilestone } from './task.ts';

/**
 * How often the unit of a duty has to show what it did: once, at each reporting period of the plan, twice a year, once a
 * year, all the time (which is asked at each reporting period), by its tasks of the appendix without evidence of its
 * own, or not at all.
 */
export const RHYTHMS = [
  'once',
  'each_period',
  'half_yearly',
  'yearly',
  'continuous',
  'by_tasks',
  'not_followed',
] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** Whether a duty of that rhythm has work and evidence of its own. */
export function isFollowed(rhythm: Rhythm): boolean {
  return rhythm !== 'by_tasks' && rhythm !== 'not_followed';
}

/** A rhythm with the day of what is done once, where there is one. */
export interface RhythmFields {
  rhythm: Rhythm;
  window: DueWindow | null;
}

/** What the words of a duty say of its rhythm, the surest first. They are folded: no accents, no capitals. */
const SAYINGS: readonly (readonly [RegExp, Rhythm])[] = [
  [/theo (?:bang )?phu luc/, 'by_tasks'],
  [
    /(?:dinh ky )?0?6 thang ?(?:\/|1 lan|01 lan|mot lan)|0?2 lan ?\/ ?nam|hai lan (?:mot|trong) nam/,
    'half_yearly',
  ],
  [/hang quy|moi quy|dinh ky hang quy|dinh ky bao cao|tung quy/, 'each_period'],
  [/hang nam|moi nam|0?1 lan ?\/ ?nam/, 'yearly'],
  [/thuong xuyen|lien tuc|chu dong|kip thoi|la thanh vien|la thuong truc|la dau moi/, 'continuous'],
  [/trong nam(?: \d{4})?\b/, 'yearly'],
  [
    /^(?:chu tri |tham muu |chiu trach nhiem )?(?:xay dung|lap|soan thao|ban hanh|trinh)(?: va (?:trinh|ban hanh|tham muu))? .{0,40}(?:ke hoach|quy che|quy dinh|de an|chuong trinh|huong dan|bao cao)/,
    'once',
  ],
];

/**
 * The rhythm that the words of a duty suggest, for a person to confirm: a printed last day, what is done all the time
 * otherwise.
 */
export function suggestRhythm(text: string, planYear: number | null): RhythmFields {
  const words = fold(text);
  const said = SAYINGS.find(([pattern]) => pattern.test(words))?.[1];
  if (said === 'by_tasks') return { rhythm: said, window: null };
  const window = lastDayIn(text, planYear);
  if (window !== null) return { rhythm: 'once', window };
  return { rhythm: said ?? 'continuous', window: null };
}

/** The first last day that the words name; the date of a document that they cite is none. */
function lastDayIn(text: string, planYear: number | null): DueWindow | null {
  const windows = findDatesInText(text, { planYear }).map(({ window }) => window);
  return windows.find(({ end }) => end !== null) ?? null;
}

/** A date on which the units of the plan's own agency report, by its reporting regime. */
export interface ReportPeriod {
  /** "Quý I", "Năm". */
  period: string;
  boundary: CivilDate | null;
  raw: string;
}

/** The milestones that a rhythm makes of a plan's year and its reporting periods; one without a day where it has none. */
export function milestonesOf(
  { rhythm, window }: RhythmFields,
  periods: readonly ReportPeriod[],
  planYear: number | null,
): PlannedMilestone[] {
  const made = windowsOf({ rhythm, window }, periods, planYear);
  const windows = made.length > 0 ? made : [{ ...NO_WINDOW }];
  return windows.map((one, index) => ({
    no: index + 1,
    label: one.label,
    raw: one.raw,
    kind: one.kind,
    start: one.start,
    end: one.end,
    boundary: one.boundary ?? null,
    requirementEnd: null,
  }));
}

const NO_WINDOW: DueWindow = { raw: '', label: null, kind: null, start: null, end: null };

function windowsOf(
  { rhythm, window }: RhythmFields,
  periods: readonly ReportPeriod[],
  planYear: number | null,
): DueWindow[] {
  switch (rhythm) {
    case 'once':
      return window === null ? [] : [window];
    case 'each_period':
    case 'continuous':
      return periods.flatMap(({ period, boundary, raw }) =>
        boundary === null
          ? []
          : [{ raw, label: period, kind: 'before_date', start: null, end: dayBefore(boundary), boundary }],
      );
    case 'half_yearly':
      return planYear === null
        ? []
        : [
            {
              ...spanOf(planYear, '01-01', '06-30', 'half_year'),
              label: 'Lần 1',
              raw: `6 tháng đầu năm ${planYear}`,
            },
            {
              ...spanOf(planYear, '07-01', '12-31', 'half_year'),
              label: 'Lần 2',
              raw: `6 tháng cuối năm ${planYear}`,
            },
          ];
    case 'yearly':
      return planYear === null
        ? []
        : [{ ...spanOf(planYear, '01-01', '12-31', 'year'), label: null, raw: `Năm ${planYear}` }];
    default:
      return [];
  }
}

function spanOf(year: number, from: string, to: string, kind: 'half_year' | 'year') {
  return { kind, start: `${year}-${from}`, end: `${year}-${to}` };
}

function dayBefore(day: CivilDate): CivilDate {
  return fromDayNumber(toDayNumber(day) - 1);
}
