import type { FormKind } from './content.ts';

/** What a block becomes: words, a line each, a table, or the picture of a code. */
export type FormBlockKind = 'words' | 'lines' | 'table' | 'picture';

/** The blocks of forms, named as officials speak; what each prints stands in the words `form-block.*`. */
export const FORM_BLOCKS = {
  'cơ quan chủ quản': 'words',
  'cơ quan ban hành': 'words',
  số: 'words',
  'địa danh, ngày tháng': 'words',
  'đánh dấu': 'words',
  'mã hồ sơ': 'words',
  'mã vạch': 'picture',
  'mã QR': 'picture',
  'chủ hồ sơ': 'words',
  'xưng hô': 'words',
  'địa chỉ': 'words',
  'điện thoại': 'words',
  'thư điện tử': 'words',
  'nội dung yêu cầu': 'words',
  'nơi tiếp nhận': 'words',
  'người nộp thay': 'words',
  'thành phần hồ sơ': 'table',
  'số bộ hồ sơ': 'words',
  'thời hạn giải quyết': 'words',
  'giờ nhận': 'words',
  'giờ hẹn trả': 'words',
  'cách nhận kết quả': 'words',
  'phí, lệ phí': 'words',
  'quyển số': 'words',
  'số thứ tự': 'words',
  'địa chỉ tra cứu': 'words',
  'người nộp': 'words',
  'người tiếp nhận': 'words',
  'nội dung bổ sung': 'table',
  'căn cứ': 'lines',
  'hạn bổ sung': 'words',
  'nơi liên hệ': 'words',
  'người hướng dẫn': 'words',
  'lý do': 'lines',
  'hướng dẫn': 'words',
  'tình trạng hồ sơ': 'words',
  'cơ quan giải quyết': 'words',
  'giờ hẹn lại': 'words',
  'thẩm quyền ký': 'lines',
  'người ký': 'words',
  'giờ dừng': 'words',
  'giấy tờ trả lại': 'words',
  'cơ quan phối hợp': 'words',
  'giao nhận': 'table',
  'từ ngày': 'words',
  'đến ngày': 'words',
  'hồ sơ trong sổ': 'table',
} as const satisfies Readonly<Record<string, FormBlockKind>>;

export type FormBlockName = keyof typeof FORM_BLOCKS;

const HEAD = ['cơ quan chủ quản', 'cơ quan ban hành', 'số', 'địa danh, ngày tháng', 'đánh dấu'] as const;
const CODE = ['mã hồ sơ', 'mã vạch', 'mã QR', 'địa chỉ tra cứu'] as const;
const OWNER = ['chủ hồ sơ', 'xưng hô', 'địa chỉ', 'điện thoại', 'thư điện tử', 'nội dung yêu cầu'] as const;
const LETTER = [
  ...['nơi tiếp nhận', 'giờ nhận', 'cơ quan giải quyết', 'lý do', 'nơi liên hệ'],
  ...['thẩm quyền ký', 'người ký'],
] as FormBlockName[];

/** The blocks that a kind of form can fill. */
export const BLOCKS_OF: Readonly<Record<FormKind, readonly FormBlockName[]>> = {
  receipt: [
    ...[...HEAD, ...CODE, ...OWNER],
    'nơi tiếp nhận',
    'người nộp thay',
    'thành phần hồ sơ',
    'số bộ hồ sơ',
    'thời hạn giải quyết',
    'giờ nhận',
    'giờ hẹn trả',
    'cách nhận kết quả',
    'phí, lệ phí',
    'quyển số',
    'số thứ tự',
    'người nộp',
    'người tiếp nhận',
  ],
  'supplement-request': [
    ...[...HEAD, ...CODE, ...OWNER],
    'giờ nhận',
    'nội dung bổ sung',
    'căn cứ',
    'hạn bổ sung',
    'nơi liên hệ',
    'người hướng dẫn',
  ],
  refusal: [
    ...[...HEAD, ...CODE, ...OWNER],
    'nơi tiếp nhận',
    'lý do',
    'căn cứ',
    'hướng dẫn',
    'người nộp',
    'người tiếp nhận',
  ],
  apology: [...HEAD, ...CODE, ...OWNER, ...LETTER, 'giờ hẹn trả', 'tình trạng hồ sơ', 'giờ hẹn lại'],
  'stop-notice': [
    ...HEAD,
    ...CODE,
    ...OWNER,
    ...LETTER,
    'giờ dừng',
    'căn cứ',
    'giấy tờ trả lại',
    'phí, lệ phí',
  ],
  'control-sheet': [
    ...[...HEAD, ...CODE, ...OWNER],
    'cơ quan giải quyết',
    'cơ quan phối hợp',
    'giờ nhận',
    'giờ hẹn trả',
    'giao nhận',
  ],
  'tracking-book': [...HEAD, 'từ ngày', 'đến ngày', 'quyển số', 'hồ sơ trong sổ'],
};
