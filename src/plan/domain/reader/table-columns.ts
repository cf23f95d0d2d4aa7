import type { TableHeadings } from '../../../pure/reading/table-cells.ts';
import { fold } from '../../../pure/vietnamese/fold.ts';

/** What a column of a task table holds. */
export type ColumnRole =
  | 'no'
  | 'title'
  | 'lead'
  | 'support'
  | 'requirement'
  | 'deliverable'
  | 'due'
  | 'area'
  | 'other';

export interface Columns {
  readonly count: number;
  readonly index: ReadonlyMap<ColumnRole, number>;
}

const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['no', /^(?:s?\s?\.?tt|so tt|so thu tu|s\.t\.t|t\.t|#|no\.?|so)\.?$/],
  [
    'other',
    /ghi chu|bat dau$|kinh phi|nguon (?:luc|von)|du toan|lanh dao|cap (?:trinh|ban hanh|quyet dinh|phe duyet|co tham quyen)/,
  ],
  [
    'due',
    /thoi gian|thoi han|thoi diem|tien do|han (?:hoan thanh|chot|cuoi|thuc hien|xu ly)|lo trinh|moc |ngay (?:hoan thanh|thuc hien)|ky han|^(?:thang|quy|han|hoan thanh|ket thuc)$/,
  ],
  ['support', /^(?!.*chu tri).*phoi hop/],
  [
    'lead',
    /chu tri|dau moi|phan cong|trach nhiem|phu trach|(?:phong|don vi|co quan|bo phan|to chuc|ca nhan|nguoi|phong ban|vien chuc|can bo).{0,24}(?:thuc hien|tham muu|duoc giao|trien khai|xu ly|giai quyet|soan thao|theo doi|bao cao)|^(?:don vi|phong|phong,? ?ban|co quan|nguoi thuc hien|thuc hien)$/,
  ],
  [
    'deliverable',
    /san pham|ket qua|dau ra|hinh thuc (?:van ban|ban hanh|thuc hien)|minh chung|tai lieu kiem chung/,
  ],
  ['area', /^(?:linh vuc|nhom nhiem vu|nhom cong viec|nhiem vu (?:chung|lon)|noi dung chung)/],
  [
    'title',
    /noi dung|nhiem vu|cong viec|hoat dong|dau viec|giai phap|^ten |^viec|ten (?:van ban|de an|chuong trinh)/,
  ],
  ['requirement', /yeu cau|tieu chi|tieu chuan|muc tieu|chi tieu|mo ta|cach thuc/],
];

/** The role that the words of a header cell give to its column; null where they say none. */
export function columnRole(header: string): ColumnRole | null {
  const words = fold(header).replace(/[*:]/g, '').trim();
  if (words === '') return null;
  for (const [role, pattern] of ROLES) if (pattern.test(words)) return role;
  return null;
}

/** Longest words of a header cell; what is longer is a task. */
const LONGEST_HEADER = 90;

/** Reads a row as the header of a task table; null where it is none. */
export function readColumns(cells: readonly string[]): Columns | null {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < 3 || cells.some((cell) => cell.length > LONGEST_HEADER)) return null;
  if (/^\d/.test(filled[0] ?? '') || cells.some((cell) => isMeasureColumn(cell))) return null;
  const roles = cells.map(columnRole);
  const index = new Map<ColumnRole, number>();
  const named = new Set<ColumnRole>();
  roles.forEach((role, at) => {
    if (role === null || role === 'other') return;
    // "Nhiệm vụ | Nội dung, hoạt động": the second says what the first takes.
    if (role === 'title' && index.has('title') && !roles.includes('requirement')) {
      if (!index.has('requirement')) index.set('requirement', at);
      return;
    }
    named.add(role);
    if (!index.has(role) || better(role, cells[at] ?? '', cells[index.get(role) ?? 0] ?? ''))
      index.set(role, at);
  });
  const telling = ['lead', 'support', 'due', 'deliverable'].filter((role) => named.has(role as ColumnRole));
  if (telling.length === 0 || named.size < 2) return null;
  const known = roles.filter((role) => role !== null).length;
  if (known * 2 < filled.length) return null;
  if (!index.has('title')) {
    // The column that no word names holds what is to be done: "Ban hành hoặc triển khai".
    const unnamed = roles.findIndex((role, at) => role === null && (cells[at] ?? '') !== '');
    const title = unnamed >= 0 ? unnamed : (index.get('requirement') ?? index.get('deliverable'));
    if (title === undefined) return null;
    index.set('title', title);
    for (const role of ['requirement', 'deliverable'] as const)
      if (index.get(role) === title) index.delete(role);
  }
  return { count: cells.length, index };
}

/**
 * Joins a second row of header cells ("Chủ trì", "Phối hợp") to the first ("Phân công", above both); null where the
 * row is no header, or one of its own.
 */
export function underHeader(above: readonly string[], texts: readonly string[]): string[] | null {
  if (above.length !== texts.length) return null;
  const own = texts.filter((text) => text !== '');
  if (own.length === 0 || own.length === texts.length || texts[0] !== '') return null;
  if (!own.every((text) => text.length <= 40 && (columnRole(text) !== null || SPAN_OF_TIME.test(fold(text)))))
    return null;
  let parent = '';
  return texts.map((text, at) => {
    const upper = above[at] ?? '';
    if (upper !== '') parent = upper;
    if (text === '') return upper;
    return SPAN_OF_TIME.test(fold(text)) ? `${parent} ${text}` : text;
  });
}

/** Halves of a column of time: they need the word above them. */
const SPAN_OF_TIME = /^(?:bat dau|ket thuc|hoan thanh|tu|den)$/;

/** A column of measure units: its table lists targets, not tasks. */
export function isMeasureColumn(header: string): boolean {
  return /^(?:don vi tinh|dvt|d\.?v\.?t)\.?$/.test(fold(header));
}

/** Of two columns of one role, the one that says when it ends, or who leads. */
function better(role: ColumnRole, candidate: string, present: string): boolean {
  const telling = role === 'due' ? /hoan thanh|ket thuc/ : role === 'lead' ? /chu tri/ : null;
  return telling?.test(fold(candidate)) === true && !telling.test(fold(present));
}

/** Parents of the cells below them: of units, and of times. */
const PARENT_OF_UNITS = /phan cong|trach nhiem|don vi|co quan|to chuc/;
const PARENT_OF_TIMES = /thoi gian|thoi han|tien do/;

/** The words that head the tables of plans. */
export const planHeadings: TableHeadings = {
  numbersRows: (heading) => columnRole(heading) === 'no',
  areHeadings: (cells) => readColumns(cells) !== null,
  parentOf(heading) {
    const role = columnRole(heading);
    if (role === 'lead' || role === 'support') return PARENT_OF_UNITS;
    return role === 'due' || /^bat dau$/.test(fold(heading)) ? PARENT_OF_TIMES : null;
  },
};
