import { describe, expect, test } from 'vitest';
import { due, QUARTER_ONE, remarked } from './plan.fixture.ts';
import { requirementAgainstDue } from './requirement-against-due.ts';

describe('requirement-against-due', () => {
  test('a stricter month in the requirement', () => {
    const requirement =
      'Ban hành trong tháng 1 của năm Kế hoạch là kịp thời, ban hành sau tháng 01 là không kịp thời.';
    expect(remarked(requirementAgainstDue, { rows: [{ requirement, due: [QUARTER_ONE] }] })).toMatchObject([
      { severity: 'error', words: [requirement, 'Quý I/2019'] },
    ]);
  });

  test('a day of an earlier year is read in the plan’s year', () => {
    const requirement =
      'Thời điểm ban hành chậm nhất là ngày 31/01/2017. Ban hành sau đó thì không tính điểm.';
    expect(remarked(requirementAgainstDue, { rows: [{ requirement, due: [QUARTER_ONE] }] })).toMatchObject([
      { severity: 'error', words: ['Thời điểm ban hành chậm nhất là ngày 31/01/2017.', 'Quý I/2019'] },
    ]);
  });

  test('a day of every period beside the days of the cell', () => {
    const requirement = 'Báo cáo quý gửi trước ngày mùng 5 của tháng cuối kỳ báo cáo.';
    const windows = [
      due('5/4: BC quý I', 'date', '2019-04-05', '2019-04-05', { label: 'BC quý I' }),
      due('5/7 BC quý II', 'date', '2019-07-05', '2019-07-05', { label: 'BC quý II' }),
    ];
    expect(remarked(requirementAgainstDue, { rows: [{ requirement, due: windows }] })).toMatchObject([
      { severity: 'error', words: [expect.stringContaining('mùng 5'), '5/4: BC quý I 5/7 BC quý II'] },
    ]);
    const agreeing = [due('Trước 5/3: BC quý I', 'before_date', null, '2019-03-04', { label: 'BC quý I' })];
    expect(remarked(requirementAgainstDue, { rows: [{ requirement, due: agreeing }] })).toEqual([]);
  });

  test('a later day is only doubtful: it may belong to the next step', () => {
    const requirement = 'Văn bản để thực hiện, hoàn thành trước ngày 15/12/2019.';
    expect(remarked(requirementAgainstDue, { rows: [{ requirement, due: [QUARTER_ONE] }] })).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  test('the same day, an input of others, and another year’s work outside the window say nothing', () => {
    const rows = [
      { requirement: 'Hoàn thành chậm nhất ngày 31/10/2019.' },
      { requirement: 'Các đơn vị gửi số liệu trước ngày 15/10/2019 để tổng hợp.' },
      { requirement: 'Thời hạn nộp dự toán trước ngày 20/7/2018.', due: [QUARTER_ONE] },
      { requirement: 'Theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018.', due: [QUARTER_ONE] },
    ];
    expect(remarked(requirementAgainstDue, { rows })).toEqual([]);
  });
});
