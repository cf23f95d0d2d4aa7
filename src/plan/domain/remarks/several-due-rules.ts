import type { Rule, RuleRemark } from './rule.ts';
import type { Range } from './source-text.ts';
import { taskName } from './wording.ts';

/** A day that another event fixes. */
const RELATIVE =
  /trong vòng\s+\d+\s+(?:tháng|ngày|tuần)[^.;,\n\t)]{0,80}|(?:ban hành |hoàn thành |thực hiện )?(?:ngay )?trong tháng (?:liền kề|tiếp theo|sau)[^.;,\n\t)]{0,80}|chậm nhất\s+(?:sau\s+)?\d+\s+(?:tháng|ngày|tuần)[^.;,\n\t)]{0,80}|(?:chậm nhất )?\d+\s+(?:ngày|tháng)(?: làm việc)?\s+(?:sau khi|kể từ)[^.;,\n\t)]{0,80}/giu;

/** A task whose cells count its day from an event while its due cell names a fixed window: which of them counts? */
export const severalDueRules: Rule = {
  id: 'several-due-rules',
  severity: 'warning',
  title: 'Nhiều cách tính thời hạn cho một nhiệm vụ',
  check({ tasks, source }) {
    return tasks.flatMap((task): RuleRemark[] => {
      const fixed = task.task.due.find(({ end }) => end !== null);
      if (fixed === undefined) return [];
      const places = [task.title, task.requirement].flatMap((cell): Range[] =>
        cell === null
          ? []
          : [...source.slice(cell).matchAll(RELATIVE)].map((match) => ({
              start: cell.start + match.index,
              end: cell.start + match.index + match[0].trimEnd().length,
            })),
      );
      if (places.length === 0) return [];
      return [
        {
          message: `${taskName(task.task)}: thời hạn được tính theo sự kiện ở tên nhiệm vụ hoặc yêu cầu, đồng thời cột thời gian ghi “${fixed.raw}”; đề nghị chọn một cách tính.`,
          spans: [...places, ...(task.dueCell === null ? [] : [task.dueCell])].map((range) =>
            source.span(range),
          ),
        },
      ];
    });
  },
};
