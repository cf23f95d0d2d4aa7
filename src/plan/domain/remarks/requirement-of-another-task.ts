import { fold } from '../../../pure/vietnamese/fold.ts';
import type { TaskInText } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { quoted, taskName } from './wording.ts';

/** Titles that ask for a document to be issued. */
const ISSUES = /^(?:ban hanh|cong van|cv|huong dan|quyet dinh|ke hoach|quy che|thong bao|xay dung quy che)/u;
/** Requirements that tell how to compute how much of a plan was done. */
const RATE = /tinh ty le|so voi tong so/u;
const PRODUCT =
  /^(bang phan cong|quy trinh|quyet dinh|quy che|ke hoach|so theo doi|bieu mau|danh muc|de an|bao cao|to trinh)/u;

/** A requirement that speaks of another product than the title: a row that slipped, or a text that was copied. */
export const requirementOfAnotherTask: Rule = {
  id: 'requirement-of-another-task',
  severity: 'warning',
  title: 'Yêu cầu không phải của nhiệm vụ này',
  check({ tasks, source }) {
    return tasks.flatMap((task): RuleRemark[] => {
      const doubt = doubtIn(task);
      if (doubt === null) return [];
      return [
        {
          message: `${taskName(task.task)}: tên nhiệm vụ là ${quoted(task.task.title, 50)} nhưng yêu cầu ${doubt}; đề nghị kiểm tra có ghi nhầm dòng không.`,
          spans: [task.title, task.requirement].flatMap((cell) => (cell === null ? [] : [source.span(cell)])),
        },
      ];
    });
  },
};

function doubtIn({ task }: TaskInText): string | null {
  const [title, requirement] = [fold(task.title), fold(task.requirement ?? '')];
  if (!ISSUES.test(title)) return null;
  if (RATE.test(requirement)) return 'nói cách tính tỷ lệ hoàn thành';
  const product = PRODUCT.exec(requirement)?.[1];
  if (product === undefined || title.includes(product) || title.includes('van ban')) return null;
  return `nói về sản phẩm khác (${quoted(task.requirement ?? '', 40)})`;
}
