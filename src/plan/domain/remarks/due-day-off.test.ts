import { describe, expect, test } from 'vitest';
import { dueDayOff } from './due-day-off.ts';
import { due, QUARTER_ONE, remarked } from './plan.fixture.ts';

describe('due-day-off', () => {
  test('a weekend day is worth knowing', () => {
    const saturday = due('5/10', 'date', '2019-10-05', '2019-10-05');
    const [remark] = remarked(dueDayOff, { rows: [{ no: '66', due: [saturday] }] });
    expect(remark).toMatchObject({ severity: 'info', words: ['5/10'] });
    expect(remark?.message).toContain('Thứ Bảy');
  });

  test('a day in the Tết leave is a warning, in a report and in running text', () => {
    const raw = 'trước ngày 10/02/2019';
    const text = `Các trường gửi kế hoạch ${raw}.`;
    const report = { period: 'Năm', from: null, to: null, boundary: '2019-02-10', raw };
    for (const reporting of [[report], []]) {
      const [remark, ...more] = remarked(dueDayOff, { text, reporting });
      expect(remark).toMatchObject({ severity: 'warning', words: [expect.stringContaining(raw)] });
      expect(remark?.message).toContain('Tết');
      expect(more).toEqual([]);
    }
  });

  test('months and quarters that end on a day off are drawn together', () => {
    const found = remarked(dueDayOff, { rows: [{ due: [QUARTER_ONE] }, { due: [QUARTER_ONE] }, {}] });
    expect(found).toMatchObject([{ severity: 'info', words: ['Quý I/2019', 'Quý I/2019'] }]);
  });

  test('a working day is left alone', () => {
    const friday = due('4/10/2019', 'date', '2019-10-04', '2019-10-04');
    expect(remarked(dueDayOff, { rows: [{ due: [friday] }] })).toEqual([]);
  });
});
