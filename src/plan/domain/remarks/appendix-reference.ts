import type { Rule, RuleRemark } from './rule.ts';
import { dayInWords } from './wording.ts';

const REFERENCE = /\((?:ban hành\s+)?kèm theo[^()]{0,250}\)?/giu;

/** "(Kèm theo Kế hoạch số …)" above an appendix has to name the plan's own number and date. */
export const appendixReference: Rule = {
  id: 'appendix-reference',
  severity: 'error',
  title: 'Phụ lục ghi số, ngày khác với kế hoạch',
  check({ plan, source }) {
    const { number, date, type } = plan.document;
    const places = [...source.text.matchAll(REFERENCE)].map(({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
    }));
    return plan.citations.flatMap((citation): RuleRemark[] => {
      const range = source.range(citation.span);
      if (!/^\d/u.test(citation.number ?? '') || number === null || type === null || citation.type !== type)
        return [];
      if (!places.some(({ start, end }) => start <= range.start && range.end <= end)) return [];
      const sameNumber = citation.number === number;
      const sameDate = citation.date === null || date === null || citation.date === date;
      if (sameNumber && sameDate) return [];
      const printed = `${citation.number}${citation.date === null ? '' : ` ngày ${dayInWords(citation.date)}`}`;
      const own = `${number}${date === null ? '' : ` ngày ${dayInWords(date)}`}`;
      return [
        {
          message: `Phụ lục ghi kèm theo ${type} số ${printed} nhưng văn bản này là số ${own}; đề nghị thống nhất.`,
          spans: [source.span(range)],
        },
      ];
    });
  },
};
