import { parseDocumentNumber, readCivilDate, typeOfWord } from '../../../pure/law/index.ts';
import { fold } from '../../../pure/vietnamese/fold.ts';
import type { ReadDocument } from '../read-plan.ts';
import type { Layout, Paragraph } from './blocks.ts';
import type { Outline } from './outline.ts';
import { readSignature } from './signature.ts';

/** "An Bình, ngày 05 tháng 01 năm 2022"; the day may not be filled in yet. */
const PLACE_DATE =
  /(?:^|\s|phúc\s)(\p{Lu}[\p{L}.\s]{1,45}?)\s*,\s*ngày\s*(\d\s?\d?)?[\s.…]*tháng\s*(\d\s?\d?)?[\s.…]*năm\s*(\d{4}|\d\s\d{3}|\d{2}\s\d{2}|\d{3}\s\d)?/u;
const NUMBER = /(?:^|\s)Số\s*[:.]?\s*(?=\d)/iu;
/** "tại Tờ trình số …": the number of a document that is cited. */
const OF_ANOTHER =
  /(?:[Tt]ờ trình|[Cc]ông văn|[Kk]ế hoạch|[Qq]uyết định|[Nn]ghị quyết|[Nn]ghị định|[Cc]hỉ thị|[Tt]hông (?:báo|tư)|[Vv]ăn bản|[Bb]áo cáo|[Ll]uật)\s*$/u;
const OWN_NUMBER = /^Số\s*[:.]?\s*[\d.…]*\s*\//iu;
const MOTTO =
  /CỘNG\s+(?:HÒA|HOÀ)|Độc\s+lập|ĐỘC LẬP|ĐẢNG CỘNG SẢN|Hạnh phúc|(?:^|\s)Số\s*:|(?:^|\s)Số\s+\d|^(?:XÃ\s+)?(?:HỘI\s+)?CHỦ\s+NGHĨA\s+VIỆT|^(?:NGHĨA\s+)?VIỆT\s+NAM$/u;
const LEGAL_BASIS = /^(?:Căn cứ|Xét|Theo đề nghị)(?=\s)/u;
/** Types that a plan-like document is headed with; a decision may head the plan that it issues. */
const WORDS_OF_PLANS =
  'Kế hoạch|Chương trình|Đề án|Chỉ thị|Quyết định|Hướng dẫn|Phương án|Nghị quyết|Công văn';
const AGENCY_HEADS =
  'Sở|Ủy ban|Uỷ ban|UBND|Bộ|Phòng|Ban|Cục|Chi cục|Trường|Trung tâm|Vụ|Văn phòng|Thanh tra|Viện|Hội đồng|Bảo hiểm|Kho bạc';
const ISSUES = new RegExp(
  `(?:^|[,;.:]\\s+)((?:${AGENCY_HEADS})\\s[^,;.:]{2,90}?)\\s+(?:xây dựng(?: và ban hành)?|ban hành|triển khai|đề ra|lập|yêu cầu)\\s+(?:${WORDS_OF_PLANS})(?=\\s)`,
  'u',
);

/** Reads what stands above the first part and below the last: number, type, date, title, issuer, signer, recipients. */
export function readHeader(layout: Layout, outline: Outline): ReadDocument {
  const head = headParagraphs(layout, outline);
  const typeAt = head.findIndex((paragraph) => typeIn(paragraph.passage.text) !== null);
  const found = typeIn(head[typeAt]?.passage.text ?? '');
  const number = readNumber(head);
  const { place, date, year } = readPlaceAndDate(layout, head);
  const decides = found?.type === 'Quyết định' || found?.type === 'Nghị quyết';
  const read = readTitle(layout, head, typeAt, found?.rest ?? '');
  const title = decides ? (read?.replace(DECIDER, '') ?? null) : read;
  const { recipients, signer } = readSignature(layout, outline);
  return {
    number: number?.serial == null ? null : number.normalised,
    type: found?.type ?? typeOfWord(number?.typeCode ?? '')?.name ?? null,
    date,
    place,
    title,
    issuer: issuerInLetterhead(layout, head.slice(0, Math.max(0, typeAt))) ?? issuerInPreamble(head),
    signer,
    planYear: planYearOf(title, year),
    recipients,
  };
}

const LONGEST_HEAD = 60;

function headParagraphs(layout: Layout, outline: Outline): Paragraph[] {
  const stop = outline.sections[0]?.start ?? Number.POSITIVE_INFINITY;
  const head: Paragraph[] = [];
  for (const block of layout.blocks) {
    if (block.kind !== 'paragraph' || block.passage.start >= stop || head.length >= LONGEST_HEAD) break;
    head.push(block);
  }
  return head;
}

/** The type word that heads a paragraph in capitals, and what follows it there. */
function typeIn(text: string): { type: string; rest: string } | null {
  const words = text.replace(/[\s:.]+$/u, '').split(' ');
  if (words.length >= 4 && words.every((word) => word.length === 1)) {
    const type = typeOfWord(words.join(''));
    return type === null ? null : { type: type.name, rest: '' };
  }
  for (let count = Math.min(4, words.length); count >= 2; count--) {
    const first = words.slice(0, count).join(' ');
    if (/\p{Ll}/u.test(first)) continue;
    const type = typeOfWord(first);
    if (type !== null && fold(type.name) === fold(first)) {
      return { type: type.name, rest: words.slice(count).join(' ').trim() };
    }
  }
  return null;
}

function readNumber(head: readonly Paragraph[]): ReturnType<typeof parseDocumentNumber> {
  for (const paragraph of head) {
    const { text } = paragraph.passage;
    if (LEGAL_BASIS.test(text) || text.length > 300) continue;
    const found = NUMBER.exec(text);
    if (found === null || OF_ANOTHER.test(text.slice(0, found.index))) continue;
    const number = parseDocumentNumber(text.slice(found.index).trim());
    if (number !== null) return number;
  }
  return null;
}

function readPlaceAndDate(
  layout: Layout,
  head: readonly Paragraph[],
): { place: string | null; date: string | null; year: number | null } {
  const below = layout.blocks.filter((block) => block.kind === 'paragraph');
  for (const paragraph of [...head, ...below]) {
    const { text } = paragraph.passage;
    if (text.length > 240 || LEGAL_BASIS.test(text)) continue;
    const found = PLACE_DATE.exec(text);
    if (found === null) continue;
    // A scan parts digits: "ngày 0 5".
    const [day, month, year] = found.slice(2).map((digits) => digits?.replace(/\s/gu, ''));
    const place = found[1] ?? '';
    const printed = day === undefined || month === undefined || year === undefined;
    const date = printed ? null : readCivilDate(`ngày ${day} tháng ${month} năm ${year}`);
    return {
      place: place.replace(/^.*phúc\s+/u, '').trim() || null,
      date,
      year: year === undefined ? null : Number(year),
    };
  }
  // The appendix repeats the date of the plan that it belongs to.
  for (const paragraph of below) {
    const found = /^\(?(?:Ban hành )?[Kk]èm theo .*?(ngày\s+\d.*)$/u.exec(paragraph.passage.text);
    const date = found === null ? null : readCivilDate(found[1] ?? '');
    if (found !== null) return { place: null, date, year: date === null ? null : Number(date.slice(0, 4)) };
  }
  return { place: null, date: null, year: null };
}

function readTitle(layout: Layout, head: readonly Paragraph[], typeAt: number, rest: string): string | null {
  if (typeAt < 0) return null;
  const lines: string[] = rest === '' ? [] : [rest];
  let last = head[typeAt];
  for (const paragraph of head.slice(typeAt + 1)) {
    const { text } = paragraph.passage;
    if (lines.length === 0 && (PLACE_DATE.test(text) || OWN_NUMBER.test(text)) && text.length < 120) continue;
    const near = last !== undefined && adjacent(layout, last, paragraph);
    if (!isTitleLine(text, lines, near)) break;
    lines.push(text);
    last = paragraph;
  }
  const title = lines.join(' ').replace(/[\s;:.]+$/u, '');
  return title === '' ? null : title;
}

const DECIDING =
  /^(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|THỦ TƯỚNG|HỘI ĐỒNG NHÂN DÂN|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|CHÍNH PHỦ)(?=\s|$)[^a-z]*$/u;

/** The same where a converter lost the line's end. */
const DECIDER =
  /(?<!(?:CỦA|DO|THUỘC|TẠI|VÀ))\s(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|HỘI ĐỒNG NHÂN DÂN|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)\s[^a-z]*$/u;

function isTitleLine(text: string, before: readonly string[], near: boolean): boolean {
  if (LEGAL_BASIS.test(text) || text.startsWith('(') || PLACE_DATE.test(text) || text.length > 400)
    return false;
  if (/[;:]$/u.test(text)) return false;
  if (before.length === 0) return text.length <= 300 || isShouted(text);
  // Who decides stands below the title of a decision.
  if (DECIDING.test(text)) return false;
  if (isShouted(before.at(-1) ?? '') && isShouted(text)) return true;
  return near && text.length <= 150 && !/[.]$/u.test(text) && !isShouted(before.at(-1) ?? '');
}

function isShouted(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text);
}

function adjacent(layout: Layout, above: Paragraph, below: Paragraph): boolean {
  const between = layout.source.text.slice(above.passage.end, below.passage.start);
  return between.split('\n').length <= 2;
}

/** What the name of an agency that has another one above it begins with. */
const LOWER_AGENCY =
  /(?:^|(?<=\s))(?:SỞ|BAN(?!\s+(?:NHÂN|CHẤP HÀNH|THƯỜNG VỤ))|PHÒNG|CHI CỤC|TỔNG CỤC|(?<!(?:TỔNG|CHI)\s)CỤC|VỤ|TRƯỜNG|TRUNG TÂM|THANH TRA|VĂN PHÒNG|VIỆN|BỆNH VIỆN|BẢO HIỂM|KHO BẠC|CHI NHÁNH)\s/u;
/** Stamps and words that stand among the letterhead's lines. */
const STAMP = /^\(?(?:DỰ THẢO|BẢN SAO|SAO Y|HỎA TỐC|HOẢ TỐC|KHẨN|THƯỢNG KHẨN|BẢN CHÍNH)(?=[\s)\d:.]|$)/u;

/** The agency of the letterhead: the lower one of two, "SỞ …" under "ỦY BAN NHÂN DÂN …". */
function issuerInLetterhead(layout: Layout, letterhead: readonly Paragraph[]): string | null {
  const names = letterhead.flatMap(({ passage: { ranges } }) =>
    ranges
      .map(([start, end]) => layout.source.text.slice(start, end).replace(/\s+/gu, ' '))
      .map((line) =>
        line
          .slice(0, MOTTO.exec(line)?.index)
          .replace(/[-_*\s]+$/u, '')
          .trim(),
      )
      .filter(
        (name) =>
          name.length >= 3 &&
          name.length <= 200 &&
          isShouted(name) &&
          !/^\d/u.test(name) &&
          !STAMP.test(name),
      ),
  );
  const [first] = names;
  if (first === undefined) return null;
  const lower = names.findLastIndex((name, at) => at > 0 && LOWER_AGENCY.exec(name)?.index === 0);
  if (lower > 0) return names.slice(lower).join(' ');
  const all = names.join(' ');
  const inside = LOWER_AGENCY.exec(all);
  return inside === null || inside.index === 0 ? all : all.slice(inside.index).trim();
}

function issuerInPreamble(head: readonly Paragraph[]): string | null {
  for (const paragraph of head) {
    const found = ISSUES.exec(paragraph.passage.text);
    if (found !== null) return found[1] ?? null;
  }
  return null;
}

/** "Luật Đất đai năm 2024": the year is the law's. */
const YEAR_OF_LAW =
  /(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|LUẬT|PHÁP LỆNH|HIẾN PHÁP)(?:\s+(?!trong|TRONG)[\p{L}&,]+){0,12}?\s+(?:năm|NĂM)\s+\d{4}/gu;

/** The year that the title names as the plan's own; else the year in which it was signed. */
function planYearOf(title: string | null, signed: number | null): number | null {
  const own = (title ?? '').replace(YEAR_OF_LAW, ' ');
  const years = [
    ...own.matchAll(/(?<!(?:đến|tới|hết|trước|từ|sau)\s)năm\s+((?:19|20)\d{2})(?!\s*[-–/]\s*\d)/giu),
  ].map((found) => Number(found[1]));
  return years.at(-1) ?? signed;
}
