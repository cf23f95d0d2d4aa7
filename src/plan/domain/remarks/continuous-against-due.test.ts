import { describe, expect, test } from 'vitest';
import { continuousAgainstDue } from './continuous-against-due.ts';
import { due, QUARTER_ONE, remarked } from './plan.fixture.ts';

describe('continuous-against-due', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(continuousAgainstDue, {
        rows: [
          {
            requirement: 'Đủ số lượng; triển khai ngay sau khi văn bản có hiệu lực, báo cáo.',
            due: [QUARTER_ONE],
          },
        ],
      }),
    ).toMatchObject([
      { severity: 'info', words: ['triển khai ngay sau khi văn bản có hiệu lực', 'Quý I/2019'] },
    ]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(continuousAgainstDue, {
        rows: [
          {
            requirement: 'Cập nhật thường xuyên',
            due: [due('Cả năm 2019', 'year', '2019-01-01', '2019-12-31')],
          },
          { due: [QUARTER_ONE] },
        ],
      }),
    ).toEqual([]);
  });
});
