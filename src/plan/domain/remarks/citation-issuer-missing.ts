import type { Rule } from './rule.ts';

const LOCAL = /-(?:CT)?(?:UBND|HĐND)\d*$/u;

/** Every province has its own 08/2016/NQ-HĐND: without an issuer nobody knows which one is meant. */
export const citationIssuerMissing: Rule = {
  id: 'citation-issuer-missing',
  severity: 'info',
  title: 'Văn bản của địa phương không ghi cơ quan ban hành',
  check({ citations, source }) {
    const named = new Set(citations.filter(({ issuer }) => issuer !== null).map(({ number }) => number));
    const unnamed = citations.filter(({ symbol, issuer, number, range }) => {
      if (symbol === null || issuer !== null || named.has(number) || !LOCAL.test(symbol)) return false;
      const before = source.text.slice(Math.max(0, range.start - 80), range.start);
      return !/của[^.;\n\t]{0,80}$/iu.test(before);
    });
    if (unnamed.length === 0) return [];
    const numbers = [...new Set(unnamed.map(({ number }) => `${number}`))];
    return [
      {
        message: `Không rõ cơ quan nào ban hành ${numbers.join(', ')}; số của HĐND, UBND trùng nhau giữa các địa phương, đề nghị ghi tên cơ quan.`,
        spans: unnamed.map(({ range }) => source.span({ start: range.start, end: range.end })),
      },
    ];
  },
};
