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
  'hướng dần|hướng dẫn',
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

/** Misread only where these surroundings stand. */
const IN_CONTEXT: readonly Misread[] = [
  {
    wrong: /(?<!\p{L})phần đầu(?=,?\s+(?:có|đạt|đến|hoàn thành|số lượng|tối thiểu|tỷ lệ|trên|ít nhất|\d))/giu,
    right: 'phấn đấu',
  },
  {
    // The word for "door" before a body that owns something.
    wrong:
      /(?<!\p{L})(?<!(?:một|cánh|các|mở|khung|ra)\s)cửa(?=\s+(?:đơn vị|cơ quan|sở|bộ|các|tỉnh|thành phố|huyện|UBND|HĐND|chính phủ|tổ chức|công dân|người|ngành|nhà nước|trung ương|đảng|pháp luật|trường|phòng)(?!\p{L}))/giu,
    right: 'của',
  },
  {
    wrong:
      /(?<!\p{L})(?<!(?:vấn|chủ|chuyên|đầu|tiền|mệnh|đặt|luận|nhan)\s)đề(?=\s+(?:tính|thực hiện|triển khai|tổng hợp|báo cáo|phục vụ|đảm bảo|bảo đảm|kịp thời|theo dõi|xử lý|giải quyết|được|làm|xây dựng|phù hợp|nâng cao)(?!\p{L}))/giu,
    right: 'để',
  },
  {
    wrong: /(?<!\p{L})(?<!(?:quyết|phê|thẩm)\s)đinh(?=\s+(?:kỳ|hướng|mức)(?!\p{L}))/giu,
    right: 'định',
  },
  { wrong: /(?<!\p{L})hệ\s+thông(?!\p{L}|\s+(?:tin|báo|qua))/giu, right: 'hệ thống' },
  { wrong: /(?<!\p{L})tồ(?=\s+(?:chức|công tác|giúp việc)(?!\p{L}))/giu, right: 'tổ' },
  { wrong: /(?<!\p{L})sô(?=\s+(?:lượng|liệu|hóa|hoá|hồ sơ)(?!\p{L}))/giu, right: 'số' },
  { wrong: /(?<!\p{L})vê(?=\s+(?:việc|công tác|các)(?!\p{L}))/giu, right: 'về' },
];

/** A misread phrase found in a text. */
export interface MisreadPlace {
  words: string;
  right: string;
  start: number;
  end: number;
}

const BY_FIRST_WORDS = Map.groupBy(
  PAIRS.map((line) => {
    const [wrong = '', right = ''] = line.split('|');
    return { wrong: wrong.split(' '), right };
  }),
  ({ wrong }) => `${wrong[0]} ${wrong[1]}`,
);

/** Every phrase of a text that a scanner is known to make of another; one pass over its words. */
export function misreadIn(text: string): MisreadPlace[] {
  const words = [...text.matchAll(/\p{L}+/gu)];
  const lower = words.map(({ 0: word }) => word.toLowerCase());
  const places: MisreadPlace[] = [];
  for (let at = 0; at + 1 < words.length; at++) {
    const known = BY_FIRST_WORDS.get(`${lower[at]} ${lower[at + 1]}`) ?? [];
    for (const { wrong, right } of known) {
      const last = words[at + wrong.length - 1];
      const start = words[at]?.index ?? 0;
      if (last === undefined || !wrong.every((word, ahead) => lower[at + ahead] === word)) continue;
      const end = last.index + last[0].length;
      const phrase = text.slice(start, end);
      if (/^[\p{L}\s]+$/u.test(phrase)) places.push({ words: phrase, right, start, end });
    }
  }
  for (const { wrong, right } of IN_CONTEXT) {
    for (const { index, 0: phrase } of text.matchAll(wrong)) {
      places.push({ words: phrase, right, start: index, end: index + phrase.length });
    }
  }
  return places;
}
