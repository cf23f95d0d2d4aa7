import type { Span } from '../read-plan.ts';
import type { Rule } from './rule.ts';
import { LONGEST_SPAN } from './source-text.ts';

const MARKUP =
  /<\/?(?:i|b|u|em|strong|span|p|br|sub|sup|font)(?:\s[^<>]*)?>[^<\n\t]{0,40}|(?<![*\p{L}])\*{1,2}[^\s*][^*\n]{0,80}\*{1,2}|&(?:nbsp|amp|lt|gt|quot);/giu;
const BOLD = /\*\*[^\s*]/gu;
/** From so many bold words on, the document is written in Markdown and its stars are no residue. */
const WRITTEN_IN_IT = 3;

/** Marks of a converter left between the words. */
export const markupResidue: Rule = {
  id: 'markup-residue',
  severity: 'info',
  title: 'Còn sót ký hiệu định dạng',
  check({ plan }) {
    const found = [...plan.text.matchAll(MARKUP)].filter((match) => !isCellBreak(plan.text, match));
    const tags = found.filter(({ 0: words }) => !words.startsWith('*'));
    const left = (plan.text.match(BOLD)?.length ?? 0) >= WRITTEN_IN_IT ? tags : found;
    if (left.length === 0) return [];
    return [
      {
        message: `Văn bản còn sót ${left.length} chỗ có ký hiệu định dạng của phần mềm chuyển đổi (như ${left[0]?.[0].trim()}); đề nghị bỏ khi ban hành.`,
        spans: codePointSpans(plan.text, left),
      },
    ];
  },
};

/** A Markdown table breaks a cell's line with "<br>"; nothing else can. */
function isCellBreak(text: string, match: RegExpMatchArray): boolean {
  if (!/^<br\b/iu.test(match[0])) return false;
  const line = text.lastIndexOf('\n', match.index) + 1;
  return text
    .slice(line, line + 4)
    .trimStart()
    .startsWith('|');
}

/** The reader's text has no markup any more, so these places are counted in the document itself. */
function codePointSpans(text: string, matches: readonly RegExpMatchArray[]): Span[] {
  let unit = 0;
  let point = 0;
  return matches.map((match) => {
    const index = match.index ?? 0;
    point += [...text.slice(unit, index)].length;
    unit = index;
    return [point, point + Math.min([...match[0].trimEnd()].length, LONGEST_SPAN)];
  });
}
