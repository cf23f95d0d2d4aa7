import type { Rule, RuleRemark } from './rule.ts';
import { dayInWords } from './wording.ts';

/** Yearly decisions and plans of superiors are issued in the last days of the year before. */
const YEARLY = /^(?:QĐ|KH|CTr|CT)-/u;

/** A decision of late December two years back set the work of last year: kept by copying last year's plan. */
export const staleBasis: Rule = {
  id: 'stale-basis',
  severity: 'warning',
  title: 'Căn cứ có thể là văn bản của năm trước',
  check({ citations, source, year: planYear, date: planDate }) {
    if (planYear === null || planDate === null || planYear > Number(planDate.slice(0, 4)) + 1) return [];
    return citations.flatMap((citation): RuleRemark[] => {
      const { symbol, year, date, range } = citation;
      if (symbol === null || year !== null || date === null || !YEARLY.test(symbol)) return [];
      const forYear = Number(date.slice(0, 4)) + 1;
      if (date.slice(5) < '12-15' || forYear >= planYear || forYear < planYear - 2) return [];
      return [
        {
          message: `Văn bản ${citation.number} ngày ${dayInWords(date)} có thể là văn bản giao việc cho năm ${forYear}, không phải năm ${planYear}; đề nghị kiểm tra văn bản thay thế.`,
          spans: [source.span(range)],
        },
      ];
    });
  },
};
