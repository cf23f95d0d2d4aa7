import { limitsOf } from './limits.ts';
import type { PlanContext, TaskInText } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import type { Range } from './source-text.ts';
import { dayInWords, listed, taskName } from './wording.ts';

/** "Báo cáo kết quả thực hiện năm 2017": the period that a copied requirement was written for. */
const PERIOD = /(?:báo cáo|đánh giá|kết quả|thực hiện)[^.;,\n\t]{0,80}?năm\s+((?:19|20)\d\d)/giu;

/** A limit that was over before the plan was signed: the requirement was copied from an earlier year. */
export const deadlineInThePast: Rule = {
  id: 'deadline-in-the-past',
  severity: 'error',
  title: 'Thời hạn trong yêu cầu đã qua khi ban hành kế hoạch',
  check(context) {
    const { date, source } = context;
    if (date === null) return [];
    return context.tasks.flatMap((task): RuleRemark[] => {
      const past = limitsOf(context, task).filter((limit) => limit.date < date);
      if (past.length === 0) return [];
      const days = [...new Set(past.map((limit) => dayInWords(limit.date)))];
      return [
        {
          message: `${taskName(task.task)}: yêu cầu ghi thời hạn ${listed(days)}, đã qua trước ngày ký kế hoạch (${dayInWords(date)}); có thể chép từ năm trước, đề nghị ghi lại thời hạn.`,
          spans: [...past.map(({ range }) => range), ...stalePeriods(context, task)].map((range) =>
            source.span(range),
          ),
        },
      ];
    });
  },
};

function stalePeriods({ source, year }: PlanContext, { requirement }: TaskInText): Range[] {
  if (requirement === null || year === null) return [];
  const words = source.slice(requirement);
  const first = [...words.matchAll(PERIOD)].find((match) => Number(match[1]) < year);
  if (first === undefined) return [];
  const sentence = Math.max(0, ...['.', ';', ','].map((stop) => words.lastIndexOf(stop, first.index) + 1));
  const lead = /^\s*/u.exec(words.slice(sentence))?.[0].length ?? 0;
  return [
    {
      start: requirement.start + sentence + lead,
      end: requirement.start + first.index + first[0].length,
    },
  ];
}
