import type { DueKind } from '../read-plan.ts';
import { windowsOf } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { dayInWords, taskName } from './wording.ts';

const ENDING: ReadonlySet<DueKind> = new Set([
  'date',
  'before_date',
  'month',
  'quarter',
  'half_year',
  'year',
  'range',
]);

/** A due window that was over when the plan was signed can be met by nobody. */
export const dueBeforePlan: Rule = {
  id: 'due-before-plan',
  severity: 'error',
  title: 'Thời gian hoàn thành trước ngày ký kế hoạch',
  check(context) {
    const { date, source } = context;
    if (date === null) return [];
    return context.tasks.flatMap((task) =>
      windowsOf(task).flatMap(({ window, range }): RuleRemark[] => {
        if (window.kind === null || !ENDING.has(window.kind)) return [];
        if (window.end === null || window.end >= date) return [];
        return [
          {
            message: `${taskName(task.task)}: thời gian hoàn thành “${window.raw}” đã hết ngày ${dayInWords(window.end)}, trước ngày ký kế hoạch (${dayInWords(date)}).`,
            spans: [source.span(range)],
            // Without a printed year the year may as well be the next one.
            ...(window.yearInferred === true ? { severity: 'warning' } : {}),
          },
        ];
      }),
    );
  },
};
