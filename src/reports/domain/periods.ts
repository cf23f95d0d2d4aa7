import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { fromDayNumber, toDayNumber } from '../../pure/calendar/index.ts';
import { periodCode, REPORT_PERIODS, type ReportPeriodCode } from '../../pure/law/index.ts';

/** A reporting date of a plan, as far as periods follow from it. */
export interface PlannedReporting {
  period: string;
  from: string | null;
  to: string | null;
  boundary: CivilDate | null;
  raw: string;
}

/** A milestone of a task that is a periodic report: its due words are a reporting date too. */
export interface ReportMilestone {
  taskId: string;
  taskNo: string;
  milestone: number;
  raw: string;
  end: CivilDate | null;
}

/** A date by which a report of a period is due, as the plan has it. */
export interface ReportDue {
  from: string | null;
  to: string | null;
  raw: string;
  /** Last day that is still on time; null where the plan appoints none. */
  end: CivilDate | null;
  /** The task whose milestone says it. */
  taskNo: string | null;
  /** Before the plan itself, as a slip of the year makes it: shown, and no one is held to it. */
  past: boolean;
}

/** A report period of a plan: every date that the plan has for it, of which the earliest rules. */
export interface ReportPeriod {
  code: ReportPeriodCode;
  /** Place among the periods of a year. */
  position: number;
  dates: ReportDue[];
  /** Last day for the units: the earliest of all dates. */
  due: CivilDate | null;
  /** Last day for the report of the department: that of its task, or the latest date. */
  sentDue: CivilDate | null;
  /** The milestone that the sent report proves. */
  milestone: ReportMilestone | null;
}

/**
 * The report periods that a plan's reporting dates make. Two dates of one report that differ are both kept; the units
 * are held to the earlier.
 * @param issued the plan's own date: what lies before it holds nobody
 */
export function reportPeriods(
  rows: readonly PlannedReporting[],
  milestones: readonly ReportMilestone[],
  issued: CivilDate | null,
): ReportPeriod[] {
  return REPORT_PERIODS.flatMap((code, position): ReportPeriod[] => {
    const own = rows.filter((row) => periodCode(row.period) === code);
    if (own.length === 0) return [];
    const found = own.map((row) => {
      const milestone = milestones.find((one) => one.raw === row.raw) ?? null;
      const end = milestone?.end ?? lastDay(row);
      const past = end !== null && issued !== null && end < issued;
      return {
        milestone,
        due: { from: row.from, to: row.to, raw: row.raw, end, past, taskNo: milestone?.taskNo ?? null },
      };
    });
    const days = found.flatMap(({ due }) => (due.end === null || due.past ? [] : [due.end])).sort();
    const milestone = found.find((one) => one.milestone !== null)?.milestone ?? null;
    return [
      {
        code,
        position,
        dates: found.map((one) => one.due),
        due: days[0] ?? null,
        sentDue: milestone?.end ?? days.at(-1) ?? null,
        milestone,
      },
    ];
  });
}

/** "Trước ngày 05/3" has that day as boundary and ends the day before. */
function lastDay({ boundary, raw }: PlannedReporting): CivilDate | null {
  if (boundary === null) return null;
  return /trước/iu.test(raw) ? fromDayNumber(toDayNumber(boundary) - 1) : boundary;
}

/** Whether the plan has different days for one and the same report. */
export function datesConflict({ dates }: ReportPeriod): boolean {
  return dates.some(
    (one) => one.taskNo === null && dates.some((other) => other.from === one.from && other.end !== one.end),
  );
}
