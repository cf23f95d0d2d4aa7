import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import type { Rule, RuleRemark } from './rule.ts';

/** Editions of standards and the day from which they count no more. */
const EDITIONS: readonly { words: RegExp; name: string; until: CivilDate; successor: string }[] = [
  {
    words: /ISO\s*9001\s*[:-]\s*2008/giu,
    name: 'ISO 9001:2008',
    until: '2018-09-15',
    successor: 'ISO 9001:2015',
  },
  {
    words: /ISO\/IEC\s*27001\s*:\s*2013/giu,
    name: 'ISO/IEC 27001:2013',
    until: '2025-10-31',
    successor: 'ISO/IEC 27001:2022',
  },
];

/** An edition of a standard that counted no more when the plan was signed. */
export const supersededStandard: Rule = {
  id: 'superseded-standard',
  severity: 'info',
  title: 'Tiêu chuẩn đã có phiên bản thay thế',
  check({ source, date }) {
    if (date === null) return [];
    return EDITIONS.flatMap(({ words, name, until, successor }): RuleRemark[] => {
      const spans = [...source.text.matchAll(words)].map((match) =>
        source.span({ start: match.index, end: match.index + match[0].length }),
      );
      if (spans.length === 0 || date <= until) return [];
      return [
        {
          message: `Tiêu chuẩn ${name} đã được thay bằng ${successor} khi ban hành kế hoạch; đề nghị rà soát.`,
          spans,
        },
      ];
    });
  },
};
