import { windowsOf } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { taskName } from './wording.ts';

/** "Lần 2" before "Lần 1". */
export const milestoneOrder: Rule = {
  id: 'milestone-order',
  severity: 'warning',
  title: 'Các lần thực hiện không theo thứ tự thời gian',
  check({ tasks, source }) {
    return tasks.flatMap((task): RuleRemark[] => {
      const rounds = windowsOf(task).flatMap((place) => {
        const round = /^(?:lần|đợt|giai đoạn)\s*(\d+)/iu.exec(place.window.label ?? '')?.[1];
        return round === undefined || place.window.end === null
          ? []
          : [{ ...place, round: Number(round), end: place.window.end }];
      });
      const sorted = [...rounds].sort((a, b) => a.round - b.round);
      const late = sorted.findIndex((round, at) => at > 0 && round.end < (sorted[at - 1]?.end ?? ''));
      const [before, after] = [sorted[late - 1], sorted[late]];
      if (late < 1 || before === undefined || after === undefined) return [];
      return [
        {
          message: `${taskName(task.task)}: “${after.window.raw}” đến hạn trước “${before.window.raw}”; đề nghị kiểm tra lại thứ tự.`,
          spans: [source.span(before.range), source.span(after.range)],
        },
      ];
    });
  },
};
