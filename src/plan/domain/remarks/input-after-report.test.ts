import { describe, expect, test } from 'vitest';
import { inputAfterReport } from './input-after-report.ts';
import { due, remarked } from './plan.fixture.ts';

describe('input-after-report', () => {
  const rows = [
    {
      no: '66',
      title: 'Báo cáo cải cách hành chính quý I và cả năm',
      due: [
        due('5/4: BC quý I', 'date', '2019-04-05', '2019-04-05', { label: 'BC quý I' }),
        due('Trước 10/11 BC năm', 'before_date', null, '2019-11-09', { label: 'BC năm' }),
      ],
    },
  ];
  const input = { from: 'Các phòng', to: 'Văn phòng Sở' };

  test('an input after the report that it feeds is an error', () => {
    const found = remarked(inputAfterReport, {
      text: 'Các phòng báo cáo Văn phòng Sở quý I trước ngày 05/3; cả năm trước ngày 05/12.',
      rows,
      reporting: [
        { ...input, period: 'Quý I', boundary: '2019-03-05', raw: 'quý I trước ngày 05/3' },
        { ...input, period: 'Năm', boundary: '2019-12-05', raw: 'cả năm trước ngày 05/12' },
      ],
    });
    expect(found).toMatchObject([
      { severity: 'error', words: ['cả năm trước ngày 05/12', 'Trước 10/11 BC năm'] },
    ]);
    expect(found[0]?.message).toContain('nhiệm vụ 66');
  });

  test('a report of another unit is no receiver', () => {
    const found = remarked(inputAfterReport, {
      text: 'Các trường báo cáo Phòng Tổ chức cán bộ cả năm trước ngày 05/12.',
      rows,
      reporting: [
        {
          from: 'Các trường',
          to: 'Phòng Tổ chức cán bộ',
          period: 'Năm',
          boundary: '2019-12-05',
          raw: 'cả năm trước ngày 05/12',
        },
      ],
    });
    expect(found).toEqual([]);
  });
});
