import { describe, expect, test } from 'vitest';
import { overlappingReports } from './overlapping-reports.ts';
import { due, remarked } from './plan.fixture.ts';

describe('overlapping-reports', () => {
  const yearly = {
    no: '66',
    title: 'Báo cáo CCHC quý I và cả năm 2019',
    due: [due('Trước 10/11 BC năm', 'before_date', null, '2019-11-09', { label: 'BC năm' })],
  };
  const november = due('Tháng 11/2019', 'month', '2019-11-01', '2019-11-30');

  test('the report on the plan after the yearly report', () => {
    const rows = [{ no: '65', title: 'Báo cáo mức độ hoàn thành kế hoạch CCHC', due: [november] }, yearly];
    expect(remarked(overlappingReports, { rows })).toMatchObject([
      { severity: 'info', words: [rows[0]?.title, 'Tháng 11/2019', 'Trước 10/11 BC năm'] },
    ]);
  });

  test('another subject, or an earlier report, is left alone', () => {
    const rows = [
      { title: 'Báo cáo mức độ hoàn thành kế hoạch CNTT', due: [november] },
      { title: 'Báo cáo mức độ hoàn thành kế hoạch CCHC' },
      yearly,
    ];
    expect(remarked(overlappingReports, { rows })).toEqual([]);
  });
});
