import { type FoundNumber, numberAt } from './document-number.ts';
import { matchAt, type PlainText, written } from './plain-text.ts';

/** A law cited by its name, with its number, its date or its year behind it. Places are of the plain text. */
export interface FoundLaw {
  from: number;
  wordEnd: number;
  /** Behind the number, or behind the name where the date or the year follows. */
  end: number;
  type: string;
  number: FoundNumber | null;
}

/** Longest stretch from the type word to the number: "Luật sửa đổi, bổ sung một số điều của Luật …". */
const reach = 260;
const lawWord =
  /(?<![A-Za-z])(?:(?:Bo|BO) (?:luat|LUAT)|L(?:uat|UAT)|P(?:hap lenh|HAP LENH)|H(?:ien phap|IEN PHAP))(?![A-Za-z])/g;
const hardStop = /[;:\n()“”"]|\.(?= |$)/;
const name = `(?<name>(?: [^ ]+){0,40}?)`;
const numbered = new RegExp(`${name},? s[o0] ?:? ?(?=\\d{1,4} ?/)`, 'iy');
const dated = new RegExp(
  `${name},? (?=(?:ngay )?\\d{1,2}(?: thang |[/-])|nam (?:19|20)\\d{2}(?!\\d))(?=ngay|nam)`,
  'iy',
);
const withYear = new RegExp(`${name} (?:19|20)\\d{2}(?![\\d/-])`, 'iy');
/**
 * Words that are in no law's name before its year: the name has ended and the date is of something else. With their
 * diacritics, for laws have "Tài", "Trồng", "Dược", "điện tử" and "Đầu tư" in their names.
 */
const outsideName =
  /(?<!\p{L})(?:trong|từ|đến|trước|sau|tại|theo|được|trên|gửi|ngày|tháng|và các|và những|các văn bản|nghị định|thông tư|nghị quyết|quyết định|kế hoạch|hiệu lực|thông qua|giai đoạn|nhằm|cho)(?!\p{L})/iu;
const amending = /^ ?(?:sua doi|bo sung)/i;

const types: readonly (readonly [RegExp, string])[] = [
  [/^bo/i, 'Bộ luật'],
  [/^l/i, 'Luật'],
  [/^p/i, 'Pháp lệnh'],
  [/^h/i, 'Hiến pháp'],
];

function isName(plain: PlainText, from: number, words: string, printed: string): boolean {
  if (outsideName.test(written(plain, from, from + words.length).normalize('NFC'))) return false;
  if (/(?<![A-Za-z])L(?:uat|UAT)(?![A-Za-z])/.test(words) && !amending.test(words)) return false;
  if (words.trim() === '') return /^(?:Hien|HIEN)/.test(printed);
  return /^ ?(?:[A-Z]|sua doi|bo sung)/.test(words);
}

/** Laws, codes, ordinances and constitutions cited by name with a number, a date or a year; in order. */
export function findLaws(plain: PlainText): FoundLaw[] {
  const found: FoundLaw[] = [];
  let done = 0;
  for (const match of plain.text.matchAll(lawWord)) {
    const from = match.index;
    if (from < done) continue;
    const wordEnd = from + match[0].length;
    const stretch = plain.text.slice(from, from + reach);
    const stop = hardStop.exec(stretch.slice(match[0].length));
    const window = stop ? stretch.slice(0, match[0].length + stop.index) : stretch;
    const law = readLaw(plain, window, match[0], from, wordEnd);
    if (law === null) continue;
    found.push(law);
    done = law.end;
  }
  return found;
}

function readLaw(
  plain: PlainText,
  window: string,
  printed: string,
  from: number,
  wordEnd: number,
): FoundLaw | null {
  const type = types.find(([pattern]) => pattern.test(printed))?.[1] ?? 'Luật';
  const withNumber = matchAt(numbered, window, printed.length);
  if (withNumber) {
    const words = withNumber.groups?.name ?? '';
    const number = numberAt(plain, wordEnd + withNumber[0].length);
    const isLaw = number?.symbol !== null && /^(?:QH|UBTVQH|PL|L-)/.test(number?.symbol ?? '');
    if (number && isLaw && (words === '' || isName(plain, wordEnd, words, printed)))
      return { from, wordEnd, end: number.end, type, number };
  }
  const withDate = matchAt(dated, window, printed.length);
  if (withDate && isName(plain, wordEnd, withDate.groups?.name ?? '', printed))
    return { from, wordEnd, end: wordEnd + withDate[0].trimEnd().length, type, number: null };
  const inYear = matchAt(withYear, window, printed.length);
  if (inYear && isName(plain, wordEnd, inYear.groups?.name ?? '', printed))
    return { from, wordEnd, end: wordEnd + inYear[0].length, type, number: null };
  return null;
}
