import { expect, test } from 'vitest';
import { suggestUnit } from './suggest-unit.ts';

const units = [
  { id: '1', code: 'VP', name: 'Văn phòng Sở' },
  { id: '2', code: 'KHTC', name: 'Phòng Kế hoạch - Tài chính' },
  { id: '3', code: 'GDMN', name: 'Phòng Giáo dục mầm non' },
  { id: '4', code: 'GDPT', name: 'Phòng Giáo dục phổ thông' },
  { id: '5', code: 'TTr', name: 'Thanh tra Sở' },
];

test.each([
  ['Phòng KHTC', 'KHTC'],
  ['Phòng Mầm non', 'GDMN'],
  ['P. Tài chính', undefined],
  ['phòng tài chính', 'KHTC'],
  ['Thanh tra', 'TTr'],
  ['VP', 'VP'],
  ['Phòng Giáo dục', undefined],
  ['Các phòng', undefined],
  ['Phòng', undefined],
  ['Sở Nội vụ', undefined],
])('%s may mean %s', (written, code) => {
  expect(suggestUnit(written, units)?.code).toBe(code);
});
