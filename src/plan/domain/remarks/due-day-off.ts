import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import { fromDayNumber, toDayNumber } from '../../../pure/calendar/day-number.ts';
import { dayOffReason, isWorkingDay } from '../../../pure/calendar/index.ts';
import type { DueKind } from '../read-plan.ts';
import { limitsIn } from './limits.ts';
import { type PlanContext, windowsOf } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import type { Range } from './source-text.ts';
import { dayInWords, listed, taskName, taskNames } from './wording.ts';

const NAMED_DAY: ReadonlySet<DueKind> = new Set(['date', 'before_date']);
/** A rest longer than a weekend: Tết, or a holiday beside one. */
const LONG_REST = 4;

/** A due day on which the office is closed. It is remarked, never moved. */
export const dueDayOff: Rule = {
  id: 'due-day-off',
  severity: 'info',
  title: 'Hạn hoàn thành rơi vào ngày nghỉ',
  check(context) {
    return [...namedDays(context).flatMap((day) => remarkOn(day, context)), ...windowEnds(context)];
  },
};

interface NamedDay {
  who: string;
  words: string;
  last: CivilDate;
  range: Range;
}

function namedDays(context: PlanContext): NamedDay[] {
  const { tasks, plan, source, paragraphs } = context;
  const inTasks = tasks.flatMap((task) =>
    windowsOf(task).flatMap(({ window, range }): NamedDay[] => {
      if (window.kind === null || !NAMED_DAY.has(window.kind) || window.end === null) return [];
      return [{ who: taskName(task.task), words: window.raw, last: window.end, range }];
    }),
  );
  const reports = plan.reporting.flatMap(({ boundary, raw, span }): NamedDay[] => {
    const range = source.range(span);
    if (boundary === null || tasks.some((task) => overlap(task.range, range))) return [];
    return [{ who: 'Chế độ báo cáo', words: raw, last: lastDay(boundary, /trước/iu.test(raw)), range }];
  });
  const inText = paragraphs
    .flatMap((paragraph) => limitsIn(context, paragraph))
    .filter(({ range }) => !reports.some((report) => overlap(report.range, range)))
    .map(({ date, before, range, words }) => ({
      who: 'Nội dung kế hoạch',
      words: words
        .slice(-40)
        .replace(/^\S*\s/u, '')
        .replace(/\s+/gu, ' '),
      last: lastDay(date, before),
      range: { start: Math.max(range.start, range.end - 60), end: range.end },
    }));
  return [...inTasks, ...reports, ...inText];
}

function remarkOn({ who, words, last, range }: NamedDay, { source, date }: PlanContext): RuleRemark[] {
  if (isWorkingDay(last) !== false || (date !== null && last < date)) return [];
  return [
    {
      message: `${who}: hạn “${words}” nghĩa là chậm nhất ngày ${dayInWords(last)}, ngày nghỉ (${reasonOf(last)}); người thực hiện cần xong trước đó.`,
      spans: [source.span(range)],
      severity: restAround(last).length >= LONG_REST ? 'warning' : 'info',
    },
  ];
}

/** Months and quarters that end on a day off, drawn together: a plan has dozens of them. */
function windowEnds({ tasks, source }: PlanContext): RuleRemark[] {
  const ends = tasks.flatMap((task) =>
    windowsOf(task)
      .filter(({ window }) => window.kind === 'month' || window.kind === 'quarter')
      .map(({ window, range }) => ({ task: task.task, window, range })),
  );
  return [...Map.groupBy(ends, ({ window }) => window.end)].flatMap(([end, group]): RuleRemark[] => {
    if (end === null || isWorkingDay(end) !== false) return [];
    const raws = [...new Set(group.map(({ window }) => window.raw))];
    return [
      {
        message: `${taskNames(group.map(({ task }) => task))}: ${listed(raws)} kết thúc ngày ${dayInWords(end)}, ngày nghỉ (${reasonOf(end)}).`,
        spans: group.map(({ range }) => source.span(range)),
      },
    ];
  });
}

/** "Thứ Bảy", and the holiday that the day belongs to: "Thứ Bảy, trong đợt nghỉ Tết Nguyên đán". */
function reasonOf(date: CivilDate): string {
  const own = dayOffReason(date) ?? 'ngày nghỉ';
  const holiday = restAround(date)
    .map((day) => dayOffReason(day))
    .find((reason) => reason !== null && !/^(?:Thứ Bảy|Chủ nhật)/u.test(reason));
  return holiday === undefined || holiday === null || holiday === own
    ? own
    : `${own}, trong đợt nghỉ ${holiday}`;
}

/** The days off in a row that a day off belongs to. */
function restAround(date: CivilDate): CivilDate[] {
  const closed = (day: number) => isWorkingDay(fromDayNumber(day)) === false;
  let first = toDayNumber(date);
  while (closed(first - 1)) first--;
  const rest: CivilDate[] = [];
  for (let day = first; closed(day); day++) rest.push(fromDayNumber(day));
  return rest;
}

function lastDay(boundary: CivilDate, before: boolean): CivilDate {
  return before ? fromDayNumber(toDayNumber(boundary) - 1) : boundary;
}

function overlap(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}
