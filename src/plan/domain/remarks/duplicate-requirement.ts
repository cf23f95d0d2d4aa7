import { fold } from '../../../pure/vietnamese/fold.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { quoted, taskNames } from './wording.ts';

/** One requirement for two tasks: copied, and one of them is not asked what it should be. */
export const duplicateRequirement: Rule = {
  id: 'duplicate-requirement',
  severity: 'info',
  title: 'Yêu cầu giống hệt nhau ở nhiều nhiệm vụ',
  check({ tasks, source }) {
    const asked = tasks.filter(({ task }) => task.requirement !== null);
    return [...Map.groupBy(asked, ({ task }) => fold(task.requirement ?? '')).values()].flatMap(
      (group): RuleRemark[] => {
        const [first] = group;
        if (group.length < 2 || first === undefined) return [];
        return [
          {
            message: `${taskNames(group.map(({ task }) => task))} có cùng một yêu cầu ${quoted(first.task.requirement ?? '')}; đề nghị kiểm tra có chép nhầm không.`,
            spans: group.map(({ requirement, range }) => source.span(requirement ?? range)),
          },
        ];
      },
    );
  },
};
