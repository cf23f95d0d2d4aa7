import type { PlanContext } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import type { Range } from './source-text.ts';
import { taskName } from './wording.ts';

/** "a)", "1)", "đ)" number an item; they open nothing. */
const ITEM = /(?:^|[\s;,.(])(?:\p{L}|\d{1,2}|[ivx]{1,4})$/u;
const WORDS_BEFORE = 40;
const WORDS_BEHIND = 25;

/** A bracket that is not closed, or that closes nothing: words were lost, or misread. */
export const unbalancedBrackets: Rule = {
  id: 'unbalanced-brackets',
  severity: 'warning',
  title: 'Dấu ngoặc không cân',
  check(context) {
    const cells = context.tasks.flatMap((task) =>
      [task.title, task.requirement].flatMap((cell) =>
        cell === null ? [] : lone(context, cell, taskName(task.task)),
      ),
    );
    return [
      ...cells,
      ...context.paragraphs.flatMap((paragraph) => lone(context, paragraph, 'Nội dung kế hoạch')),
    ];
  },
};

function lone({ source }: PlanContext, within: Range, who: string): RuleRemark[] {
  const text = source.slice(within);
  const open: number[] = [];
  // "(gồm: 1) rà soát, 2) báo cáo)": a bracket behind an item's number may have closed what it should not have.
  let itemsThatClosed = 0;
  const remarks: RuleRemark[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[()]/gu)) {
    const item = bracket === ')' && ITEM.test(text.slice(Math.max(0, index - 6), index));
    if (bracket === '(') open.push(index);
    else if (open.length > 0) {
      open.pop();
      if (item) itemsThatClosed++;
    } else if (!item && itemsThatClosed > 0) itemsThatClosed--;
    else if (!item) {
      remarks.push({
        message: `${who}: có dấu “)” mà không có dấu “(” trước đó; đề nghị kiểm tra chữ bị thiếu.`,
        spans: [source.span(around(text, within.start, index))],
      });
    }
  }
  const [first] = open;
  if (first !== undefined) {
    remarks.push({
      message: `${who}: dấu “(” không có dấu “)” đóng lại; đề nghị kiểm tra chữ bị thiếu.`,
      spans: [source.span({ start: within.start + first, end: within.end })],
    });
  }
  return remarks;
}

/** A few words on both sides. */
function around(text: string, offset: number, index: number): Range {
  const before = text.slice(Math.max(0, index - WORDS_BEFORE), index);
  const cut = index > WORDS_BEFORE ? before.indexOf(' ') + 1 : 0;
  const behind = text.slice(index + 1, index + 1 + WORDS_BEHIND);
  const end = text.length > index + 1 + WORDS_BEHIND ? behind.lastIndexOf(' ') : behind.length;
  return { start: offset + index - before.length + cut, end: offset + index + 1 + Math.max(0, end) };
}
