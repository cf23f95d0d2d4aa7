import type { Rule } from './rule.ts';
import type { Range, SourceText } from './source-text.ts';

/** Header words that a converter prints again on every page. */
const HEADER = /^(?:TT|STT|Số TT)(?:\t|\s*\|).*$/gmu;

/** Sentences torn by a page break, and table headers printed on every page: where words are lost most easily. */
export const pageBreakSplit: Rule = {
  id: 'page-break-split',
  severity: 'info',
  title: 'Câu, bảng bị ngắt do sang trang',
  check({ source, paragraphs }) {
    const torn = paragraphs.flatMap((paragraph, at): Range[] => {
      const before = paragraphs[at - 1];
      return before !== undefined && isTorn(source, before, paragraph)
        ? [joint(source, before, paragraph)]
        : [];
    });
    const headers = [...source.text.matchAll(HEADER)];
    const repeated = headers.filter(({ 0: words }) => words === headers[0]?.[0]).length;
    const parts = [
      ...(torn.length > 0 ? [`${torn.length} câu bị ngắt giữa chừng`] : []),
      ...(repeated > 1 ? [`dòng tiêu đề bảng lặp lại ${repeated} lần`] : []),
    ];
    if (parts.length === 0) return [];
    return [
      {
        message: `Văn bản bị ngắt do sang trang: ${parts.join(', ')}; đề nghị kiểm tra chữ có bị mất ở chỗ ngắt không.`,
        spans: [
          ...torn.map((range) => source.span(range)),
          ...(repeated > 1
            ? headers.map(({ index, 0: words }) => source.span({ start: index, end: index + words.length }))
            : []),
        ],
      },
    ];
  },
};

function isTorn(source: SourceText, before: Range, after: Range): boolean {
  const end = source.slice(before).trimEnd();
  if (!/[\p{Ll},]$/u.test(end) || end.length < 60 || !/^\p{Ll}[\p{L},]*\s/u.test(source.slice(after)))
    return false;
  return /^\s*\n\s*$/u.test(source.text.slice(before.end, after.start));
}

function joint(source: SourceText, before: Range, after: Range): Range {
  const tail = source.text.lastIndexOf(' ', before.end - 30) + 1;
  const head = source.text.indexOf(' ', after.start + 20);
  return { start: Math.max(before.start, tail), end: Math.min(after.end, head < 0 ? after.end : head) };
}
