import { windowsOf } from './plan-context.ts';
import type { Rule } from './rule.ts';
import { taskNames } from './wording.ts';

/** "5/4" without a year was read as the plan's year; the clerk should know of it. */
export const yearInferred: Rule = {
  id: 'year-inferred',
  severity: 'info',
  title: 'Năm được suy ra từ năm kế hoạch',
  check({ tasks, source, year }) {
    const inferred = tasks.filter(({ task }) => task.due.some((window) => window.yearInferred === true));
    if (inferred.length === 0) return [];
    return [
      {
        message: `${taskNames(inferred.map(({ task }) => task))}: thời gian hoàn thành không ghi năm, được hiểu là năm ${year ?? 'của kế hoạch'}; đề nghị xác nhận.`,
        spans: inferred.flatMap((task) =>
          windowsOf(task)
            .filter(({ window }) => window.yearInferred === true)
            .map(({ range }) => source.span(range)),
        ),
      },
    ];
  },
};
