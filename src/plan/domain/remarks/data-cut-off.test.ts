import { describe, expect, test } from 'vitest';
import { dataCutOff } from './data-cut-off.ts';
import { remarked } from './plan.fixture.ts';

describe('data-cut-off', () => {
  test('figures to the last day of the window are an error', () => {
    const requirement = 'Số liệu tính đến hết ngày 31/10/2019. Tính tỷ lệ hồ sơ trực tuyến.';
    expect(remarked(dataCutOff, { rows: [{ requirement }] })).toMatchObject([
      { severity: 'error', words: ['Số liệu tính đến hết ngày 31/10/2019', 'Tháng 10/2019'] },
    ]);
  });

  test('a cut-off named by its month ends with the month', () => {
    const requirement = 'Số liệu lấy đến hết tháng 10/2019.';
    expect(remarked(dataCutOff, { rows: [{ requirement }] })).toHaveLength(1);
  });

  test('an earlier cut-off leaves time', () => {
    const requirement = 'Số liệu tính đến hết ngày 15/10/2019, báo cáo theo mẫu.';
    expect(remarked(dataCutOff, { rows: [{ requirement }] })).toEqual([]);
  });
});
