/** Accounts that one click signs in, one for each role, in the order in which the sign-in page offers them. */
export const DEMO_ACCOUNTS: readonly (readonly [login: string, title: string])[] = [
  ['chuyenvien.vp', 'Chuyên viên Văn phòng'],
  ['chanhvanphong', 'Chánh Văn phòng'],
  ['giamdoc', 'Giám đốc'],
  ['phogiamdoc.cchc', 'Phó Giám đốc'],
  ['truongphong.tccb', 'Trưởng phòng Tổ chức cán bộ'],
  ['photruongphong.tccb', 'Phó trưởng phòng Tổ chức cán bộ'],
  ['chuyenvien1.tccb', 'Chuyên viên Tổ chức cán bộ'],
  ['thanhtravien1', 'Thanh tra viên'],
  ['vanthu', 'Văn thư'],
  ['motcua1', 'Cán bộ Một cửa'],
  ['daumoi.thpt1', 'Cán bộ đầu mối CCHC, Trường THPT số 1'],
  ['canbo.thpt17', 'Cán bộ Trường THPT số 17'],
  ['canbo.pgd.badinh', 'Cán bộ phòng GD&ĐT quận Ba Đình'],
  ['quantri', 'Quản trị hệ thống'],
];
