/** What a line may begin with: the sign of a bullet or the number of a heading. */

type MarkerKind = 'part' | 'letter' | 'roman' | 'decimal' | 'appendix' | 'item' | 'bullet';

export interface Marker {
  readonly kind: MarkerKind;
  /** As printed without its dot: "II", "3.1", "a", "-". */
  readonly label: string;
  /** Characters of the line that the marker takes, the space after it included. */
  readonly length: number;
  /** Its place in its sequence: II is 2, "3.4" is 4, b is 2; 0 for bullets. */
  readonly order: number;
  /** Numbers parted by dots: 2 for "3.1". */
  readonly depth: number;
}

const PART =
  /^(PHẦN|CHƯƠNG|MỤC)(?:\s+THỨ)?\s+([IVXLC]+|\d{1,2}|NHẤT|HAI|BA|TƯ|BỐN|NĂM)(?=$|[\s.:–-])[.:]?\s*[–-]?\s*/iu;
const PART_TITLE_CASE =
  /^(Phần)(?:\s+thứ)?\s+([IVX]+|\d|nhất|hai|ba|tư|bốn|năm)(?=\s*$|\s*[.:–-]\s)[.:]?\s*[–-]?\s*/u;
const APPENDIX =
  /^((?:PHỤ LỤC|BIỂU(?:\s+MẪU)?|PHỤ BIỂU|BIỂU MẪU|DANH MỤC)(?:\s+SỐ)?(?:\s*:?\s*(?:[IVXLC]+|\d{1,2}[A-Z]?|[A-Z]))?)(?=\s*$|\s*[.:–-]\s)\s*[.:–-]?\s*/u;
const APPENDIX_TITLE_CASE =
  /^(Phụ lục(?:\s+số)?(?:\s*:?\s*(?:[IVXLC]+|\d{1,2}[A-Z]?|[A-Z]))?)(?=\s*$|\s*[.:–-]\s)\s*[.:–-]?\s*/u;
const ROMAN = /^([IVXLC]{1,6})(?:\s*[.)\-–/:]+\s*|\s+(?=\p{Lu}{2}))(?=\S)/u;
const LETTER = /^([A-HK])\s*[.)\-–:]+\s*(?=\S)/u;
const DECIMAL =
  /^(\d{1,2}(?:\s?\.\s?\d{1,2}){0,4})(?:\s*[.)/:]+\s+|\s*[.):]+(?=[^\d\s])|\s+[-–]\s+|[-–]\s+(?=\p{Lu})|\s+(?=\p{Lu}))(?=[\p{L}“"'(\d≥≤<>[])/u;
const ITEM =
  /^([a-zđ]|\([a-zđ]\)|\(\d{1,2}\)|[ivx]{1,4})\s*[.)]+\s*(?=\S)|^(\(\d{1,2}\)|\([a-zđ]\))\s*(?=\S)/u;
const BULLET = /^([-–—+•▪●○◦‣∙·*✓➢])\s*(?=\S)/u;

const ROMAN_DIGITS: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const WORD_NUMBERS: Record<string, number> = { NHẤT: 1, HAI: 2, BA: 3, TƯ: 4, BỐN: 4, NĂM: 5 };
const ITEM_LETTERS = 'abcdđefghijklmnopqrstuvwxyz';

/** Value of a Roman numeral; null where the letters make none. */
export function romanValue(letters: string): number | null {
  let total = 0;
  for (let i = 0; i < letters.length; i++) {
    const value = ROMAN_DIGITS[letters[i] ?? ''] ?? 0;
    const next = ROMAN_DIGITS[letters[i + 1] ?? ''] ?? 0;
    total += value < next ? -value : value;
  }
  return total > 0 && writeRoman(total) === letters ? total : null;
}

function writeRoman(value: number): string {
  const steps: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let letters = '';
  for (const [step, sign] of steps) {
    while (rest >= step) {
      letters += sign;
      rest -= step;
    }
  }
  return letters;
}

/** Reads what a line begins with; null for plain words. */
export function readMarker(line: string): Marker | null {
  const bullet = BULLET.exec(line);
  if (bullet) {
    return { kind: 'bullet', label: bullet[1] ?? '-', length: bullet[0].length, order: 0, depth: 1 };
  }
  const appendix = APPENDIX.exec(line) ?? APPENDIX_TITLE_CASE.exec(line);
  if (appendix && !/^DANH MỤC\s*[.:–-]/u.test(line) && !/^DANH MỤC$/u.test(line)) {
    const label = (appendix[1] ?? '').replace(/\s+/g, ' ').trim();
    return { kind: 'appendix', label, length: appendix[0].length, order: 0, depth: 1 };
  }
  const part = (/^\p{Lu}{2}/u.test(line) ? PART : PART_TITLE_CASE).exec(line);
  if (part) {
    const number = (part[2] ?? '').toUpperCase();
    const order = WORD_NUMBERS[number] ?? (Number(number) || romanValue(number)) ?? 0;
    return {
      kind: 'part',
      label: part[0].replace(/[\s.:–-]+$/u, '').replace(/\s+/g, ' '),
      length: part[0].length,
      order,
      depth: 1,
    };
  }
  const roman = ROMAN.exec(line);
  if (roman) {
    const order = romanValue(roman[1] ?? '');
    if (order !== null && (order < 50 || (roman[1] ?? '').length > 1)) {
      return { kind: 'roman', label: roman[1] ?? '', length: roman[0].length, order, depth: 1 };
    }
  }
  const letter = LETTER.exec(line);
  if (letter) {
    const label = letter[1] ?? '';
    return { kind: 'letter', label, length: letter[0].length, order: label.charCodeAt(0) - 64, depth: 1 };
  }
  const decimal = DECIMAL.exec(line);
  if (decimal) {
    const numbers = (decimal[1] ?? '').split('.').map((part) => part.trim());
    return {
      kind: 'decimal',
      label: numbers.join('.'),
      length: decimal[0].length,
      order: Number(numbers.at(-1)),
      depth: numbers.length,
    };
  }
  const item = ITEM.exec(line);
  if (item) {
    const label = (item[1] ?? item[2] ?? '').replace(/[()]/g, '');
    const order = Number(label) || ITEM_LETTERS.indexOf(label[0] ?? '') + 1;
    return { kind: 'item', label, length: item[0].length, order, depth: 1 };
  }
  return null;
}
