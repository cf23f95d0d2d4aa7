const TYPE =
  '(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Công văn|Chỉ thị|Kế hoạch|Văn bản|Hướng dẫn)';
/** Before the next document of a list: a bullet or a number, or the end of the one before. */
const NEXT = new RegExp(
  String.raw`(?:^|\s)(?:[-–•+]|\d{1,2}[.)]|\(\d{1,2}\))\s*(?=${TYPE}(?!\p{L}))|(?<=[;.])\s+(?=${TYPE}(?!\p{L}))`,
  'gu',
);

/** The documents of a cell of legal bases, one each, as written. */
export function readLegalBases(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .split(NEXT)
    .map((one) => one.replace(/^[\s–•+-]+|[\s;.]+$/gu, ''))
    .filter((one) => one !== '');
}
