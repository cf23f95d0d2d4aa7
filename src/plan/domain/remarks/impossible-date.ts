import { civilDate } from './limits.ts';
import type { Rule, RuleRemark } from './rule.ts';

const SHORT = /ngày\s+(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{3,6})(?!\d)/giu;
const LONG = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{3,6})(?!\d)/giu;

/** "20/0/2020", "31/11/2019", "10/4/20219": no such day. */
export const impossibleDate: Rule = {
  id: 'impossible-date',
  severity: 'error',
  title: 'Ngày, tháng, năm không tồn tại',
  check({ source }) {
    return [SHORT, LONG].flatMap((form) =>
      [...source.text.matchAll(form)].flatMap((match): RuleRemark[] => {
        const [words, day, month, year] = match;
        if (/^(?:1[89]|20)\d\d$/u.test(year ?? '') && civilDate(year, month, day) !== null) return [];
        return [
          {
            message: `“${words}” không phải là một ngày có thật; đề nghị kiểm tra lại ngày, tháng, năm.`,
            spans: [source.span({ start: match.index, end: match.index + words.length })],
          },
        ];
      }),
    );
  },
};
