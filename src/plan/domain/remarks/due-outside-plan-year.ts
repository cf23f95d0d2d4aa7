import { fold } from '../../../pure/vietnamese/fold.ts';
import { type PlanContext, windowsOf, yearOf } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { taskName } from './wording.ts';

/** A due window that lies wholly outside the year of a yearly plan. Plans for a period of years have no such year. */
export const dueOutsidePlanYear: Rule = {
  id: 'due-outside-plan-year',
  severity: 'warning',
  title: 'Thời gian hoàn thành ngoài năm kế hoạch',
  check(context) {
    const year = yearlyPlan(context);
    if (year === null) return [];
    return context.tasks.flatMap((task) =>
      windowsOf(task).flatMap(({ window, range }): RuleRemark[] => {
        const end = yearOf(window.end);
        const start = yearOf(window.start) ?? end;
        if (end === null || start === null || (start <= year && year <= end)) return [];
        return [
          {
            message: `${taskName(task.task)}: thời gian hoàn thành “${window.raw}” nằm ngoài năm kế hoạch ${year}; đề nghị kiểm tra lại năm.`,
            spans: [context.source.span(range)],
          },
        ];
      }),
    );
  },
};

function yearlyPlan({ plan }: PlanContext): number | null {
  const title = fold(plan.document.title ?? '');
  const years = new Set(title.match(/\b20\d\d\b/gu) ?? []);
  if (years.size !== 1 || /giai doan|den nam|nhiem ky|tam nhin|nam hoc/u.test(title)) return null;
  const year = Number([...years][0]);
  return year === plan.document.planYear ? year : null;
}
