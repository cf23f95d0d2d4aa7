import type { Rule, RuleRemark } from './rule.ts';

/** The Government makes law by resolution only under the law in force from 1 April 2025 (Law 64/2025/QH15, art. 4). */
const LEGAL_RESOLUTIONS_FROM = '2025-04-01';

/** Until then a resolution of the Government is no legal document and bears no year in its number: "21/NQ-CP". */
export const governmentResolutionYear: Rule = {
  id: 'government-resolution-year',
  severity: 'info',
  title: 'Số nghị quyết của Chính phủ có năm',
  check({ citations, source, date: planDate }) {
    return citations.flatMap((citation): RuleRemark[] => {
      const { symbol, year, serial, date, range } = citation;
      const day = date ?? planDate;
      if (symbol !== 'NQ-CP' || year === null || day === null || day >= LEGAL_RESOLUTIONS_FROM) return [];
      return [
        {
          message: `Nghị quyết ${citation.number}: nghị quyết của Chính phủ ban hành trước 01/4/2025 thường không ghi năm trong số (${serial}/NQ-CP); đề nghị đối chiếu.`,
          spans: [source.span(range)],
        },
      ];
    });
  },
};
