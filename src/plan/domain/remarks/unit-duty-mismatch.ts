import { fold } from '../../../pure/vietnamese/fold.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { headedUnits } from './unit-names.ts';
import { taskName } from './wording.ts';

/** Verbs that begin a task's title and say nothing of its matter. */
const LEADING_VERBS =
  /^(?:to chuc|ban hanh|xay dung|trien khai|thuc hien|bao cao|chu tri|phoi hop|huong dan|tham muu|cong van|ke hoach|quyet dinh|ra soat|kiem tra|kiem soat|tiep tuc|day manh|tang cuong|nghien cuu|de xuat|chuong trinh|de an|cai thien|hoan thien|nang cao|quan ly|theo doi|viec|cac|ve|va|,)\s+/u;
/** A unit with more tasks than these is busy with more than a list of duties can tell. */
const FEW = 2;

/** A unit whose only task is about something that its duties do not mention. */
export const unitDutyMismatch: Rule = {
  id: 'unit-duty-mismatch',
  severity: 'warning',
  title: 'Nhiệm vụ không thuộc trách nhiệm đã nêu của đơn vị',
  check(context) {
    const { plan, tasks, source } = context;
    return headedUnits(context).flatMap(({ name, aliases }): RuleRemark[] => {
      const own = tasks.filter(({ task }) => task.leadUnits.some((lead) => aliases.includes(lead)));
      if (own.length === 0 || own.length > FEW) return [];
      const duties = plan.duties.filter(({ unit }) => unit === name);
      const words = fold(duties.map(({ text }) => text).join(' '));
      const others = fold(plan.duties.flatMap(({ unit, text }) => (unit === name ? [] : [text])).join(' '));
      const [duty] = duties;
      return (
        own
          // In running text the task's title is a whole paragraph, its matter anywhere in it.
          .filter(
            ({ task, range }) =>
              !source.slice(range).includes('\n') &&
              !words.includes(matterOf(task.title)) &&
              // What no unit's duties mention is no other unit's matter.
              others.includes(matterOf(task.title)),
          )
          .map(({ task, title, range }) => ({
            message: `${taskName(task)} giao ${name} nhưng trách nhiệm của đơn vị này không nêu nội dung “${matterWords(task.title)}”; đề nghị kiểm tra đơn vị chủ trì.`,
            spans: [
              source.span(title ?? range),
              ...(duty === undefined ? [] : [source.span(source.range(duty.span))]),
            ],
          }))
      );
    });
  },
};

/** The two syllables behind the leading verbs: what the task is about. */
function matterOf(title: string): string {
  let rest = fold(title);
  while (LEADING_VERBS.test(rest)) rest = rest.replace(LEADING_VERBS, '');
  return rest
    .split(/[\s,;()/]+/u)
    .slice(0, 2)
    .join(' ');
}

function matterWords(title: string): string {
  const matter = matterOf(title);
  const words = title.split(/\s+/u);
  const at = words.findIndex((_, index) => fold(words.slice(index, index + 2).join(' ')).startsWith(matter));
  return at < 0
    ? matter
    : words
        .slice(at, at + 2)
        .join(' ')
        .replace(/[,;]$/u, '');
}
