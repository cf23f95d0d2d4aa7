import { fold } from '../../pure/vietnamese/fold.ts';

/**
 * The blocks that a Word template may hold, as an official types them between braces: `{số và ký hiệu}` prints words,
 * `{#nơi nhận}…{/nơi nhận}` repeats what stands between for each line, or leaves it out where there is none, and
 * `{@nội dung}`, alone in its paragraph, becomes paragraphs and tables.
 */
export interface TemplateBlock {
  name: string;
  kind: 'words' | 'loop' | 'content';
  /** What a loop goes over: lines, each printed by "{.}", or things with blocks of their own. */
  loop?: 'lines' | 'things';
  /** The loops within which it means something; '' is the document itself. Absent: everywhere. */
  within?: readonly string[];
  /** Words that may also surround what stands or falls with them: `{#điện thoại}Số điện thoại: {điện thoại}{/điện thoại}`. */
  surrounds?: boolean;
  required: boolean;
}

const ANNEX = 'phụ lục';

export const TEMPLATE_BLOCKS: readonly TemplateBlock[] = [
  { name: 'cơ quan chủ quản', kind: 'loop', loop: 'lines', within: [''], required: true },
  { name: 'cơ quan ban hành', kind: 'words', within: [''], required: true },
  { name: 'số và ký hiệu', kind: 'words', within: [''], required: true },
  { name: 'địa danh, ngày tháng', kind: 'words', within: [''], required: true },
  { name: 'dự thảo', kind: 'loop', loop: 'lines', within: [''], required: true },
  { name: 'tên loại', kind: 'loop', loop: 'lines', within: [''], required: true },
  { name: 'trích yếu', kind: 'words', within: ['', 'tên loại'], required: true },
  { name: 'trích yếu công văn', kind: 'loop', loop: 'lines', within: [''], required: true },
  { name: 'kính gửi', kind: 'loop', loop: 'lines', within: [''], required: true },
  { name: 'nơi gửi', kind: 'loop', loop: 'lines', within: [''], required: true },
  { name: 'nội dung', kind: 'content', within: ['', ANNEX], required: true },
  { name: 'nơi nhận', kind: 'loop', loop: 'lines', within: [''], required: true },
  { name: 'thẩm quyền ký', kind: 'loop', loop: 'lines', within: [''], required: true },
  { name: 'người ký', kind: 'words', within: [''], required: true },
  { name: ANNEX, kind: 'loop', loop: 'things', within: [''], required: true },
  { name: 'ngắt trang phụ lục', kind: 'content', within: [ANNEX], required: true },
  { name: 'số phụ lục', kind: 'words', within: [ANNEX], required: true },
  { name: 'tên phụ lục', kind: 'words', within: [ANNEX], required: true },
  { name: 'kèm theo', kind: 'words', within: [ANNEX], required: true },
];

/** The styles of paragraphs that our own content asks for, by the names that Word shows. */
export const TEMPLATE_STYLES = {
  heading1: 'heading 1',
  heading2: 'heading 2',
  heading3: 'heading 3',
  paragraph: 'Đoạn văn',
  basis: 'Căn cứ',
  cell: 'Ô bảng',
  columnTitle: 'Tiêu đề cột',
  section: 'Ngắt phần',
  symbol: 'Mã vạch, mã QR',
} as const;

export type TemplateStyle = keyof typeof TEMPLATE_STYLES;

/** Those of a document, and those of a form: what a template lacks of them is remarked. */
export const DOCUMENT_STYLES = [
  'heading1',
  'heading2',
  'heading3',
  'paragraph',
  'basis',
  'cell',
  'columnTitle',
  'section',
] as const satisfies readonly TemplateStyle[];
export const FORM_STYLES = [
  'cell',
  'columnTitle',
  'section',
  'symbol',
] as const satisfies readonly TemplateStyle[];

/** A block's name as it is looked up: typed without diacritics, in capitals or with loose spaces it is the same. */
export function blockName(typed: string): string {
  return fold(typed);
}
