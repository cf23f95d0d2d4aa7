/** A phrase as misread, and as it was meant. */
interface Misread {
  wrong: RegExp;
  right: string;
}

/**
 * Pairs of administrative Vietnamese that differ by one or two marks, "wrong|right". The wrong one of each is a phrase that
 * no sentence has; where it can be meant, the surroundings decide and it stands among {@link IN_CONTEXT}.
 */
const PAIRS: readonly string[] = [
  'bô trí|bố trí',
  'bổ trí|bố trí',
  'kiêm toàn|kiện toàn',
  'kiên toàn|kiện toàn',
  'thông kê|thống kê',
  'thông nhất|thống nhất',
  'đổi chiều|đối chiếu',
  'đổi thoại|đối thoại',
  'đối mới|đổi mới',
  'phụ vụ|phục vụ',
  'phần đấu|phấn đấu',
  'phân đấu|phấn đấu',
  'phản ánh đạt|phấn đấu đạt',
  'tiền tới|tiến tới',
  'tiền độ|tiến độ',
  'tiền hành|tiến hành',
  'cải tiền|cải tiến',
  'công dịch vụ công|cổng dịch vụ công',
  'công thông tin điện tử|cổng thông tin điện tử',
  'triên khai|triển khai',
  'triền khai|triển khai',
  'thầm quyền|thẩm quyền',
  'thâm quyền|thẩm quyền',
  'thầm định|thẩm định',
  'thâm định|thẩm định',
  'giải quyêt|giải quyết',
  'giái quyết|giải quyết',
  'kiêm tra|kiểm tra',
  'kiềm tra|kiểm tra',
  'kiêm soát|kiểm soát',
  'kiềm soát|kiểm soát',
  'chỉ tiều|chỉ tiêu',
  'chi tiêu pháp lệnh|chỉ tiêu pháp lệnh',
  'mục tiều|mục tiêu',
  'đầy mạnh|đẩy mạnh',
  'đây mạnh|đẩy mạnh',
  'thuờng xuyên|thường xuyên',
  'thường xuyện|thường xuyên',
  'đơn vi|đơn vị',
  'cơ quạn|cơ quan',
  'tổ chúc|tổ chức',
  'tô chức|tổ chức',
  'cán bô|cán bộ',
  'công chúc|công chức',
  'viên chúc|viên chức',
  'thú tục|thủ tục',
  'thủ túc|thủ tục',
  'hành chinh|hành chính',
  'hồ sở|hồ sơ',
  'quỵ định|quy định',
  'quy đinh|quy định',
  'quyết đinh|quyết định',
  'nghị đinh|nghị định',
  'kế hoach|kế hoạch',
  'kê hoạch|kế hoạch',
  'kề hoạch|kế hoạch',
  'thực hiên|thực hiện',
  'thưc hiện|thực hiện',
  'nhiêm vụ|nhiệm vụ',
  'nhiệm vu|nhiệm vụ',
  'trách nhiêm|trách nhiệm',
  'tông hợp|tổng hợp',
  'tồng hợp|tổng hợp',
  'tổng kêt|tổng kết',
  'sơ kêt|sơ kết',
  'chật lượng|chất lượng',
  'chất luợng|chất lượng',
  'bồi duỡng|bồi dưỡng',
  'bôi dưỡng|bồi dưỡng',
  'hướng dân|hướng dẫn',
  'phôi hợp|phối hợp',
  'phồi hợp|phối hợp',
  'báo cao kết quả|báo cáo kết quả',
  'kết quá|kết quả',
  'rà soat|rà soát',
  'sửa đồi|sửa đổi',
  'sửa đôi|sửa đổi',
  'bồ sung|bổ sung',
  'bô sung|bổ sung',
  'tuyên dụng|tuyển dụng',
  'tinh giảm biên chế|tinh giản biên chế',
  'lĩnh vức|lĩnh vực',
  'thành phô|thành phố',
  'tiêp nhận|tiếp nhận',
  'tiếp nhân hồ sơ|tiếp nhận hồ sơ',
  'công khại|công khai',
  'minh bach|minh bạch',
  'hiệu quá|hiệu quả',
  'hiệu lưc|hiệu lực',
  'tạo chuyên biến|tạo chuyển biến',
  'chuyên biến mạnh|chuyển biến mạnh',
  'chuyển môn|chuyên môn',
  'đảm bào|đảm bảo',
  'đàm bảo|đảm bảo',
  'đê xuất|đề xuất',
  'nền tàng|nền tảng',
  'đia phương|địa phương',
  'điều hanh|điều hành',
  'trực tuyên|trực tuyến',
  'mức đô|mức độ',
  'tuyên truyển|tuyên truyền',
  'xư lý|xử lý',
  'xử lỷ|xử lý',
  'xây dưng|xây dựng',
  'quản lỷ|quản lý',
];

/** Misread only where these surroundings stand; in small letters. */
const IN_CONTEXT: readonly Misread[] = [
  {
    wrong: /(?<!\p{L})phần đầu(?=,?\s+(?:có|đạt|đến|hoàn thành|số lượng|tối thiểu|tỷ lệ|trên|ít nhất|\d))/gu,
    right: 'phấn đấu',
  },
  {
    // The word for "door" before a body that owns something.
    wrong:
      /(?<!\p{L})(?<!(?:một|cánh|các|mở|khung|ra)\s)cửa(?=\s+(?:đơn vị|cơ quan|sở|bộ|các|tỉnh|thành phố|huyện|ubnd|hđnd|chính phủ|tổ chức|công dân|người|ngành|nhà nước|trung ương|đảng|pháp luật|trường|phòng)(?!\p{L}))/gu,
    right: 'của',
  },
  {
    wrong:
      /(?<!\p{L})(?<!(?:vấn|chủ|chuyên|đầu|tiền|mệnh|đặt|luận|nhan)\s)đề(?=\s+(?:tính|thực hiện|triển khai|tổng hợp|báo cáo|phục vụ|đảm bảo|bảo đảm|kịp thời|theo dõi|xử lý|giải quyết|được|làm|xây dựng|phù hợp|nâng cao)(?!\p{L}))/gu,
    right: 'để',
  },
  {
    wrong: /(?<!\p{L})(?<!(?:quyết|phê|thẩm)\s)đinh(?=\s+(?:kỳ|hướng|mức)(?!\p{L}))/gu,
    right: 'định',
  },
  { wrong: /(?<!\p{L})hệ\s+thông(?!\p{L}|\s+(?:tin|báo|qua))/gu, right: 'hệ thống' },
  { wrong: /(?<!\p{L})tồ(?=\s+(?:chức|công tác|giúp việc)(?!\p{L}))/gu, right: 'tổ' },
  { wrong: /(?<!\p{L})sô(?=\s+(?:lượng|liệu|hóa|hoá|hồ sơ)(?!\p{L}))/gu, right: 'số' },
  { wrong: /(?<!\p{L})vê(?=\s+(?:việc|công tác|các)(?!\p{L}))/gu, right: 'về' },
];

/** A misread phrase found in a text. */
export interface MisreadPlace {
  words: string;
  right: string;
  start: number;
  end: number;
}

const RIGHT_OF = new Map(
  PAIRS.map((line): [string, string] => [line.split('|')[0] ?? '', line.split('|')[1] ?? '']),
);
const PHRASES = new RegExp(
  `(?<!\\p{L})(?:${[...RIGHT_OF.keys()].map((wrong) => wrong.replaceAll(' ', '\\s+')).join('|')})(?!\\p{L})`,
  'gu',
);

/** Every phrase of a text that a scanner is known to make of another. */
export function misreadIn(text: string): MisreadPlace[] {
  // Small letters once, instead of an expression that folds case at every letter.
  const lower = text.toLowerCase();
  const known = [...lower.matchAll(PHRASES)].map((match) => ({
    match,
    right: RIGHT_OF.get(match[0].replace(/\s+/gu, ' ')) ?? '',
  }));
  const inContext = IN_CONTEXT.flatMap(({ wrong, right }) =>
    [...lower.matchAll(wrong)].map((match) => ({ match, right })),
  );
  return [...known, ...inContext].map(({ match, right }) => ({
    words: match[0],
    right,
    start: match.index,
    end: match.index + match[0].length,
  }));
}
