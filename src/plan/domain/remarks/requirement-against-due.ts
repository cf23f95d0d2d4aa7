import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import { fromDayNumber, toDayNumber } from '../../../pure/calendar/day-number.ts';
import { daysOfPeriod } from '../day-of-period.ts';
import type { DueWindow } from '../read-plan.ts';
import { civilDate, clauseStart, lastDayOf, limitsOf } from './limits.ts';
import { type PlanContext, type TaskInText, windowsOf } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import type { Range } from './source-text.ts';
import { dayInWords, taskName } from './wording.ts';

/** Work of others that the task collects: it has to come before the task's own due date. */
const INPUT =
  /các (?:đơn vị|phòng|trường|cơ sở|cơ quan|xã|phường)|để (?:Sở |Văn phòng )?tổng hợp|gửi (?:về|Sở|Bộ|UBND)/iu;
const MONTH =
  /trong\s+tháng\s+(\d{1,2})(?:\s*[/.-]\s*((?:19|20)\d\d)|\s+(?:của\s+)?năm\s+(?:kế hoạch|((?:19|20)\d\d)))/giu;
/** A requirement that names a day of its own which is not the due cell's. */
export const requirementAgainstDue: Rule = {
  id: 'requirement-against-due',
  severity: 'error',
  title: 'Thời hạn trong yêu cầu mâu thuẫn với cột thời gian hoàn thành',
  check(context) {
    return context.tasks.flatMap((task) => [
      ...datesAgainst(context, task),
      ...monthsAgainst(context, task),
      ...periodsAgainst(context, task),
    ]);
  },
};

function datesAgainst(context: PlanContext, task: TaskInText): RuleRemark[] {
  const { date, year } = context;
  for (const limit of limitsOf(context, task)) {
    if (INPUT.test(limit.words) || year === null) continue;
    const past = date !== null && limit.date < date;
    const printed = past ? (sameDayOf(limit.date, year) ?? limit.date) : limit.date;
    const last = limit.before ? dayBefore(printed) : printed;
    if (task.task.due.some((window) => window.end === last || window.end === printed)) continue;
    const verdict = verdictOn(last, task.task.due, past);
    if (verdict === null) continue;
    return [
      {
        message: `${taskName(task.task)}: yêu cầu đặt hạn ${dayInWords(printed)}${past ? ` (in là ${dayInWords(limit.date)})` : ''} nhưng cột thời gian hoàn thành ghi “${rawOf(task)}”; đề nghị thống nhất một thời hạn.`,
        spans: spansOf(context, task, sentence(context, task, limit.range)),
        severity: verdict,
      },
    ];
  }
  return [];
}

/** A stricter day inside the window, or one before it, contradicts it; a later day may belong to a following step. */
function verdictOn(last: CivilDate, due: readonly DueWindow[], past: boolean): 'error' | 'warning' | null {
  const fixed = due.filter((window) => window.end !== null);
  if (fixed.length === 0) return null;
  const within = fixed.some(
    ({ start, end }) => end !== null && last < end && (start === null ? !past : start <= last),
  );
  if (within) return 'error';
  // A day of an earlier year that falls outside the window even in this year speaks of some other work.
  if (past) return null;
  return fixed.every(({ start }) => start !== null && last < start) ? 'error' : 'warning';
}

function monthsAgainst(context: PlanContext, task: TaskInText): RuleRemark[] {
  const { source, year } = context;
  const { requirement } = task;
  if (requirement === null || year === null) return [];
  for (const match of source.slice(requirement).matchAll(MONTH)) {
    const [month, monthYear] = [Number(match[1]), Number(match[2] ?? match[3] ?? year)];
    const last = civilDate(`${monthYear}`, `${month}`, `${lastDayOf(monthYear, month)}`);
    const range = placeOf(requirement, match);
    if (last === null || INPUT.test(source.slice(range))) continue;
    if (verdictOn(last, task.task.due, true) === null || task.task.due.some(({ end }) => end === last))
      continue;
    return [
      {
        message: `${taskName(task.task)}: yêu cầu đòi xong trong tháng ${month}/${monthYear} (hạn cuối ${dayInWords(last)}) nhưng cột thời gian hoàn thành ghi “${rawOf(task)}”; đề nghị thống nhất một thời hạn.`,
        spans: spansOf(context, task, sentence(context, task, range)),
      },
    ];
  }
  return [];
}

/** "Trước ngày mùng 5 của tháng cuối kỳ báo cáo" beside "5/4: BC quý I". */
function periodsAgainst(context: PlanContext, task: TaskInText): RuleRemark[] {
  const { source, year } = context;
  const { requirement } = task;
  if (requirement === null || year === null) return [];
  const windows = windowsOf(task).map(({ window }) => window);
  for (const asked of daysOfPeriod(source.slice(requirement), windows, year)) {
    const apart = windows.filter(({ end }, index) => {
      const last = asked.lastDays[index] ?? null;
      return last !== null && end !== null && end !== last && dayBefore(end) !== last;
    });
    if (apart.length === 0) continue;
    const start = clauseStart(source, requirement.start, requirement.start + asked.start);
    const reports = apart.map(({ raw }) => `“${raw}”`).join(', ');
    return [
      {
        message: `${taskName(task.task)}: yêu cầu đặt hạn “${asked.words}” nhưng cột thời gian hoàn thành ghi ${reports}; hai chỗ cho những ngày khác nhau, đề nghị thống nhất.`,
        spans: spansOf(context, task, { start, end: requirement.start + asked.end }),
      },
    ];
  }
  return [];
}

function spansOf({ source }: PlanContext, task: TaskInText, words: Range) {
  return [source.span(words), ...(task.dueCell === null ? [] : [source.span(task.dueCell)])];
}

function sentence({ source }: PlanContext, { requirement, range }: TaskInText, words: Range): Range {
  const cell = requirement !== null && requirement.start <= words.start ? requirement : range;
  const before = source.text.slice(cell.start, words.start);
  const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), before.lastIndexOf('\t'));
  const after = /[.;](?=\s|$)/u.exec(source.text.slice(words.end, cell.end));
  return {
    start: stop < 0 ? cell.start : cell.start + stop + (before[stop] === '\t' ? 1 : 2),
    end: after === null ? cell.end : words.end + after.index + 1,
  };
}

function placeOf(cell: Range, match: RegExpExecArray): Range {
  return { start: cell.start + match.index, end: cell.start + match.index + match[0].length };
}

function rawOf({ task }: TaskInText): string {
  return task.due.map(({ raw }) => raw).join('; ');
}

function sameDayOf(date: CivilDate, year: number): CivilDate | null {
  return civilDate(`${year}`, date.slice(5, 7), date.slice(8, 10));
}

function dayBefore(date: CivilDate): CivilDate {
  return fromDayNumber(toDayNumber(date) - 1);
}
