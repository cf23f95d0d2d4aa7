/** Names of units as a cell holds them: one or several, parted by semicolons, lines, or commas before a name. */

/** Words that the name of an agency or a unit begins with; never the name of one agency. */
const HEADS = [
  'Sở',
  'Ban',
  'Phòng',
  'Văn phòng',
  'Thanh tra',
  'UBND',
  'Uỷ ban',
  'Ủy ban',
  'HĐND',
  'Hội đồng',
  'Trung tâm',
  'Vụ',
  'Cục',
  'Chi cục',
  'Tổng cục',
  'Viện',
  'Trường',
  'Bộ',
  'Bộ phận',
  'Bộ Chỉ huy',
  'Công an',
  'Kho bạc',
  'Bảo hiểm',
  'Bưu điện',
  'Báo',
  'Đài',
  'Hội',
  'Hiệp hội',
  'Liên hiệp',
  'Liên minh',
  'Liên đoàn',
  'Mặt trận',
  'Đoàn',
  'Tỉnh đoàn',
  'Thành đoàn',
  'Tỉnh ủy',
  'Thành ủy',
  'Huyện ủy',
  'Quận ủy',
  'Đảng ủy',
  'Thường trực',
  'Các',
  'Cơ quan',
  'Đơn vị',
  'Doanh nghiệp',
  'Công ty',
  'Tổng công ty',
  'Tập đoàn',
  'Chi nhánh',
  'Ngân hàng',
  'Quỹ',
  'Bệnh viện',
  'Tòa án',
  'Toà án',
  'Tổ',
  'Đội',
  'Trạm',
  'Cổng',
  'Tạp chí',
  'Học viện',
  'Ban Giám',
  'Cơ sở',
  'Thủ trưởng',
  'Giám đốc',
  'Chủ tịch',
  'Trưởng',
  'Chánh',
  'Lãnh đạo',
  'Khoa',
  'Xí nghiệp',
  'Hợp tác xã',
  'Kiểm toán',
  'Thuế',
  'Hải quan',
  'Công đoàn',
  'Nhà',
  'Toàn thể',
  'BCĐ',
  'Ban chỉ đạo',
  'Bí thư',
  'Cán bộ',
  'Chuyên viên',
  'Công chức',
  'Viên chức',
  'Kế toán',
  'Văn thư',
  'Sở,',
  'BHXH',
  'BQL',
  'VP',
  'VPUB',
  'MTTQ',
  'UBMTTQ',
  'Trưởng phòng',
  'Hiệu trưởng',
  'Người đứng đầu',
  'Bộ Tư lệnh',
  'Viện kiểm sát',
];
const escaped = HEADS.map((head) => head.replace(/\s+/g, '\\s+')).join('|');
const UNIT_HEAD = new RegExp(`^(?!Báo cáo)(?:${escaped})(?=[\\s,;.:/]|$)`, 'u');
/** "các phòng chuyên môn" after a comma is another name; "đơn vị" of "các cơ quan, đơn vị" is not. */
const GROUP_HEAD =
  /^các\s+(?:phòng|sở|ban|cơ quan|đơn vị|doanh nghiệp|trường|cơ sở|tổ chức|ngành|huyện|quận|xã|địa phương|hội|trung tâm|bộ)(?=[\s,]|$)/u;
const ACRONYM = /^(?:(?:P|TT|VP|Phòng|Vụ|Cục)\.?\s*)?\p{Lu}[\p{Lu}\p{N}&Đ.-]{1,12}(?:\s*\([^)]{1,20}\))?$/u;

/** A kind of unit without a name of its own: "Các Vụ, Cục". */
const BARE_KIND = /^(?:Sở|Ban|Phòng|Vụ|Cục|Chi cục|Viện|Trường|Bộ|Tổ|Đội|Trạm|Khoa|Ngành|Đoàn thể)$/u;
/** One office serves two bodies: "Văn phòng HĐND và UBND huyện". */
const SHARED_OFFICE =
  /^(?:(?:lãnh đạo|chánh)\s+)?(?:văn phòng|VP)\s+(?:HĐND|hội đồng nhân dân|đoàn (?:ĐBQH|đại biểu quốc hội))$/iu;

/** Verbs that a plan charges a unit with, in lower case behind the unit's name. */
const VERBS =
  'chủ trì|phối hợp|có trách nhiệm|có nhiệm vụ|có kế hoạch|chịu trách nhiệm|chủ động|tham mưu|thực hiện|xây dựng|hướng dẫn|tăng cường|tổ chức|triển khai|căn cứ|theo dõi|kiện toàn|rà soát|đôn đốc|báo cáo|tiếp tục|bố trí|đảm bảo|bảo đảm|là đầu mối|làm đầu mối|là cơ quan|là đơn vị|trên cơ sở|quán triệt|nghiêm túc|trong phạm vi|đẩy mạnh|ban hành|tổng hợp|gửi|lập|cân đối|phân bổ|thẩm định|tuyên truyền|phổ biến|đề xuất|định kỳ|hằng năm|hàng năm|kiểm tra|giám sát|công khai|nghiên cứu|cung cấp|tiếp nhận|quản lý|chỉ đạo|phân công|hoàn thành|cập nhật|trình|vận động|huy động|lồng ghép|khẩn trương|kịp thời|tập trung|hỗ trợ|giúp|dự kiến|đăng tải|nâng cao|yêu cầu|lãnh đạo(?=,?\\s+(?:chỉ đạo|thực hiện|việc|tổ chức|quán triệt))';
/** Words that are verbs, but also what a unit is for: "Ban quản lý …", "Phòng tổ chức", "Trung tâm hỗ trợ …". */
const PURPOSES =
  'tổ chức|quản lý|hỗ trợ|tổng hợp|kiểm tra|giám sát|chỉ đạo|tuyên truyền|nghiên cứu|thẩm định|tiếp nhận|xây dựng|vận động|hướng dẫn';
const PURPOSE_HEADS =
  '[Bb]an|[Tt]ổ|[Đđ]ội|[Tt]rung tâm|[Pp]hòng|[Bb]ộ phận|[Cc]ục|[Vv]ụ|[Cc]hi cục|[Vv]iện|[Cc]ơ quan';
const ASSOCIATIONS = 'tổ chức(?:,|\\s+(?:cá nhân|chính trị|xã hội|đoàn thể|tín dụng|có liên quan|liên quan))';
const VERB = new RegExp(
  `(?<!(?:^|\\s)(?:[Cc]ác|và|những|được giao|được phân công|giao))(?<!,\\s*và)` +
    `(?!(?<=(?:^|[,(]\\s?|[Cc]ác\\s|và\\s)(?:${PURPOSE_HEADS}))\\s+(?:${PURPOSES})(?=\\s))` +
    `(?!(?<=(?:đơn vị|cơ quan))\\s+(?:chủ trì|phối hợp(?!\\s+với)|tham mưu|cung cấp)(?=\\s))` +
    `\\s+(?!${ASSOCIATIONS})(?:${VERBS})(?=[\\s,:;.]|$)`,
  'u',
);

/** The subject of a sentence up to its verb or colon: "Sở Tài chính" of "Sở Tài chính chủ trì, …"; null without either. */
export function beforeVerb(words: string): string | null {
  const verb = VERB.exec(words);
  const colon = words.indexOf(':');
  const end = Math.min(verb?.index ?? Number.POSITIVE_INFINITY, colon < 0 ? Number.POSITIVE_INFINITY : colon);
  return Number.isFinite(end) ? words.slice(0, end).replace(/[\s,;]+$/u, '') : null;
}

/** Whether words begin as the name of an agency or a unit does. */
export function beginsAsUnit(words: string): boolean {
  return UNIT_HEAD.test(words) || UNIT_HEAD.test(words.charAt(0).toUpperCase() + words.slice(1));
}

function isUnitName(words: string): boolean {
  return UNIT_HEAD.test(words) || ACRONYM.test(words) || GROUP_HEAD.test(words);
}

/** Cuts the words of a cell into the units that it names, each as written. `breaks` are the cell's own line ends. */
export function splitUnits(cell: string, breaks: readonly string[] = []): string[] {
  const lines = breaks.length > 1 && breaks.slice(1).every(isUnitName) ? breaks : [cell];
  const units: string[] = [];
  for (const line of lines) {
    const listed = /^\s*[-–+•]\s/u.test(line);
    for (const group of splitOutside(line, listed ? /;|\s[-–+•]\s/u : /;|\s[•+]\s/u)) {
      const words = group.replace(/^[-–+•*\s]+|[\s.,;:]+$/gu, '').trim();
      if (words !== '') units.push(...splitNames(words));
    }
  }
  return units;
}

/** Splits at commas and "và" where what follows is a name of its own: "Sở A, Sở B", never "Sở Văn hóa, Thể thao". */
function splitNames(words: string): string[] {
  const pieces = splitOutside(words, /,\s*(?:và\s+)?|\s+và\s+(?=\p{Lu}|các\s)/u, true);
  const units: string[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const piece = pieces[at] ?? '';
    const mark = at > 0 ? (pieces[at - 1] ?? '') : '';
    const last = units.at(-1);
    if (last !== undefined && isOneName(last, piece)) {
      units[units.length - 1] = last + mark + piece;
      continue;
    }
    const apart = isUnitName(piece) && (mark.includes(',') || !ACRONYM.test(piece)) && last !== undefined;
    if (last === undefined || (apart && isWhole(last))) units.push(piece);
    else units[units.length - 1] = last + mark + piece;
  }
  return units
    .flatMap(splitUnparted)
    .map((unit) => unit.trim().replace(/[,;.]+$/u, ''))
    .filter((unit) => unit !== '');
}

/** Whether a piece behind a comma or "và" belongs to the name before it. */
function isOneName(last: string, piece: string): boolean {
  if (SHARED_OFFICE.test(last) && /^(?:UBND|HĐND|[UỦ][ỷỶyYbB])/u.test(piece)) return true;
  const [head = ''] = piece.split(' ', 1);
  if (BARE_KIND.test(piece)) return /^các\s/iu.test(last);
  const listed = /^các\s+(?:[^\s,]+)(?:,\s*[^\s,]+)*$/iu.test(last);
  return (
    listed &&
    BARE_KIND.test(head) &&
    /^\S+\s+(?:trực thuộc|thuộc|có liên quan|liên quan|chức năng)/u.test(piece)
  );
}

/** Heads that, in capitals, begin another name: "Phòng Kho Phòng Đọc" were two lines of a cell. */
const HIGH_HEAD = 'Sở|Vụ|Cục|UBND|Công an|Văn phòng|Các\\s+[Ss]ở|Các\\s+[Vv]ụ';
const LOW_HEAD =
  'Phòng|Ban|Chi cục|Trung tâm|Trường|Viện|Thanh tra|Các\\s+(?:[Pp]hòng|đơn vị|[Tt]rường|[Tt]rung tâm)';
/** Words that the head behind them belongs to: "Văn phòng Sở", "Giám đốc Sở", "thành phố Hải Phòng". */
const BELONGING =
  'thuộc|của|với|tại|giữa|và|[Cc]ác|đốc|đạo|[Pp]hòng|[Tt]ra|[Tt]rưởng|[Pp]hó|[Bb]an|[Cc]hánh|Hải|Quốc|[Tt]âm|Công|Quản lý';
const unparted = (heads: string): RegExp =>
  new RegExp(
    `(?<![\\s(](?:${BELONGING})|^(?:${BELONGING})|[,;–-])\\s+(?=(?:${heads})\\s+\\p{Lu}|Các\\s+(?:[Ss]ở|[Pp]hòng|đơn vị)(?=\\s|$))`,
    'u',
  );
const BEHIND_HIGH = unparted(`${HIGH_HEAD}|${LOW_HEAD}`);
/** A lower unit may be named with its agency: "Phòng Kho Sở Thư viện". */
const BEHIND_LOW = unparted(LOW_HEAD);

/** Names between which a converter lost the line's end: "Sở A Sở B". */
function splitUnparted(unit: string): string[] {
  if (unit.includes('(')) return [unit];
  if (new RegExp(`^(?:${HIGH_HEAD})(?=\\s)`, 'u').test(unit)) return unit.split(BEHIND_HIGH);
  return new RegExp(`^(?:${LOW_HEAD})(?=\\s)`, 'u').test(unit) ? unit.split(BEHIND_LOW) : [unit];
}

/** A name that can stand alone: "Các phòng" cannot be parted from "Ban" of "Các phòng, Ban". */
function isWhole(unit: string): boolean {
  return ACRONYM.test(unit) || /\s/u.test(unit) || unit.length > 4;
}

/** Splits outside brackets; with `keep` the separators stand between the pieces. */
function splitOutside(words: string, separator: RegExp, keep = false): string[] {
  const pieces: string[] = [];
  const global = new RegExp(separator.source, 'gu');
  let from = 0;
  let depth = 0;
  let counted = 0;
  for (const match of words.matchAll(global)) {
    for (; counted < match.index; counted++) {
      if (words[counted] === '(') depth++;
      else if (words[counted] === ')') depth--;
    }
    if (depth > 0) continue;
    pieces.push(words.slice(from, match.index));
    if (keep) pieces.push(match[0]);
    from = match.index + match[0].length;
  }
  pieces.push(words.slice(from));
  return pieces;
}

/** "Phòng A chủ trì, phối hợp với Phòng B", "Phòng A chủ trì, các phòng phối hợp". */
const LEADS_WITH = /^([^:;]{2,120}?)\s+chủ trì,?\s+phối hợp với\s+([^:]{2,200})$/u;
const LEADS_AND =
  /^([^:;]{2,120}?)\s+chủ trì(?:\s+thực hiện)?[,;]\s*(?:và\s+)?([^:]{2,200}?)\s+phối hợp(?:\s+thực hiện)?[\s.;]*$/u;

/** A cell that names both sides: "Chủ trì: Sở A; phối hợp: Sở B". */
export function splitSides(cell: string): { lead: string; support: string } {
  const sentence = LEADS_WITH.exec(cell) ?? LEADS_AND.exec(cell);
  if (sentence !== null) return { lead: sentence[1] ?? '', support: sentence[2] ?? '' };
  const label = /(?:đơn vị|cơ quan|phòng|các)?\s*phối hợp(?:\s+thực hiện)?\s*:?\s*(?:với\s+)?/iu.exec(cell);
  const lead = (words: string) =>
    words.replace(/^(?:[-–+•]\s*)?(?:(?:đơn vị|cơ quan|phòng)\s+)?chủ trì(?:\s+thực hiện)?\s*:\s*/iu, '');
  if (label === null || (label.index > 0 && !/[;.,:\n–-]\s*$/u.test(cell.slice(0, label.index)))) {
    return { lead: lead(cell), support: '' };
  }
  return { lead: lead(cell.slice(0, label.index)), support: cell.slice(label.index + label[0].length) };
}
