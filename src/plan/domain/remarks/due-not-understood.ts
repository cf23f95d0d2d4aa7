import { windowsOf } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { quoted, taskName, taskNames } from './wording.ts';

/** Words that were not understood stay as they are; somebody has to say what day they mean. */
export const dueNotUnderstood: Rule = {
  id: 'due-not-understood',
  severity: 'warning',
  title: 'Không hiểu hoặc thiếu thời gian hoàn thành',
  check({ tasks, source }) {
    const unclear = tasks.flatMap((task) =>
      windowsOf(task)
        .filter(({ window }) => window.kind === null)
        .map(
          ({ window, range }): RuleRemark => ({
            message: `${taskName(task.task)}: chưa hiểu thời gian hoàn thành ${quoted(window.raw)}; đề nghị ghi rõ mốc ngày, tháng, quý hoặc năm.`,
            spans: [source.span(range)],
          }),
        ),
    );
    const without = tasks.filter(({ task }) => task.due.length === 0);
    if (without.length === 0) return unclear;
    return [
      ...unclear,
      {
        message: `${taskNames(without.map(({ task }) => task))}: không có thời gian hoàn thành.`,
        spans: without.map(({ title, range }) => source.span(title ?? range)),
      },
    ];
  },
};
