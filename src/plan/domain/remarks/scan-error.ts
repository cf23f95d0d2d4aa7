import { misreadIn } from './misread-words.ts';
import type { Rule } from './rule.ts';

/** Words that no Vietnamese phrase has, one accent away from a common one: misread by the scanner. */
export const scanError: Rule = {
  id: 'scan-error',
  severity: 'info',
  title: 'Nghi lỗi quét, lỗi gõ dấu',
  check({ source }) {
    const byWords = Map.groupBy(misreadIn(source.text), ({ words, right }) =>
      [words.replace(/\s+/gu, ' '), right].join('|'),
    );
    return [...byWords].map(([key, group]) => {
      const [words, right] = key.split('|');
      return {
        message: `“${words}” có thể là “${right}”; nghi lỗi quét hoặc gõ dấu, đề nghị đối chiếu bản gốc.`,
        spans: group.map((place) => source.span(place)),
      };
    });
  },
};
