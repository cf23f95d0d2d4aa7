import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import { fromDayNumber, toDayNumber } from '../../../pure/calendar/day-number.ts';
import { fold } from '../../../pure/vietnamese/fold.ts';
import type { ReadReporting } from '../read-plan.ts';
import { periodOf } from './periods.ts';
import { type PlanContext, windowsOf } from './plan-context.ts';
import type { Range } from './source-text.ts';

/** An input of a period and the report of the same period that is made from it. */
export interface ReportLink {
  period: string;
  input: ReadReporting;
  /** Last day on which the input is on time. */
  inputDue: CivilDate;
  report: { range: Range; due: CivilDate; name: string };
}

/** Every pair of an input and the report that it feeds: what is sent to a unit before that unit reports on. */
export function reportLinks(context: PlanContext): ReportLink[] {
  const inputs = context.plan.reporting.filter((entry) => !insideTask(context, entry));
  const reports = reportsOf(context);
  return inputs.flatMap((input) => {
    const period = periodOf(input.period);
    if (period === null || input.boundary === null) return [];
    const inputDue = onTime(input, input.boundary);
    return reports
      .filter((report) => report.period === period && sameUnit(report.unit, input.to))
      .map(({ range, due, name }) => ({ period, input, inputDue, report: { range, due, name } }));
  });
}

interface Report {
  period: string;
  unit: string | null;
  range: Range;
  due: CivilDate;
  name: string;
}

/** Reports that a task owes by period, as its due cell and as its requirement say it. */
function reportsOf(context: PlanContext): Report[] {
  const byCell = context.tasks
    .filter(({ task }) => task.due.filter(({ label }) => periodOf(label ?? '') !== null).length > 1)
    .flatMap((task) =>
      windowsOf(task).flatMap(({ window, range }): Report[] => {
        const period = periodOf(window.label ?? '');
        if (period === null || window.end === null) return [];
        return [
          {
            period,
            unit: task.task.leadUnits[0] ?? null,
            range,
            due: window.end,
            name: nameOf(task.task.no),
          },
        ];
      }),
    );
  const byRequirement = context.plan.reporting.flatMap((entry): Report[] => {
    const period = periodOf(entry.period);
    const task = taskAround(context, entry);
    if (task === undefined || period === null || entry.boundary === null) return [];
    if (Number(entry.boundary.slice(0, 4)) !== context.year) return [];
    const range = context.source.range(entry.span);
    if (task.dueCell !== null && range.start >= task.dueCell.start) return [];
    return [
      {
        period,
        unit: task.task.leadUnits[0] ?? null,
        range,
        due: onTime(entry, entry.boundary),
        name: nameOf(task.task.no),
      },
    ];
  });
  return [...byCell, ...byRequirement];
}

function nameOf(no: string): string {
  return no === '' ? 'báo cáo tổng hợp' : `báo cáo tại nhiệm vụ ${no}`;
}

function onTime({ raw }: ReadReporting, boundary: CivilDate): CivilDate {
  return /trước/iu.test(raw) ? fromDayNumber(toDayNumber(boundary) - 1) : boundary;
}

function taskAround({ tasks, source }: PlanContext, { span }: ReadReporting) {
  const { start } = source.range(span);
  return tasks.find(({ range }) => range.start <= start && start < range.end);
}

function insideTask(context: PlanContext, entry: ReadReporting): boolean {
  return taskAround(context, entry) !== undefined;
}

function sameUnit(reporter: string | null, receiver: string | null): boolean {
  if (reporter === null || receiver === null) return true;
  const [one, other] = [fold(reporter), fold(receiver)];
  return one.startsWith(other) || other.startsWith(one);
}
