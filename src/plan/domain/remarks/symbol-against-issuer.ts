import type { Rule, RuleRemark } from './rule.ts';

const BEHIND_NAME =
  /\s(?:về|ban hành|quy định|hướng dẫn|triển khai|thực hiện|phê duyệt|công bố|để|theo|do|tại|giữa|năm)(?=\s|$)/u;

/** The abbreviation in a symbol is one letter off the body that is named as its issuer. */
export const symbolAgainstIssuer: Rule = {
  id: 'symbol-against-issuer',
  severity: 'warning',
  title: 'Ký hiệu không khớp cơ quan ban hành',
  check({ citations, source }) {
    return citations.flatMap((citation): RuleRemark[] => {
      const { symbol, issuer } = citation;
      if (symbol === null || issuer === null) return [];
      const name = issuer.split(BEHIND_NAME)[0] ?? '';
      const letters = initials(name);
      const parts = symbol.split(/[-/]/u);
      if (letters.length < 3 || parts.includes(letters)) return [];
      const near = parts.find((part) => oneLetterOff(part, letters));
      if (near === undefined) return [];
      return [
        {
          message: `Ký hiệu “${near}” trong số ${citation.number} không khớp tên cơ quan “${name.trim()}” (viết tắt ${letters}); có thể gõ hoặc quét nhầm.`,
          spans: [
            source.span({
              start: citation.range.start,
              end: source.text.indexOf(name, citation.range.end) + name.length,
            }),
          ],
        },
      ];
    });
  },
};

function initials(name: string): string {
  return name
    .split(/[\s-]+/u)
    .filter((word) => word !== '' && !/^(?:và|của|các|–)$/u.test(word))
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.slice(0, 1).toUpperCase()))
    .join('');
}

function oneLetterOff(one: string, other: string): boolean {
  if (one.length !== other.length || one.toUpperCase() !== one) return false;
  return [...one].filter((letter, at) => letter !== other[at]).length === 1;
}
