import { describe, expect, test } from 'vitest';
import { missingCells } from './missing-cells.ts';
import { remarked } from './plan.fixture.ts';

describe('missing-cells', () => {
  test('tasks without unit, requirement or product are named together', () => {
    const whole = { requirement: 'Đủ số lượng' };
    const rows = [
      { no: '1', ...whole },
      { no: '2', ...whole, leadUnits: [] },
      { no: '3', title: 'Báo cáo năm' },
      { no: '4', ...whole, title: 'Tổ chức đối thoại với doanh nghiệp' },
    ];
    const found = remarked(missingCells, { rows });
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', 'Nhiệm vụ 2: không có đơn vị thực hiện.'],
      ['info', 'Nhiệm vụ 3: không có yêu cầu.'],
      ['info', 'Nhiệm vụ 4: không nêu sản phẩm phải có (văn bản, báo cáo, sự kiện).'],
    ]);
    expect(found[1]?.words).toEqual(['Báo cáo năm']);
  });

  test('a table without such a column asks for none', () => {
    expect(remarked(missingCells, { rows: [{}, {}] })).toEqual([]);
  });
});
