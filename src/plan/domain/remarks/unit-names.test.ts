import { expect, test } from 'vitest';
import { meansUnit, namesManyUnits } from './unit-names.ts';

test.each([
  ['KHTC', 'Phòng Kế hoạch - Tài chính'],
  ['TCCB', 'Phòng Tổ chức cán bộ'],
  ['GDTX', 'Phòng Giáo dục thường xuyên-chuyên nghiệp'],
  ['Thanh tra', 'Thanh tra Sở'],
  ['Sở KH&CN', 'Sở Khoa học và Công nghệ'],
  ['Vụ GDTrH', 'Vụ Giáo dục Trung học'],
  ['Văn phòng', 'Văn phòng Sở'],
])('%s means %s', (short, name) => {
  expect(meansUnit(short, name)).toBe(true);
});

test.each([
  ['Văn phòng (CNTT)', 'Văn phòng Sở'],
  ['GDMN', 'Phòng Giáo dục phổ thông'],
  ['Sở Nội vụ', 'Sở Tài chính'],
])('%s does not mean %s', (short, name) => {
  expect(meansUnit(short, name)).toBe(false);
});

test('headings that speak to many', () => {
  expect(namesManyUnits('Các đơn vị trực thuộc')).toBe(true);
  expect(namesManyUnits('Thủ trưởng các sở, ban, ngành')).toBe(true);
  expect(namesManyUnits('Ủy ban nhân dân xã, phường')).toBe(true);
  expect(namesManyUnits('Sở Sách, Sở Báo')).toBe(true);
  expect(namesManyUnits('Sở Văn hóa, Thể thao và Du lịch')).toBe(false);
  expect(namesManyUnits('Phòng Tổ chức cán bộ')).toBe(false);
});
