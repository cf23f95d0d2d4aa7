import type { Rule } from './rule.ts';

/** "Thông tư số 17/… và số 22/…": the second has no type word of its own. */
export const ellipticalCitation: Rule = {
  id: 'elliptical-citation',
  severity: 'info',
  title: 'Viện dẫn thiếu tên loại văn bản',
  check({ citations, source }) {
    const short = citations.filter(
      ({ typeWord, symbol, serial }) => typeWord === '' && symbol !== null && serial !== null,
    );
    if (short.length === 0) return [];
    const names = short.map(({ number, type }) =>
      type === null ? `${number}` : `${number} (hiểu là ${type})`,
    );
    return [
      {
        message: `Viện dẫn không có tên loại văn bản riêng: ${[...new Set(names)].join(', ')}; đề nghị ghi đủ tên loại.`,
        spans: short.map(({ range }) => source.span(range)),
      },
    ];
  },
};
