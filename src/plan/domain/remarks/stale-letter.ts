import { toDayNumber } from '../../../pure/calendar/day-number.ts';
import type { Rule } from './rule.ts';

/** An official letter answers the matter of its day; a plan that still leans on one of long ago should say why. */
export const staleLetter: Rule = {
  id: 'stale-letter',
  severity: 'info',
  title: 'Công văn hướng dẫn đã ban hành từ lâu',
  check({ citations, source, date: planDate }) {
    if (planDate === null) return [];
    const old = citations.filter(
      ({ type, date }) =>
        type === 'Công văn' && date !== null && toDayNumber(planDate) - toDayNumber(date) > 365,
    );
    if (old.length === 0) return [];
    return [
      {
        message: `Kế hoạch còn viện dẫn công văn ban hành trên một năm trước: ${[...new Set(old.map(({ number }) => number))].join(', ')}; đề nghị kiểm tra còn áp dụng không.`,
        spans: old.map(({ range }) => source.span(range)),
      },
    ];
  },
};
