import type { Rule } from './rule.ts';
import { listed } from './wording.ts';

const WITH_AND = /(?<![\p{L}&])\p{Lu}+&\p{Lu}+(?![\p{L}&])/gu;

/** "GD&ĐT" here and "GDĐT" there: one body under two abbreviations. */
export const spellingVariants: Rule = {
  id: 'spelling-variants',
  severity: 'info',
  title: 'Một tên viết tắt theo nhiều cách',
  check({ source }) {
    const withAnd = Map.groupBy([...source.text.matchAll(WITH_AND)], ({ 0: words }) => words);
    const both = [...withAnd].flatMap(([words, [first]]) => {
      const plain = words.replace('&', '');
      const other = new RegExp(`(?<!\\p{L})${plain}(?!\\p{L})`, 'u').exec(source.text);
      return first === undefined || other === null ? [] : [{ words, plain, places: [first, other] }];
    });
    if (both.length === 0) return [];
    return [
      {
        message: `Một tên được viết tắt theo hai cách: ${listed(both.map(({ words, plain }) => `${words} và ${plain}`))}; đề nghị thống nhất.`,
        spans: both.flatMap(({ places }) =>
          places.map((match) => source.span({ start: match.index, end: match.index + match[0].length })),
        ),
      },
    ];
  },
};
