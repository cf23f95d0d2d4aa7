import { describe, expect, test } from 'vitest';
import { deadlineInThePast } from './deadline-in-the-past.ts';
import { remarked } from './plan.fixture.ts';

describe('deadline-in-the-past', () => {
  test('a limit before the plan’s day is an error, with the period that it was written for', () => {
    const requirement =
      'Đơn vị báo cáo kết quả thực hiện năm 2017 theo mẫu và thời hạn gửi Sở Tài chính là ngày 28/02/2018 theo yêu cầu';
    expect(remarked(deadlineInThePast, { rows: [{ requirement }] })).toMatchObject([
      {
        severity: 'error',
        words: ['thời hạn gửi Sở Tài chính là ngày 28/02/2018', 'Đơn vị báo cáo kết quả thực hiện năm 2017'],
      },
    ]);
  });

  test('both mentions of one limit make one remark, in long form too', () => {
    const requirement =
      'Ban hành chậm nhất là ngày 31 tháng 01 năm 2017. Ban hành sau thời điểm 31/01/2017 thì không tính điểm.';
    const [remark, ...more] = remarked(deadlineInThePast, { rows: [{ no: '38', requirement }] });
    expect(remark?.words).toEqual([
      'Ban hành chậm nhất là ngày 31 tháng 01 năm 2017',
      'Ban hành sau thời điểm 31/01/2017',
    ]);
    expect(remark?.message).toContain('Nhiệm vụ 38');
    expect(more).toEqual([]);
  });

  test('dates of citations, of figures, of effect, and limits to come are none', () => {
    const requirement =
      'Hoàn thành theo Quyết định số 41/2016/QĐ-UBND ngày 19/9/2016; số liệu tính đến hết ngày 31/12/2018; ' +
      'các quy định có hiệu lực từ ngày 01/7/2018; gửi trước ngày 10/11/2019.';
    expect(remarked(deadlineInThePast, { rows: [{ requirement }] })).toEqual([]);
  });
});
