import { fromDayNumber, toDayNumber } from '../../../pure/calendar/day-number.ts';
import { windowsOf } from './plan-context.ts';
import type { Rule } from './rule.ts';
import { dayInWords, taskNames } from './wording.ts';

const NEAR_IN_DAYS = 7;

/** A window that ends within the week of signing: the division reads of it when it is nearly over. */
export const dueNearIssue: Rule = {
  id: 'due-near-issue',
  severity: 'info',
  title: 'Hạn hoàn thành sát ngày ký kế hoạch',
  check({ tasks, source, date }) {
    if (date === null) return [];
    const last = fromDayNumber(toDayNumber(date) + NEAR_IN_DAYS);
    const near = tasks.filter(({ task }) =>
      task.due.some(({ end }) => end !== null && end >= date && end <= last),
    );
    if (near.length === 0) return [];
    return [
      {
        message: `${taskNames(near.map(({ task }) => task))}: hạn hoàn thành chỉ cách ngày ký kế hoạch (${dayInWords(date)}) không quá ${NEAR_IN_DAYS} ngày.`,
        spans: near.flatMap((task) => windowsOf(task).slice(0, 1)).map(({ range }) => source.span(range)),
      },
    ];
  },
};
