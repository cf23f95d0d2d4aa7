import type { Rule, RuleRemark } from './rule.ts';
import { dayInWords } from './wording.ts';

/** A plan can rest only on documents that were there when it was signed. */
export const citationAfterPlan: Rule = {
  id: 'citation-after-plan',
  severity: 'error',
  title: 'Văn bản viện dẫn ban hành sau ngày ký kế hoạch',
  check({ citations, date, source }) {
    if (date === null) return [];
    const planYear = Number(date.slice(0, 4));
    return citations.flatMap((citation): RuleRemark[] => {
      const spans = [source.span(citation.range)];
      if (citation.date !== null && citation.date > date) {
        return [
          {
            message: `Văn bản ${citation.number ?? citation.raw} ghi ngày ${dayInWords(citation.date)}, sau ngày ký kế hoạch (${dayInWords(date)}); văn bản làm căn cứ phải có trước, đề nghị kiểm tra lại ngày, tháng, năm.`,
            spans,
          },
        ];
      }
      if (citation.date === null && citation.year !== null && citation.year > planYear) {
        return [
          {
            message: `Văn bản ${citation.number} mang năm ${citation.year}, sau năm ký kế hoạch (${planYear}); đề nghị kiểm tra lại số, ký hiệu.`,
            spans,
          },
        ];
      }
      return [];
    });
  },
};
