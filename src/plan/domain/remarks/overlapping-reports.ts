import { fold } from '../../../pure/vietnamese/fold.ts';
import { periodOf } from './periods.ts';
import { type TaskInText, windowsOf } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { dayInWords } from './wording.ts';

/** The report on carrying out the plan comes after the yearly report that has to tell of it. */
export const overlappingReports: Rule = {
  id: 'overlapping-reports',
  severity: 'info',
  title: 'Hai báo cáo cùng nội dung, hạn ngược nhau',
  check({ tasks, source }) {
    const reports = tasks.filter(({ task }) => /^bao cao/u.test(fold(task.title)));
    const yearly = reports.flatMap((task) =>
      windowsOf(task)
        .filter(({ window }) => periodOf(window.label ?? '') === 'Y')
        .map((place) => ({ task, ...place })),
    );
    return yearly.flatMap(({ task: whole, window, range }) =>
      reports.flatMap((part): RuleRemark[] => {
        const [due] = part.task.due;
        if (part === whole || due?.end == null || window.end === null || due.end <= window.end) return [];
        if (!/muc do|hoan thanh ke hoach|thuc hien ke hoach/u.test(fold(part.task.title))) return [];
        if (!sameUnit(part, whole) || !sameTopic(part, whole)) return [];
        return [
          {
            message: `Nhiệm vụ ${part.task.no} đến hạn ${dayInWords(due.end)}, sau báo cáo năm tại nhiệm vụ ${whole.task.no} (${dayInWords(window.end)}) vốn phải có nội dung này; đề nghị xếp lại hoặc gộp hai báo cáo.`,
            spans: [part.title ?? part.range, part.dueCell ?? part.range, range].map((place) =>
              source.span(place),
            ),
          },
        ];
      }),
    );
  },
};

function sameUnit(one: TaskInText, other: TaskInText): boolean {
  return one.task.leadUnits[0] === other.task.leadUnits[0];
}

/** Both titles hold one abbreviation that names their subject. */
function sameTopic(one: TaskInText, other: TaskInText): boolean {
  const names = new Set(one.task.title.match(/\p{Lu}{3,}/gu));
  return (other.task.title.match(/\p{Lu}{3,}/gu) ?? []).some((name) => names.has(name));
}
