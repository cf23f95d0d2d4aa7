import type { Rule } from './rule.ts';

/** A blank around the slash or the hyphen, or a dash in the hyphen's place. */
const SPACED = /\d\s+\/|\/\s+[\p{L}\d]|\p{Lu}\s+[-–]|[-–]\s+\p{Lu}|\p{Lu}[–—]\p{Lu}/u;

/** Blanks inside a document number hide it from every search. */
export const symbolSpacing: Rule = {
  id: 'symbol-spacing',
  severity: 'info',
  title: 'Dấu cách, gạch dài trong số, ký hiệu',
  check({ plan, source }) {
    const spaced = plan.citations.filter(({ raw, number }) => {
      if (number === null) return false;
      return SPACED.test(raw.replace(/,?\s*(?:ngày|năm)\s.*$/isu, ''));
    });
    if (spaced.length === 0) return [];
    return [
      {
        message: `Số, ký hiệu có dấu cách hoặc gạch dài bên trong: ${[...new Set(spaced.map(({ number }) => number))].join(', ')}; đề nghị viết liền, dùng gạch nối.`,
        spans: spaced.map(({ span }) => source.span(source.range(span))),
      },
    ];
  },
};
