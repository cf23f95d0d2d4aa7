import { civilDate, insideCitation, lastDayOf } from './limits.ts';
import { windowsOf } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { dayInWords, taskName } from './wording.ts';

const CUT_OFF =
  /(?:số liệu|dữ liệu|kết quả)[^.;\n\t]{0,50}?(?:tính|lấy|chốt|cập nhật|tổng hợp|thống kê)?\s*(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+(\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*|tháng\s+)(\d{1,2})\s*(?:[/.-]|\s+năm\s+)\s*((?:19|20)\d\d)/giu;

/** Figures that run to the last day of the due window, or beyond it, leave no day to write the report. */
export const dataCutOff: Rule = {
  id: 'data-cut-off',
  severity: 'error',
  title: 'Mốc chốt số liệu không trước hạn báo cáo',
  check(context) {
    const { source } = context;
    return context.tasks.flatMap((task): RuleRemark[] => {
      const { requirement } = task;
      const ends = task.task.due.flatMap((window) => (window.end === null ? [] : [window.end]));
      const last = ends.sort().at(-1);
      if (requirement === null || last === undefined) return [];
      return [...source.slice(requirement).matchAll(CUT_OFF)].flatMap((match): RuleRemark[] => {
        const day = match[1] ?? String(lastDayOf(Number(match[3]), Number(match[2])));
        const cutOff = civilDate(match[3], match[2], day);
        const range = {
          start: requirement.start + match.index,
          end: requirement.start + match.index + match[0].length,
        };
        if (cutOff === null || cutOff < last || insideCitation(context, range.end - 1)) return [];
        const due = windowsOf(task).at(-1);
        return [
          {
            message: `${taskName(task.task)}: số liệu tính đến hết ngày ${dayInWords(cutOff)} nhưng hạn hoàn thành là ${dayInWords(last)}, không còn ngày nào để tổng hợp báo cáo.`,
            spans: [source.span(range), ...(due === undefined ? [] : [source.span(due.range)])],
          },
        ];
      });
    });
  },
};
