import type { Rule } from './rule.ts';
import { listed } from './wording.ts';

const STATE_FORM = /^(\p{L}+)-(TU|TW|HU|QU|ThU|ĐU|ĐUK)$/u;

/** Party documents put the type before the slash, "13-CT/TU" (Guideline 36-HD/VPTW of 2018, section II). */
export const partySymbolForm: Rule = {
  id: 'party-symbol-form',
  severity: 'info',
  title: 'Ký hiệu văn bản của Đảng viết theo thể thức hành chính',
  check({ citations, source }) {
    const found = citations.flatMap((citation) => {
      const parts = STATE_FORM.exec(citation.symbol ?? '');
      return parts === null ? [] : [{ citation, right: `${citation.serial}-${parts[1]}/${parts[2]}` }];
    });
    if (found.length === 0) return [];
    const changes = found.map(({ citation, right }) => `${citation.number} (thể thức của Đảng: ${right})`);
    return [
      {
        message: `Ký hiệu văn bản của Đảng viết theo thể thức hành chính: ${listed([...new Set(changes)])}; đề nghị viết đúng thể thức.`,
        spans: found.map(({ citation }) => source.span(citation.range)),
      },
    ];
  },
};
