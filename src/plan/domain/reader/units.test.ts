import { describe, expect, it } from 'vitest';
import { splitSides, splitUnits } from './units.ts';

describe('the units of a cell', () => {
  it.each([
    ['Sở Nội vụ; UBND các xã, phường', ['Sở Nội vụ', 'UBND các xã, phường']],
    ['Sở Nội vụ, Sở Tài chính và Sở Tư pháp', ['Sở Nội vụ', 'Sở Tài chính', 'Sở Tư pháp']],
    ['Sở Văn hóa, Thể thao và Du lịch', ['Sở Văn hóa, Thể thao và Du lịch']],
    ['Các sở, ban, ngành tỉnh', ['Các sở, ban, ngành tỉnh']],
    ['Sở, ban, ngành có liên quan', ['Sở, ban, ngành có liên quan']],
    ['Văn phòng Sở, các phòng chuyên môn thuộc Sở', ['Văn phòng Sở', 'các phòng chuyên môn thuộc Sở']],
    [
      'Vụ GDTX, Cục CNTT và các đơn vị cung cấp dịch vụ',
      ['Vụ GDTX', 'Cục CNTT', 'các đơn vị cung cấp dịch vụ'],
    ],
    ['TCCB, KHTC', ['TCCB', 'KHTC']],
    ['Văn phòng (CNTT)', ['Văn phòng (CNTT)']],
    ['Trung tâm Dịch vụ (Sở Nội vụ, Sở Y tế)', ['Trung tâm Dịch vụ (Sở Nội vụ, Sở Y tế)']],
    ['- Phòng Kho; - Phòng Đọc.', ['Phòng Kho', 'Phòng Đọc']],
    ['Phòng Kế hoạch - Tài chính', ['Phòng Kế hoạch - Tài chính']],
    ['', []],
  ])('%s', (cell, units) => {
    expect(splitUnits(cell)).toEqual(units);
  });

  it('are parted by the cell’s own lines only where each line begins a name', () => {
    expect(splitUnits('Sở A Sở B', ['Sở A', 'Sở B'])).toEqual(['Sở A', 'Sở B']);
    expect(splitUnits('Ban Quản lý khu công nghệ', ['Ban Quản lý', 'khu công nghệ'])).toEqual([
      'Ban Quản lý khu công nghệ',
    ]);
  });

  it('may be of both sides', () => {
    expect(splitSides('Chủ trì: Sở A; phối hợp: Sở B, Sở C')).toEqual({
      lead: 'Sở A;',
      support: 'Sở B, Sở C',
    });
    expect(splitSides('Sở A')).toEqual({ lead: 'Sở A', support: '' });
  });
});
