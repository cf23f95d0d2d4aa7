import { codesOf, typeOfCode, typeOfWord } from '../../../pure/law/index.ts';
import { fold } from '../../../pure/vietnamese/fold.ts';
import type { Rule, RuleRemark } from './rule.ts';

/** Words that call any document a document. */
const ANY = /^(?:van ban|quy dinh tai|theo)?$/u;
/** Codes that are as often an agency's: CT is a tax department's too. */
const AGENCY_TOO = new Set([
  'CT',
  'TC',
  'PC',
  'CN',
  'GT',
  'PA',
  'DA',
  'BB',
  'QC',
  'NP',
  'TT',
  'L',
  'PL',
  'CK',
  'GM',
]);

/** "Thông tư số 71/2014/TTLT-BTC-BNV": the symbol names another type than the words do. */
export const typeWordAgainstSymbol: Rule = {
  id: 'type-word-against-symbol',
  severity: 'warning',
  title: 'Tên loại văn bản không khớp ký hiệu',
  check({ citations, source }) {
    return citations.flatMap((citation): RuleRemark[] => {
      const { typeWord, symbol } = citation;
      if (symbol === null || ANY.test(fold(typeWord))) return [];
      const named = typeOfWord(typeWord);
      const code = /^\p{L}+/u.exec(symbol)?.[0] ?? '';
      const coded = typeOfCode(code);
      if (named === null || coded === null || named === coded.type) return [];
      if (codesOf(named).includes(coded.code)) return [];
      if (codesOf(named).length === 0 && AGENCY_TOO.has(coded.code)) return [];
      return [
        {
          message: `Văn bản ${citation.number} được gọi là “${typeWord}” nhưng ký hiệu “${code}” là của ${coded.type.name.toLowerCase()}; đề nghị kiểm tra tên loại hoặc ký hiệu.`,
          spans: [source.span(citation.range)],
        },
      ];
    });
  },
};
