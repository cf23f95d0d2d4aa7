import type { CitationFacts } from './citation-facts.ts';
import type { Rule } from './rule.ts';
import { listed } from './wording.ts';

/** "Các Quyết định 20, 21 và Nghị quyết 15": no symbol, no year, no date, and no full mention elsewhere. */
export const bareCitation: Rule = {
  id: 'bare-citation',
  severity: 'warning',
  title: 'Viện dẫn chỉ có số, không đủ để xác định văn bản',
  check({ citations, source }) {
    const known = new Set(citations.filter(({ symbol }) => symbol !== null).map(keyOf));
    const bare = citations.filter(
      (citation) =>
        citation.symbol === null &&
        citation.serial !== null &&
        citation.date === null &&
        !known.has(keyOf(citation)),
    );
    return together(bare).map((group) => {
      const range = { start: group[0]?.range.start ?? 0, end: group.at(-1)?.range.end ?? 0 };
      const names = group.map(({ type, number }) => `${type ?? 'văn bản'} ${number}`);
      return {
        message: `Viện dẫn ${listed(names)} chỉ ghi số, thiếu ký hiệu, năm và ngày ban hành; đề nghị ghi đầy đủ để tra cứu được.`,
        spans: [source.span(range)],
      };
    });
  },
};

function keyOf({ type, serial }: CitationFacts): string {
  return `${type} ${Number(serial)}`;
}

/** Numbers of one list, with no more than a few words between them. */
function together(citations: readonly CitationFacts[]): CitationFacts[][] {
  const groups: CitationFacts[][] = [];
  for (const citation of citations) {
    const before = groups.at(-1)?.at(-1);
    if (before !== undefined && citation.range.start - before.range.end < 20) groups.at(-1)?.push(citation);
    else groups.push([citation]);
  }
  return groups;
}
