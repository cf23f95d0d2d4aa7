import type { Rule, RuleRemark } from './rule.ts';

/** Only words that join others: "phân công công tác" and "ngày càng" are right. */
const TWICE =
  /(?<![\p{L}\p{N}])(các|những|của|và|trong|với|theo|để|được|cho|tại|về|là|có|đã|sẽ|trên|từ|đến|khi|việc|do|bởi|nhằm|hoặc|ngày|tháng|năm|số)(?: |\n)\1(?![\p{L}\p{N}])/gu;

/** "Các các", "trong trong": a word written twice. */
export const doubledWord: Rule = {
  id: 'doubled-word',
  severity: 'info',
  title: 'Chữ bị lặp',
  check({ source }) {
    return [...source.text.matchAll(TWICE)].map(
      (match): RuleRemark => ({
        message: `Chữ “${match[1]}” được viết hai lần liền nhau; đề nghị kiểm tra.`,
        spans: [source.span({ start: match.index, end: match.index + match[0].length })],
      }),
    );
  },
};
