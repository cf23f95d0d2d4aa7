import type { Rule, RuleRemark } from './rule.ts';
import { dayInWords } from './wording.ts';

/** The year inside a number is the year of issue (Decree 30/2020/NĐ-CP, art. 8; Circular 01/2011/TT-BNV, art. 7). */
export const numberDateYear: Rule = {
  id: 'number-date-year',
  severity: 'error',
  title: 'Năm trong số, ký hiệu khác năm ban hành',
  check({ citations, source }) {
    return citations.flatMap((citation): RuleRemark[] => {
      const { year, date, number } = citation;
      if (year === null || date === null || Number(date.slice(0, 4)) === year) return [];
      return [
        {
          message: `Văn bản ${number} có năm ${year} trong số, ký hiệu nhưng ghi ban hành ngày ${dayInWords(date)}; một trong hai chỗ sai, đề nghị đối chiếu văn bản gốc.`,
          spans: [source.span(citation.range)],
        },
      ];
    });
  },
};
