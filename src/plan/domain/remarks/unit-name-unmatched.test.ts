import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { unitNameUnmatched } from './unit-name-unmatched.ts';

describe('unit-name-unmatched', () => {
  const duties = [
    { unit: 'Phòng Kế hoạch - Tài chính', text: 'Lập dự toán', span: [0, 1] as const },
    { unit: 'Văn phòng Sở', text: 'Đôn đốc', span: [0, 1] as const },
  ];

  test('short names are explained, unknown ones named', () => {
    const rows = [{ leadUnits: ['KHTC'] }, { leadUnits: ['Tổ công nghệ'] }, { leadUnits: ['Văn phòng Sở'] }];
    const found = remarked(unitNameUnmatched, { rows, duties });
    expect(found).toMatchObject([{ severity: 'warning', words: ['KHTC', 'Tổ công nghệ'] }]);
    expect(found[0]?.message).toContain('KHTC (Phòng Kế hoạch - Tài chính)');
    expect(found[0]?.message).toContain('không có ở phần phân công nhiệm vụ: Tổ công nghệ');
  });

  test('where all units of a kind have duties together, none is missing there', () => {
    const rows = [{ leadUnits: ['Tổ công nghệ'] }];
    const everyone = { unit: 'Thủ trưởng các đơn vị', text: 'Thực hiện', span: [0, 1] as const };
    expect(remarked(unitNameUnmatched, { rows, duties: [...duties, everyone] })).toEqual([]);
  });

  test('the headings’ own names, names of many units, and a plan without headings are left alone', () => {
    const rows = [{ leadUnits: ['Văn phòng Sở'] }, { leadUnits: ['Các đơn vị trực thuộc'] }];
    expect(remarked(unitNameUnmatched, { rows, duties })).toEqual([]);
    expect(remarked(unitNameUnmatched, { rows: [{ leadUnits: ['KHTC'] }] })).toEqual([]);
  });
});
