import { carriesYear } from './citation-facts.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { dayInWords } from './wording.ts';

/** "số /KH-UBND", "số: …/QĐ-UBND": a blank that was never filled in. */
const BLANK =
  /(?<!\p{L})số\s*:?[\s.…_]*(\/\s*(?:(?:19|20)\d\d\s*\/\s*)?[A-ZĐ]{1,6}[\p{L}\d]*\s*[-–]\s*[A-ZĐ&]{2,})/gu;
/** "số 2015/TTLT-BNV-BTC": the year in the place of the serial number. */
const YEAR_ALONE =
  /(?<!\p{L})số\s*:?\s*\/?\s*((?:19|20)\d\d)\s*\/\s*([A-ZĐ]{1,6}[\p{L}\d]*(?:\s*[-–]\s*[A-ZĐ&]+)+)/gu;

const TYPE_WORD =
  /(?:kế hoạch|quyết định|nghị quyết|nghị định|thông tư|chỉ thị|công văn|văn bản|chương trình|đề án)\s*$/iu;

/** A document cannot be found again by a number without its serial. */
export const serialMissing: Rule = {
  id: 'serial-missing',
  severity: 'error',
  title: 'Thiếu số thứ tự của văn bản',
  check({ plan, citations, source }) {
    const { number, date } = plan.document;
    const own = number?.slice(number.indexOf('/')) ?? null;
    const cited = citations.map((citation) => citation.range);
    const around = (start: number, end: number) =>
      cited.find((range) => range.start < end && start < range.end) ?? { start, end };
    const remarks: RuleRemark[] = [];
    for (const match of source.text.matchAll(YEAR_ALONE)) {
      const symbol = (match[2] ?? '').replace(/\s/gu, '').replace(/–/gu, '-');
      if (!carriesYear(symbol)) continue;
      remarks.push({
        message: `Số, ký hiệu “${match[0]}” chỉ có năm ${match[1]}, thiếu số thứ tự của văn bản; đề nghị bổ sung theo văn bản gốc.`,
        spans: [source.span(around(match.index, match.index + match[0].length))],
      });
    }
    for (const match of source.text.matchAll(BLANK)) {
      const before = source.text.slice(Math.max(0, match.index - 60), match.index);
      // A letterhead, of the plan or of a form attached to it, is filled in by the records clerk.
      if (!TYPE_WORD.test(before)) continue;
      const spans = [source.span(around(match.index, match.index + match[0].length))];
      const attached = /kèm theo[^)]*$/iu.test(before);
      const symbol = (match[1] ?? '').replace(/\s/gu, '').replace(/–/gu, '-');
      if (attached && number !== null && own?.endsWith(symbol) === true) {
        const issued = date === null ? '' : ` ngày ${dayInWords(date)}`;
        remarks.push({
          message: `Phụ lục để trống số của chính kế hoạch này; đề nghị điền ${number}${issued}.`,
          spans,
          severity: 'warning',
        });
        continue;
      }
      remarks.push({
        message: `Số của văn bản còn để trống (“${match[0].replace(/\s+/gu, ' ')}”); đề nghị điền số đã cấp.`,
        spans,
        // In a draft the number is not given yet.
        ...(number === null ? { severity: 'warning' } : {}),
      });
    }
    return remarks;
  },
};
