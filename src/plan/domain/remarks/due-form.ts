import { type PlanContext, type TaskInText, windowsOf } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { taskNames } from './wording.ts';

interface OddForm {
  doubt: string;
  fits(raw: string, task: TaskInText): boolean;
}

const FORMS: readonly OddForm[] = [
  { doubt: 'quý ghi bằng chữ số Ả Rập', fits: (raw) => /qu[ýí]\s*0?[1-4](?!\d)/iu.test(raw) },
  { doubt: 'thiếu dấu cách', fits: (raw) => /\d[.,;]\p{L}/u.test(raw) },
  { doubt: 'nhiều báo cáo ghi chung một ô', fits: (_, { task }) => task.due.length > 2 },
];

/** A due cell that is understood, but written in a way that the next reader may take otherwise. */
export const dueForm: Rule = {
  id: 'due-form',
  severity: 'info',
  title: 'Cách ghi thời gian hoàn thành không thống nhất',
  check(context) {
    return FORMS.flatMap((form) => remarksOf(form, context));
  },
};

function remarksOf({ doubt, fits }: OddForm, { tasks, source }: PlanContext): RuleRemark[] {
  const odd = tasks.filter((task) => task.task.due.some(({ raw }) => fits(raw, task)));
  if (odd.length === 0) return [];
  return [
    {
      message: `${taskNames(odd.map(({ task }) => task))}: thời gian hoàn thành ${doubt}; đề nghị ghi theo một mẫu thống nhất.`,
      spans: odd.flatMap((task) =>
        windowsOf(task)
          .map(({ range }) => source.span(task.dueCell ?? range))
          .slice(0, 1),
      ),
    },
  ];
}
