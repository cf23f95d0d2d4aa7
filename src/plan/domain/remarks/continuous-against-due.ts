import { clauseAround } from './limits.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { taskName } from './wording.ts';

const ALL_YEAR =
  /ngay sau khi|thường xuyên|hằng ngày|hàng ngày|hằng tháng|hàng tháng|hằng tuần|hàng tuần|liên tục|quanh năm|mỗi khi|khi có phát sinh/iu;

/** Work that comes up all year with one window that ends long before the year does. */
export const continuousAgainstDue: Rule = {
  id: 'continuous-against-due',
  severity: 'info',
  title: 'Việc thường xuyên nhưng chỉ có một hạn ngắn',
  check({ tasks, source }) {
    return tasks.flatMap(({ task, title, requirement, dueCell }): RuleRemark[] => {
      const [window, ...more] = task.due;
      if (window === undefined || more.length > 0) return [];
      if (window.kind !== 'month' && window.kind !== 'quarter' && window.kind !== 'date') return [];
      const cells = [title, requirement].filter((cell) => cell !== null);
      const place = cells
        .map((cell) => ({ cell, match: ALL_YEAR.exec(source.slice(cell)) }))
        .find(({ match }) => match !== null);
      if (place?.match == null) return [];
      const start = place.cell.start + place.match.index;
      const words = clauseAround(source, place.cell, { start, end: start + place.match[0].length });
      return [
        {
          message: `${taskName(task)}: nội dung phải làm nhiều lần trong năm nhưng chỉ ghi một hạn “${window.raw}”; đề nghị ghi “thường xuyên” hoặc các mốc trong năm.`,
          spans: [source.span(words), ...(dueCell === null ? [] : [source.span(dueCell)])],
        },
      ];
    });
  },
};
