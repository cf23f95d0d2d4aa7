import { romanValue } from '../../../pure/reading/markers.ts';
import type { PlanContext } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { taskNames } from './wording.ts';

const SPACED = /^[ \t]*(?:\d{1,2}|[IVX]{1,4}|[a-zđ])[ \u00a0]+[.)][ \u00a0]+\p{L}[^\n]{0,40}/gmu;

/** Numbers that are left out, used twice or written apart from their dot. */
export const numbering: Rule = {
  id: 'numbering',
  severity: 'info',
  title: 'Đánh số thứ tự chưa đúng',
  check(context) {
    const { source } = context;
    const spaced = [...source.text.matchAll(SPACED)].map(
      ({ index, 0: words }): RuleRemark => ({
        message: `Đề mục “${words.trim()}” có dấu cách giữa số thứ tự và dấu chấm.`,
        spans: [source.span({ start: index, end: index + words.length })],
      }),
    );
    return [...spaced, ...parts(context), ...gaps(context), ...twice(context)];
  },
};

/** Parts of one document: "III" twice, or "V" behind "III". A plan behind its decision begins anew with "I". */
function parts({ plan, source }: PlanContext): RuleRemark[] {
  const numbered = plan.sections.filter(({ label, level }) => level === 1 && romanValue(label) !== null);
  return numbered.flatMap((section, at): RuleRemark[] => {
    const before = numbered[at - 1];
    if (before === undefined) return [];
    const [last, own] = [romanValue(before.label) ?? 0, romanValue(section.label) ?? 0];
    if (own === last + 1 || own === 1 || own < last) return [];
    const heading = ({ label, title, span: [start] }: typeof section) =>
      source.span(source.range([start, start + Math.min(200, label.length + title.length + 2)]));
    return [
      {
        message:
          own === last
            ? `Hai phần cùng đánh số ${section.label} (“${before.title}” và “${section.title}”); đề nghị đánh lại số.`
            : `Các phần nhảy từ số ${before.label} sang số ${section.label}; đề nghị kiểm tra có thiếu phần nào không.`,
        spans: [heading(before), heading(section)],
        ...(own === last ? { severity: 'warning' } : {}),
      },
    ];
  });
}

function gaps({ tasks, source }: PlanContext): RuleRemark[] {
  return tasks.flatMap((task, at): RuleRemark[] => {
    const [before, own] = [Number(tasks[at - 1]?.task.no), Number(task.task.no)];
    if (!Number.isInteger(before) || !Number.isInteger(own) || before === 0 || own <= before + 1) return [];
    // Tasks in running text are headings, some of which hold no task.
    if (/\n\s*\n/u.test(source.slice(task.range))) return [];
    const missing = own - before === 2 ? `số ${own - 1}` : `các số ${before + 1}–${own - 1}`;
    return [
      {
        message: `Danh mục nhiệm vụ nhảy từ số ${before} sang số ${own}, thiếu ${missing}; đề nghị kiểm tra có mất dòng không.`,
        spans: [source.span(task.title ?? task.range)],
        severity: 'warning',
      },
    ];
  });
}

function twice({ tasks, source }: PlanContext): RuleRemark[] {
  return tasks.flatMap((task, at): RuleRemark[] => {
    const before = tasks[at - 1];
    if (task.task.no === '' || before?.task.no !== task.task.no) return [];
    // One number beside several rows: its cell is merged downwards.
    if (before.task.title === task.task.title) return [];
    // Each group of tasks may be counted anew.
    if (before.task.area !== task.task.area && /^0?1$/u.test(task.task.no)) return [];
    return [
      {
        message: `${taskNames([task.task])}: số thứ tự bị dùng hai lần liền nhau.`,
        spans: [before, task].map(({ title, range }) => source.span(title ?? range)),
        severity: 'warning',
      },
    ];
  });
}
