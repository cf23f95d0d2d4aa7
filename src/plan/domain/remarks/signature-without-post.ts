import type { Rule } from './rule.ts';

/** In capitals, as the block prints them. */
const POST =
  /(?:KT|TM|TL|TUQ|Q)\s*\.|GIÁM ĐỐC|CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH VĂN PHÒNG|HIỆU TRƯỞNG|TRƯỞNG PHÒNG|CỤC TRƯỞNG|VỤ TRƯỞNG|TỔNG CỤC|BÍ THƯ|TRƯỞNG BAN|VIỆN TRƯỞNG|CHÁNH THANH TRA/u;

/** The post and the authority to sign stand above the name (Decree 30/2020/NĐ-CP, annex I; Circular 01/2011/TT-BNV, art. 12). */
export const signatureWithoutPost: Rule = {
  id: 'signature-without-post',
  severity: 'info',
  title: 'Khối chữ ký thiếu chức vụ',
  check({ plan, source }) {
    const { signer } = plan.document;
    const place = signer === null ? null : source.locate(signer, undefined, 'last');
    if (place === null) return [];
    const lines = source.text.slice(0, place.start).trimEnd().split('\n').slice(-8);
    // Posts also stand among the recipients, whose items begin with a dash.
    const block = lines
      // Of two columns the right one is the signature's.
      .map((line) => line.split(/\t| {4,}(?=\S)/u).at(-1) ?? '')
      .filter((line) => !/^\s*[-+•]|^\s*nơi nhận|^\s*lưu/iu.test(line));
    if (block.some((line) => line.length < 80 && POST.test(line.toUpperCase()))) return [];
    return [
      {
        message: `Khối chữ ký chỉ có họ tên ${signer}, không có quyền hạn, chức vụ của người ký; có thể bị mất khi quét.`,
        spans: [source.span(place)],
      },
    ];
  },
};
