import { describe, expect, it } from 'vitest';
import { beforeVerb, splitSides, splitUnits } from './units.ts';

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
    ['Văn phòng HĐND và UBND huyện, Phòng Kho', ['Văn phòng HĐND và UBND huyện', 'Phòng Kho']],
    ['Các Vụ, Cục, Viện thuộc Bộ; Thanh tra Bộ', ['Các Vụ, Cục, Viện thuộc Bộ', 'Thanh tra Bộ']],
    ['Các Vụ, Văn phòng Bộ', ['Các Vụ', 'Văn phòng Bộ']],
    ['Sở Sách Sở Báo; UBND các xã, phường', ['Sở Sách', 'Sở Báo', 'UBND các xã, phường']],
    ['Phòng Kho Phòng Đọc', ['Phòng Kho', 'Phòng Đọc']],
    ['Văn phòng Sở Các phòng thuộc Sở', ['Văn phòng Sở', 'Các phòng thuộc Sở']],
    ['Phòng Kho Sở Sách', ['Phòng Kho Sở Sách']],
    ['Sở Sách Hải Phòng', ['Sở Sách Hải Phòng']],
    ['Vụ KHTC Các Sở Sách', ['Vụ KHTC', 'Các Sở Sách']],
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

  it.each([
    ['Sở Nội vụ chịu trách nhiệm về việc báo cáo', 'Sở Nội vụ'],
    ['Văn phòng tổng hợp, báo cáo', 'Văn phòng'],
    ['Ban quản lý dự án chủ trì', 'Ban quản lý dự án'],
    ['Trung tâm hỗ trợ bạn đọc tổ chức lớp', 'Trung tâm hỗ trợ bạn đọc'],
    ['Các cơ quan, đơn vị xây dựng Kế hoạch', 'Các cơ quan, đơn vị'],
    ['Các đơn vị được giao chủ trì có trách nhiệm', 'Các đơn vị được giao chủ trì'],
    ['Các nhà sách, tổ chức, cá nhân có liên quan thực hiện', 'Các nhà sách, tổ chức, cá nhân có liên quan'],
    ['Phòng Tổng hợp: theo dõi', 'Phòng Tổng hợp'],
    ['Phòng Tổng hợp', null],
  ])('stand before the verb of "%s"', (sentence, unit) => {
    expect(beforeVerb(sentence)).toBe(unit);
  });

  it('may be of both sides', () => {
    expect(splitSides('Chủ trì: Sở A; phối hợp: Sở B, Sở C')).toEqual({
      lead: 'Sở A;',
      support: 'Sở B, Sở C',
    });
    expect(splitSides('Sở A')).toEqual({ lead: 'Sở A', support: '' });
    expect(splitSides('Sở A chủ trì, phối hợp với Sở B')).toEqual({ lead: 'Sở A', support: 'Sở B' });
    expect(splitSides('Sở A chủ trì, các phòng phối hợp.')).toEqual({ lead: 'Sở A', support: 'các phòng' });
  });
});
