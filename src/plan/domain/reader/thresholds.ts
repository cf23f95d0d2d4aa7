import type { Passage } from '../../../pure/reading/text.ts';
import { fold } from '../../../pure/vietnamese/fold.ts';
import type { Comparator, ReadTarget } from '../read-plan.ts';
import type { Layout, Paragraph } from './blocks.ts';
import { bodyOf, enclosing, type Outline, type Section, sectionPath } from './outline.ts';
import { beginsAsUnit, splitUnits } from './units.ts';

/** A target and the paragraph that holds it, for linking; null where a table holds it. */
export interface FoundTarget {
  readonly target: ReadTarget;
  readonly paragraph: Paragraph | null;
}

const NUMBER = '\\d{1,3}(?:[.\\s]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?';
/** Words before a number, the most telling first. */
const COMPARATORS: readonly (readonly [Comparator, string])[] = [
  [
    '>=',
    'ít nhất(?:\\s+là)?|tối thiểu(?:\\s+là)?|không dưới|không ít hơn|không thấp hơn|không nhỏ hơn|thấp nhất(?:\\s+là)?|từ|≥|>=',
  ],
  [
    '<=',
    'không quá|không vượt quá|tối đa(?:\\s+là)?|nhiều nhất(?:\\s+là)?|không cao hơn|không lớn hơn|không nhiều hơn|chậm nhất|≤|<=',
  ],
  ['>', 'trên|hơn|lớn hơn|cao hơn|vượt|>'],
  ['<', 'dưới|nhỏ hơn|thấp hơn|ít hơn|<'],
];
const COMPARING = `(?<!\\p{L})(?:${COMPARATORS.map(([, words]) => words).join('|')})`;
const PERIOD = 'năm|tháng|quý|tuần|ngày|kỳ|học kỳ|người|đơn vị|xã|phường';
/** Nouns after a number that count nothing to be reached: ages, parts of a date, levels. */
const NOT_COUNTED = /^(?:tuổi|giờ\s+\d|h\d|tháng\s+tuổi|tháng\s+\d|\/|-\s*\d|năm\s+tuổi|địa bàn)/iu;

/** Things that a plan makes, holds or trains. */
const COUNTED =
  /^(?:lớp|cuộc|hội nghị|hội thảo|buổi|đợt|khóa|khoá|đề tài|công trình|trường|xã|phường|thôn|làng|hộ|người|cán bộ|công chức|viên chức|giáo viên|học sinh|học viên|đảng viên|lao động|cây|ha|km|trạm|điểm|nhà|căn|cơ sở|phòng|giường|vườn|tổ|nhóm|câu lạc bộ|chuỗi|sáng kiến|giải pháp|phần mềm|hệ thống|dịch vụ|thủ tục|hồ sơ|văn bản|triệu|tỷ|tỉ|nghìn)(?!\p{L})/u;

/** What the targets' part counts without a word of comparison: "50 doanh nghiệp". */
const BARE_UNITS = 'doanh nghiệp|mô hình|sản phẩm|lượt|dự án|hợp tác xã|sáng kiến|trung tâm';
/** Verbs whose object is counted: "tổ chức 03 lớp", "trồng 1.000.000 cây". */
const REACHING =
  '(?:tổ chức|mở|hình thành|thành lập|xây dựng|trồng|đào tạo|bồi dưỡng|tập huấn|thu hút|hoàn thành|kết nạp|công nhận|phát triển|đầu tư|lắp đặt|số hóa|giải quyết|xây mới|thêm|đạt|có)(?:\\s+được)?';
const MAGNITUDE = '(?:nghìn|ngàn|triệu|tỷ|tỉ)';
const RHYTHM_UNIT = 'lần|cuộc|đợt|lượt|buổi|kỳ|hội nghị|lớp';

/** "02 lần/năm", "06 tháng/01 lần", "95%", "ít nhất 3 ngày". */
const QUANTITY = new RegExp(
  [
    `(?<!\\d)(?<every>\\d{1,2}\\s*(?:${PERIOD}))\\s*/\\s*(?<times>\\d{1,2})\\s*lần`,
    `(?:(?<before1>${COMPARING})\\s*)?(?<rate>\\d{1,3})\\s*(?<rateUnit>(?:${RHYTHM_UNIT})\\s*/\\s*(?:\\d{1,2}\\s*)?(?:${PERIOD}))`,
    `(?:(?<beforeEach>${COMPARING})\\s*)?(?:mỗi|một)\\s+(?<each>${PERIOD})\\s+(?:(?:tổ chức|có|mở|thực hiện)\\s+)?(?:(?<before4>${COMPARING})\\s*)?(?<eachTimes>\\d{1,3})\\s*(?<eachUnit>${RHYTHM_UNIT})(?!\\p{L})`,
    `(?:(?<before2>${COMPARING})\\s*)?(?<percent>${NUMBER})\\s*(?:%?\\s*(?:-|–|đến)\\s*(?<upper>${NUMBER})\\s*)?(?:%|phần trăm)(?<perYear>\\s*/\\s*năm)?(?<after2>\\s*trở lên|\\s*trở xuống)?`,
    `(?:(?<before5>${COMPARING})\\s+)?(?<many>${NUMBER})\\s+(?<manyUnit>\\p{Ll}+(?:\\s\\p{Ll}+){0,2})\\s+trở\\s+(?<manySide>lên|xuống)`,
    `từ\\s+(?<low>${NUMBER})\\s*(?:-|–|đến)\\s*(?:${NUMBER})\\s+(?<lowUnit>${BARE_UNITS}|${RHYTHM_UNIT}|điểm)(?!\\p{L})`,
    `(?<!\\d[.,/]?|năm |đoạn |số )(?<bare>${NUMBER})\\s+(?<bareUnit>${BARE_UNITS})(?!\\p{L})`,
    `(?<=${REACHING}\\s+)(?<reached>${NUMBER})\\s+(?<reachedUnit>\\p{Ll}+(?:\\s\\p{Ll}+){0,2})`,
    `(?<before3>${COMPARING})\\s+(?<count>${NUMBER})(?<after3>\\s+trở (?:lên|xuống))?\\s+(?<countUnit>(?:${MAGNITUDE}\\s+)?\\p{Ll}+(?:\\s\\p{Ll}+){0,2}(?:\\s*/\\s*\\p{Ll}+)*)`,
  ].join('|'),
  'giu',
);
const VALUE = new RegExp(
  `^(?:(?<before>${COMPARING})\\s*)?(?<number>${NUMBER})\\s*%?(?<after>\\s*trở lên|\\s*trở xuống)?$`,
  'iu',
);
/** Words that count one by one after "từ" or "trên" in other senses: "từ 3 nguồn", "trên 2 lĩnh vực" are no thresholds. */
const WEAK = /^(?:từ|trên|hơn|dưới|vượt|chậm nhất)$/iu;

interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly comparator: Comparator;
  readonly threshold: number;
  readonly measureUnit: string;
}

/** Reads every threshold in running text outside the appendices: those of the targets' part and promises elsewhere. */
export function readThresholds(layout: Layout, outline: Outline): FoundTarget[] {
  const found: FoundTarget[] = [];
  for (const { block, section } of outline.placed) {
    if (block.kind !== 'paragraph' || block.boxed || section === null || inAppendix(section)) continue;
    if (enclosing(section).some(({ title }) => REVIEW.test(title))) continue;
    const body = bodyOf(layout, block);
    if (!/\d/u.test(body.text)) continue;
    const quantities = findQuantities(body.text, isTargetsPart(section));
    for (const { from, to, quantity } of cutAtoms(body.text, quantities)) {
      const words = body.text.slice(from, to);
      found.push({
        paragraph: block,
        target: {
          text: words,
          section: sectionPath(section),
          comparator: quantity.comparator,
          threshold: quantity.threshold,
          measureUnit: quantity.measureUnit,
          leadUnits: unitsOf(words),
          span: spanOf(layout, body, from, to),
        },
      });
    }
  }
  return found;
}

/** "(Cơ quan theo dõi: Sở A)", "(Sở A chủ trì)", "Giao Sở A theo dõi: …". */
const NAMED_UNITS = [
  /\((?:cơ quan|đơn vị|phòng)[^():]{0,30}:\s*([^()]{2,120})\)/iu,
  /\(([^():]{2,120}?)\s+(?:chủ trì|theo dõi|phụ trách)(?=[\s),])[^()]*\)/u,
  /^Giao\s+([^:]{2,120}?)\s+(?:chủ trì|theo dõi|phụ trách)(?=[\s,:])/u,
];

/** The units that a target's own words make answerable for it. */
function unitsOf(words: string): string[] {
  for (const pattern of NAMED_UNITS) {
    const names = pattern.exec(words)?.[1];
    if (names !== undefined && beginsAsUnit(names)) return splitUnits(names);
  }
  return [];
}

function spanOf(layout: Layout, body: Passage, from: number, to: number): readonly [number, number] {
  return layout.source.span(...body.range(from, to));
}

function inAppendix(section: Section): boolean {
  for (let at: Section | null = section; at !== null; at = at.parent) if (at.kind === 'appendix') return true;
  return false;
}

/** Whether a section, or one that holds it, is the part of the targets. */
function isTargetsPart(section: Section | null): boolean {
  return enclosing(section).some(
    ({ title }) => /muc tieu|chi tieu/u.test(fold(title)) && !/nhiem vu/u.test(fold(title)),
  );
}

/** A part that looks back: what was reached is no target. */
const REVIEW =
  /^(?:đánh giá (?:kết quả|tình hình|việc|chung|công tác)|kết quả (?:thực hiện|đạt được|công tác)|tình hình|thực trạng|đặc điểm)/iu;
/** How things stand now is no target: "Hiện nay có 22 trạm". */
const PRESENT = /^(?:hiện nay|đến nay|hiện tại|tính đến nay)/iu;

/** The comparator and the number of a table's cell: "≥ 95", "Trên 80%", "100"; null where it holds none. */
export function readValue(words: string): { comparator: Comparator; threshold: number } | null {
  const found = VALUE.exec(words.trim());
  if (found === null) return null;
  const { before, number = '', after } = found.groups ?? {};
  return { comparator: turned(comparatorOf(before), after), threshold: numberOf(number) };
}

function findQuantities(text: string, targetsPart: boolean): Quantity[] {
  const found: Quantity[] = [];
  const quoted = quotedFlags(text);
  for (const match of text.matchAll(QUANTITY)) {
    const { bare, reached } = match.groups ?? {};
    if ((bare !== undefined || reached !== undefined) && !targetsPart) continue;
    // The title of another document.
    if (quoted[match.index] === 1) continue;
    const quantity = quantityOf(match, text, targetsPart);
    if (quantity !== null) found.push(quantity);
  }
  return found;
}

/** 1 for each character that stands in the title of another document: “…”. */
function quotedFlags(text: string): Uint8Array {
  const flags = new Uint8Array(text.length);
  let open = text.indexOf('“');
  while (open >= 0) {
    const close = text.indexOf('”', open);
    if (close < 0) break;
    flags.fill(1, open, close);
    open = text.indexOf('“', close);
  }
  return flags;
}

function quantityOf(match: RegExpExecArray, text: string, targetsPart: boolean): Quantity | null {
  const groups = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const at = (comparator: Comparator, threshold: number, measureUnit: string): Quantity | null =>
    Number.isFinite(threshold) ? { start, end, comparator, threshold, measureUnit } : null;

  if (groups.every !== undefined) return at('=', Number(groups.times), `lần/${groups.every.trim()}`);
  if (groups.rate !== undefined) {
    return at(comparatorOf(groups.before1), Number(groups.rate), tidy(groups.rateUnit ?? ''));
  }
  if (groups.percent !== undefined) {
    const before = groups.upper !== undefined ? (groups.before2 ?? 'từ') : groups.before2;
    const measure = groups.perYear === undefined ? '%' : '%/năm';
    return at(turned(comparatorOf(before), groups.after2), numberOf(groups.percent), measure);
  }
  if (groups.each !== undefined) {
    const comparator = comparatorOf(groups.before4 ?? groups.beforeEach);
    return at(comparator, Number(groups.eachTimes), `${groups.eachUnit}/${groups.each}`);
  }
  if (groups.many !== undefined) {
    const { manyUnit = '', manySide } = groups;
    if (NOT_COUNTED.test(manyUnit)) return null;
    return at(manySide === 'lên' ? '>=' : '<=', numberOf(groups.many), measureOf(manyUnit));
  }
  if (groups.low !== undefined) return at('>=', numberOf(groups.low), groups.lowUnit ?? '');
  if (groups.reached !== undefined) {
    const { reachedUnit = '' } = groups;
    return COUNTED.test(reachedUnit) ? at('=', numberOf(groups.reached), measureOf(reachedUnit)) : null;
  }
  if (groups.bare !== undefined) return at('=', numberOf(groups.bare), groups.bareUnit ?? '');
  const { before3 = '', count = '', countUnit = '', after3 } = groups;
  if (WEAK.test(before3) && after3 === undefined && !isReached(before3, match, text, targetsPart))
    return null;
  if (NOT_COUNTED.test(countUnit) || /\d[./]\d+[./]\d/u.test(text.slice(start, end + 6))) return null;
  return at(turned(comparatorOf(before3), after3), numberOf(count), measureOf(countUnit));
}

/** "Đạt trên 100 triệu đồng" in the targets' part is a limit; "trên 2 lĩnh vực" says where. */
function isReached(before: string, match: RegExpExecArray, text: string, targetsPart: boolean): boolean {
  if (!targetsPart || !/^(?:trên|hơn|dưới|vượt)$/iu.test(before)) return false;
  return new RegExp(`(?:${REACHING}|giảm|còn)\\s+$`, 'iu').test(text.slice(0, match.index));
}

/** Of the words after a number, the noun that is counted. */
function measureOf(all: string): string {
  const magnitude = new RegExp(`^${MAGNITUDE}\\s+`, 'u').exec(all)?.[0] ?? '';
  const rest = all.slice(magnitude.length);
  const rate = /\s*\/.*$/u.exec(rest)?.[0] ?? '';
  return magnitude + nounOf(rest.slice(0, rest.length - rate.length)) + rate.replace(/\s+/gu, '');
}

function nounOf(words: string): string {
  const [first = '', second] = words.split(' ');
  const compound =
    /^(?:mô|doanh|sản|sáng|giải|phần|hệ|dự|cán|cơ|trung|chương|dịch|thủ|văn|hội|người|đơn|hồ|báo|thành|tổ|kế|lượt|nhiệm|học|giáo|vùng|trường|công|viên|phòng|trạm|ngày|giờ|hợp|đề)$/u;
  return second !== undefined && compound.test(first) && !/^(?:ngày|giờ|trường|vùng|lượt|trạm)$/u.test(first)
    ? `${first} ${second}`
    : /^(?:ngày|giờ)$/u.test(first) && second === 'làm'
      ? words.split(' ').slice(0, 3).join(' ')
      : first;
}

function tidy(words: string): string {
  return words.replace(/\s*\/\s*/u, '/').trim();
}

function comparatorOf(words: string | undefined): Comparator {
  if (words === undefined) return '=';
  const found = COMPARATORS.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(words.trim()));
  return found?.[0] ?? '=';
}

/** "95% trở lên" is a lower limit, whatever stands before the number. */
function turned(comparator: Comparator, after: string | undefined): Comparator {
  if (after === undefined) return comparator;
  return /lên$/u.test(after) ? '>=' : '<=';
}

/** "99,5" and "3.000" as Vietnamese writes them. */
function numberOf(words: string): number {
  const grouped = /^\d{1,3}(?:[.\s]\d{3})+$/u.test(words);
  return Number(grouped ? words.replace(/[.\s]/gu, '') : words.replace(',', '.'));
}

const SENTENCE = /;\s|[.]\s+(?=[\p{Lu}\d])/gu;

interface Atom {
  readonly from: number;
  readonly to: number;
  readonly quantity: Quantity;
}

/** Cuts a paragraph so that each piece holds one threshold. */
function cutAtoms(text: string, all: readonly Quantity[]): Atom[] {
  // "100% các khu … có tối thiểu 1 trạm" is one threshold with a condition.
  const quantities = all.filter((quantity, at) => {
    const previous = all[at - 1];
    return previous === undefined || cutBetween(text, previous, quantity) !== null;
  });
  const atoms: Atom[] = [];
  quantities.forEach((quantity, at) => {
    const previous = quantities[at - 1];
    const next = quantities[at + 1];
    const from = sentenceStart(
      text,
      quantity,
      previous === undefined ? 0 : endBefore(text, previous, quantity),
    );
    const cut = next === undefined ? null : cutBetween(text, quantity, next);
    const to = cut ?? stopOf(text, quantity.end, text.length);
    const sentence = sentenceStart(text, quantity, Math.max(0, quantity.start - LONGEST_SENTENCE));
    if (!PRESENT.test(text.slice(sentence, sentence + 20))) atoms.push({ ...trim(text, from, to), quantity });
  });
  return atoms;
}

const LONGEST_SENTENCE = 800;

/** The beginning of the sentence that a quantity stands in, not before a floor. */
function sentenceStart(text: string, quantity: Quantity, floor: number): number {
  let from = floor;
  for (const match of text.slice(floor, quantity.start).matchAll(SENTENCE)) {
    from = floor + match.index + match[0].length;
  }
  return from;
}

function endBefore(text: string, quantity: Quantity, next: Quantity): number {
  return cutBetween(text, quantity, next) ?? quantity.end;
}

/** Words that begin another threshold after a comma or "và". */
const ANOTHER =
  /(?:,|\svà)\s+(?:(?:và|đồng thời|trong đó)\s+)?(?:(?:phấn đấu|đạt|tỷ lệ|tỉ lệ|số|tăng|giảm|bảo đảm|đảm bảo|kiểm tra|xử lý|cắt giảm|có ít nhất|có tối thiểu|trong đó)(?=\s)|$)/giu;

/** Where the words of one quantity end and those of the next begin; null where both belong to one clause. */
function cutBetween(text: string, quantity: Quantity, next: Quantity): number | null {
  const between = text.slice(quantity.end, next.start);
  const sentence = [...between.matchAll(SENTENCE)].at(0);
  if (sentence !== undefined) return quantity.end + sentence.index + 1;
  const near = /^[^,;]{0,3},\s/u.exec(between);
  if (near !== null) return quantity.end + near[0].length;
  const another = [...between.matchAll(ANOTHER)].at(-1);
  return another === undefined ? null : quantity.end + another.index + 1;
}

function stopOf(text: string, from: number, to: number): number {
  for (const match of text.slice(from, to).matchAll(SENTENCE)) return from + match.index;
  return to;
}

const LEADING = /^(?:(?:và|trong đó|đồng thời)(?=[\s,:])[,:]?|[\s,;.:–-])+\s*/iu;

function trim(text: string, from: number, to: number): { from: number; to: number } {
  let start = from;
  let end = to;
  const lead = LEADING.exec(text.slice(start, end));
  if (lead !== null) start += lead[0].length;
  while (end > start && /[\s,;.:]/u.test(text[end - 1] ?? '')) end--;
  return { from: start, to: end };
}
