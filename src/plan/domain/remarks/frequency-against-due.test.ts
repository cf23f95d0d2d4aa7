import { describe, expect, test } from 'vitest';
import { frequencyAgainstDue } from './frequency-against-due.ts';
import { due, remarked } from './plan.fixture.ts';

describe('frequency-against-due', () => {
  const text = '- Định kỳ 06 tháng/01 lần tổ chức đối thoại với doanh nghiệp;';
  const round = (raw: string, end: string) => due(raw, 'quarter', null, end);

  test('rounds in neighbouring quarters', () => {
    const rows = [
      {
        title: 'Đối thoại với tổ chức',
        due: [round('Quý II/2019', '2019-06-30'), round('Quý III/2019', '2019-09-30')],
      },
    ];
    expect(remarked(frequencyAgainstDue, { text, rows })).toMatchObject([
      { severity: 'info', words: ['Định kỳ 06 tháng/01 lần', 'Quý II/2019 Quý III/2019'] },
    ]);
  });

  test('rounds half a year apart, or of other work', () => {
    const rows = [
      {
        title: 'Đối thoại với tổ chức',
        due: [round('Quý II/2019', '2019-06-30'), round('Quý IV/2019', '2019-12-31')],
      },
      {
        title: 'Rà soát văn bản',
        due: [round('Quý II/2019', '2019-06-30'), round('Quý III/2019', '2019-09-30')],
      },
    ];
    expect(remarked(frequencyAgainstDue, { text, rows })).toEqual([]);
  });
});
