import type { TableHeadings } from '../../../pure/reading/table-cells.ts';
import { fold } from '../../../pure/vietnamese/fold.ts';

/** What a column of a list of procedures holds. */
export type ColumnRole =
  | 'no'
  | 'code'
  | 'name'
  | 'field'
  | 'tier'
  | 'limit'
  | 'place'
  | 'fee'
  | 'basis'
  | 'agency'
  | 'act'
  | 'subjects'
  | 'results'
  | 'online'
  | 'other';

const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['no', /^(?:s\s?\.?\s?tt|t\.?t|so (?:tt|thu tu)|#)\.?$/],
  ['basis', /can cu|co so phap ly|van ban (?:quy pham|qppl|phap luat|quy dinh)|vbqppl/],
  ['code', /^(?:ma(?! (?:linh vuc|nganh))|so ho so)(?![a-z])/],
  ['online', /^(?:muc do|dich vu cong truc tuyen)/],
  ['subjects', /^doi tuong/],
  ['results', /^ket qua/],
  ['act', /^(?:noi dung|hinh thuc|loai) cong bo/],
  ['other', /ghi chu|thanh phan|trang\b/],
  ['limit', /thoi (?:han|gian)|han giai quyet/],
  ['fee', /(?:^|[\s,(])phi(?:[\s,)]|$)/],
  ['place', /dia diem|cach thuc|noi (?:tiep nhan|thuc hien|nop)|hinh thuc/],
  ['agency', /^(?:co quan|don vi)/],
  ['field', /^(?:ten )?linh vuc/],
  ['tier', /^cap (?:thuc hien|giai quyet)/],
  ['name', /thu tuc|tthc|^ten dich vu cong/],
];

/** The role that a heading gives to its column. */
export function columnRole(heading: string): ColumnRole | null {
  const words = fold(heading).replace(/[*:]/g, '').trim();
  if (words === '' || words.length > 120) return null;
  return ROLES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** The columns of a list of procedures; null where the row does not head one. */
export function readColumns(cells: readonly string[]): (ColumnRole | null)[] | null {
  const roles = cells.map(columnRole);
  if (roles.includes('name') === false || cells.some((cell) => /^\d/.test(cell))) return null;
  const named = new Set(roles.filter((role) => role !== null));
  return named.size >= 2 && (named.has('no') || named.has('code')) ? roles : null;
}

/** "Trực tiếp | Trực tuyến | BCCI" under "Cách thức thực hiện". */
const CHANNEL_HEADING = /^(?:truc tiep|truc tuyen|toan trinh|mot phan|qua )|buu chinh|bcci/;
const PARENT_OF_CHANNELS = /cach thuc|hinh thuc|dia diem/;

/** The words that head lists of procedures. */
export const procedureHeadings: TableHeadings = {
  numbersRows: (heading) => columnRole(heading) === 'no',
  areHeadings: (cells) => readColumns(cells) !== null,
  parentOf: (heading) => (CHANNEL_HEADING.test(fold(heading)) ? PARENT_OF_CHANNELS : null),
  longestCell: 400,
};
