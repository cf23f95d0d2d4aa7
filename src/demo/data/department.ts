import type { Role } from '../../platform/policy/policy.ts';

/** The department itself. */
export const DEPARTMENT = {
  code: 'SGDDT',
  name: 'Sở Giáo dục và Đào tạo Hà Nội',
  shortName: 'Sở GD&ĐT Hà Nội',
  symbol: 'SGDĐT',
  place: 'Hà Nội',
  superior: 'UBND thành phố Hà Nội',
} as const;

/** Units of the department: those of IV.3 of Plan 375 in its order, its leaders, its one-stop desk. */
export const UNITS = [
  { code: 'LD', name: 'Lãnh đạo Sở', kind: 'leaders', short: 'ld' },
  { code: 'TCCB', name: 'Phòng Tổ chức cán bộ', kind: 'division', short: 'tccb' },
  { code: 'KHTC', name: 'Phòng Kế hoạch - Tài chính', kind: 'division', short: 'khtc' },
  {
    code: 'QLT',
    name: 'Phòng Quản lý thi và kiểm định chất lượng giáo dục',
    kind: 'division',
    short: 'qlt',
  },
  { code: 'TTr', name: 'Thanh tra Sở', kind: 'division', short: 'ttr' },
  { code: 'GDMN', name: 'Phòng Giáo dục mầm non', kind: 'division', short: 'gdmn' },
  { code: 'GDPT', name: 'Phòng Giáo dục phổ thông', kind: 'division', short: 'gdpt' },
  {
    code: 'GDTX',
    name: 'Phòng Giáo dục thường xuyên - chuyên nghiệp',
    kind: 'division',
    short: 'gdtx',
  },
  { code: 'CTTT', name: 'Phòng Công tác chính trị - tư tưởng', kind: 'division', short: 'cttt' },
  { code: 'VP', name: 'Văn phòng Sở', kind: 'office', short: 'vp' },
  { code: 'MC', name: 'Bộ phận Một cửa', kind: 'desk', short: 'mc' },
] as const;
export type UnitCode = (typeof UNITS)[number]['code'];

/** Names that Plan 375 writes for units beside their names and codes. */
export const WRITTEN_NAMES: readonly (readonly [written: string, unit: UnitCode])[] = [
  ['Thanh tra', 'TTr'],
  ['Văn phòng', 'VP'],
  ['Văn phòng (CNTT)', 'VP'],
  ['Phòng Giáo dục thường xuyên-chuyên nghiệp', 'GDTX'],
];

/** Somebody of the department; people bear the names of their posts, never those of persons. */
export interface Holder {
  login: string;
  name: string;
  role: Exclude<Role, 'visitor'>;
  unit: UnitCode | null;
}

const DIVISION_STAFF: readonly Holder[] = UNITS.filter(
  (unit) => unit.kind === 'division' && unit.code !== 'TTr',
).flatMap(({ code, name, short }): Holder[] => {
  const division = name.replace(/^Phòng /, 'phòng ');
  return [
    { login: `truongphong.${short}`, name: `Trưởng ${division}`, role: 'head', unit: code },
    { login: `photruongphong.${short}`, name: `Phó trưởng ${division}`, role: 'deputy_head', unit: code },
    { login: `chuyenvien1.${short}`, name: `Chuyên viên thứ nhất ${name}`, role: 'officer', unit: code },
    { login: `chuyenvien2.${short}`, name: `Chuyên viên thứ hai ${name}`, role: 'officer', unit: code },
  ];
});

/** Everybody who works in the department. */
export const STAFF: readonly Holder[] = [
  { login: 'quantri', name: 'Quản trị hệ thống', role: 'administrator', unit: null },
  { login: 'giamdoc', name: 'Giám đốc Sở', role: 'director', unit: 'LD' },
  {
    login: 'phogiamdoc.cchc',
    name: 'Phó Giám đốc phụ trách cải cách hành chính',
    role: 'deputy_director',
    unit: 'LD',
  },
  {
    login: 'phogiamdoc.chuyenmon',
    name: 'Phó Giám đốc phụ trách chuyên môn',
    role: 'deputy_director',
    unit: 'LD',
  },
  ...DIVISION_STAFF,
  { login: 'chanhthanhtra', name: 'Chánh Thanh tra Sở', role: 'head', unit: 'TTr' },
  { login: 'phochanhthanhtra', name: 'Phó Chánh Thanh tra Sở', role: 'deputy_head', unit: 'TTr' },
  { login: 'thanhtravien1', name: 'Thanh tra viên thứ nhất', role: 'inspector', unit: 'TTr' },
  { login: 'thanhtravien2', name: 'Thanh tra viên thứ hai', role: 'inspector', unit: 'TTr' },
  { login: 'chanhvanphong', name: 'Chánh Văn phòng Sở', role: 'head', unit: 'VP' },
  { login: 'phochanhvanphong', name: 'Phó Chánh Văn phòng Sở', role: 'deputy_head', unit: 'VP' },
  { login: 'chuyenvien.vp', name: 'Chuyên viên Văn phòng', role: 'office_clerk', unit: 'VP' },
  {
    login: 'kiemsoat.vp',
    name: 'Chuyên viên Văn phòng, kiểm soát thủ tục hành chính',
    role: 'officer',
    unit: 'VP',
  },
  { login: 'cntt.vp', name: 'Chuyên viên Văn phòng, công nghệ thông tin', role: 'officer', unit: 'VP' },
  { login: 'vanthu', name: 'Văn thư Sở', role: 'records_clerk', unit: 'VP' },
  { login: 'motcua1', name: 'Cán bộ Một cửa thứ nhất', role: 'one_stop_officer', unit: 'MC' },
  { login: 'motcua2', name: 'Cán bộ Một cửa thứ hai', role: 'one_stop_officer', unit: 'MC' },
];
