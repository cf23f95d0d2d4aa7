import type { Rule } from './rule.ts';

/** Citations should bear the date of issue (Decree 30/2020/NĐ-CP, annex I; Circular 01/2011/TT-BNV, art. 11). */
export const undatedCitation: Rule = {
  id: 'undated-citation',
  severity: 'info',
  title: 'Viện dẫn văn bản không ghi ngày ban hành',
  check({ citations, source }) {
    const dated = new Set(citations.filter(({ date }) => date !== null).map(({ number }) => number));
    const undated = citations.filter(
      ({ symbol, serial, date, number }) =>
        symbol !== null && serial !== null && date === null && !dated.has(number) && !/^QH\d/u.test(symbol),
    );
    if (undated.length === 0) return [];
    const numbers = [...new Set(undated.map(({ number }) => `${number}`))];
    const yearless = [
      ...new Set(undated.filter(({ year }) => year === null).map(({ number }) => `${number}`)),
    ];
    const lost = yearless.length === 0 ? '' : `; ${yearless.join(', ')} không có cả năm nên khó xác định`;
    return [
      {
        message: `${numbers.length} văn bản được viện dẫn không ghi ngày, tháng, năm ban hành: ${numbers.join(', ')}${lost}.`,
        spans: undated.map(({ range }) => source.span(range)),
      },
    ];
  },
};
