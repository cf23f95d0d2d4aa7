import { describe, expect, test } from 'vitest';
import { inputOnReportDay } from './input-on-report-day.ts';
import { due, remarked } from './plan.fixture.ts';

describe('input-on-report-day', () => {
  test('an input on the day of the report is doubtful', () => {
    const found = remarked(inputOnReportDay, {
      text: 'Các phòng báo cáo Văn phòng Sở quý I trước ngày 05/3; quý II trước ngày 05/6.',
      rows: [
        {
          no: '7',
          due: [
            due('Trước 5/3: quý I', 'before_date', null, '2019-03-04', { label: 'quý I' }),
            due('Trước 20/6: quý II', 'before_date', null, '2019-06-19', { label: 'quý II' }),
          ],
        },
      ],
      reporting: [
        {
          from: null,
          to: 'Văn phòng Sở',
          period: 'Quý I',
          boundary: '2019-03-05',
          raw: 'quý I trước ngày 05/3',
        },
        {
          from: null,
          to: 'Văn phòng Sở',
          period: 'Quý II',
          boundary: '2019-06-05',
          raw: 'quý II trước ngày 05/6',
        },
      ],
    });
    expect(found).toMatchObject([
      { severity: 'warning', words: ['quý I trước ngày 05/3', 'Trước 5/3: quý I'] },
    ]);
  });
});
