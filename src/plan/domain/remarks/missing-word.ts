import type { Rule, RuleRemark } from './rule.ts';

interface Gap {
  words: RegExp;
  meant: string;
}

/** Half of a compound that never stands alone, where the other half should be. */
const GAPS: readonly Gap[] = [
  {
    words:
      /(?<!\p{L})(?<!(?:phát|âm|truyền|biên|tân|trung|đồng|hoàn|kim|xuân|hà)\s{1,3})thanh(?=\s*(?:[.,;)]|năm|của|theo|tại|và|trong|quý|tháng)(?!\p{L}))/giu,
    meant: 'thanh tra',
  },
  { words: /(?<!\p{L})trực\s+tiếp\s+công\s+dân(?!\p{L})/giu, meant: 'trực tiếp tiếp công dân' },
  {
    words: /phối hợp với chuyên môn(?=\s+(?:kiểm tra|thực hiện|tổ chức|rà soát))/giu,
    meant: 'phối hợp với phòng chuyên môn',
  },
  { words: /(?<!\p{L})những\s+các(?!\p{L})/giu, meant: '“những” hoặc “các”' },
  {
    words: /(?<!\p{L})thủ(?=\s+(?:hành chính|của|theo|và|được|trong)(?!\p{L}))/gu,
    meant: 'thủ tục',
  },
  {
    words: /(?<!\p{L})công\s+khai\s+minh(?=\s*[.,;)]|\s+(?:trong|theo|các)(?!\p{L}))/giu,
    meant: 'công khai, minh bạch',
  },
  { words: /(?<!\p{L})cải cách hành(?!\s+chính|\s*-)(?=\s*[.,;)]|\s)/giu, meant: 'cải cách hành chính' },
  { words: /(?<!\p{L})cơ chế một(?=\s*[.,;)]|\s+(?:liên thông|theo|của))/giu, meant: 'cơ chế một cửa' },
];

/** A word that is missing, or one too many. */
export const missingWord: Rule = {
  id: 'missing-word',
  severity: 'warning',
  title: 'Câu thiếu chữ hoặc thừa chữ',
  check({ source }) {
    return GAPS.flatMap(({ words, meant }) =>
      [...source.text.matchAll(words)].map((match): RuleRemark => {
        const around = widened(source.text, match.index, match.index + match[0].length);
        return {
          message: `“${source.slice(around).replace(/\s+/gu, ' ')}” có thể thiếu hoặc thừa chữ (ý là ${meant}); đề nghị đối chiếu bản gốc.`,
          spans: [source.span(around)],
        };
      }),
    );
  },
};

/** Two words before, and two behind, as far as the clause goes. */
function widened(text: string, start: number, end: number) {
  const before = /(?:[^\s.;,:\t]+ ){0,3}$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  const behind = /^(?: [^\s.;,:\t]+){0,2}/u.exec(text.slice(end, end + 40))?.[0] ?? '';
  return { start: start - before.length, end: end + behind.length };
}
