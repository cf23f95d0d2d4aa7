import { describe, expect, test } from 'vitest';
import { due, remarked } from './plan.fixture.ts';
import { yearlyResultEarly } from './yearly-result-early.ts';

describe('yearly-result-early', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(yearlyResultEarly, { rows: [{ title: 'Báo cáo mức độ hoàn thành kế hoạch năm 2019' }] }),
    ).toMatchObject([{ severity: 'info', words: ['Tháng 10/2019'] }]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(yearlyResultEarly, {
        rows: [
          {
            title: 'Báo cáo kết quả năm 2019',
            due: [due('Tháng 12/2019', 'month', '2019-12-01', '2019-12-31')],
          },
          { title: 'Báo cáo chuyên đề' },
          { title: 'Quyết định năm 2019' },
        ],
      }),
    ).toEqual([]);
  });
});
