import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlan } from './reader/index.ts';
import { milestonesOf, RHYTHMS, type Rhythm, suggestRhythm } from './rhythm.ts';

test.each<[string, Rhythm]>([
  ['Xây dựng kế hoạch CCHC và gửi về Sở để tổng hợp trước ngày 10/02/2019', 'once'],
  ['Hàng năm, tổ chức lấy ý kiến người dân', 'yearly'],
  ['Rà soát các thủ tục hành chính hàng năm', 'yearly'],
  ['Định kỳ 06 tháng/01 lần tổ chức đối thoại với doanh nghiệp', 'half_yearly'],
  ['Tổ chức đối thoại 02 lần/năm', 'half_yearly'],
  ['Tổng hợp, báo cáo hằng quý'.replace('hằng', 'hàng'), 'each_period'],
  ['Thường xuyên rà soát, cập nhật', 'continuous'],
  ['Là thành viên Ban chỉ đạo CCHC, thực hiện tốt các nhiệm vụ về CCHC', 'continuous'],
  ['Kiểm tra 30% các đơn vị trực thuộc trong năm 2019', 'yearly'],
  ['Thực hiện các nhiệm vụ, công việc được giao theo phụ lục kèm theo', 'by_tasks'],
  ['Chủ trì xây dựng Quy chế làm việc của cơ quan', 'once'],
  ['Xây dựng và trình Giám đốc ký ban hành kế hoạch CCHC 2019', 'once'],
  ['Phối hợp với các phòng kiểm tra công tác CCHC tại cơ sở', 'continuous'],
  ['Thực hiện Công văn số 772/SGD&ĐT-VP ngày 23/3/2017 về Quy tắc ứng xử', 'continuous'],
])('%s: %s', (text, rhythm) => {
  expect(suggestRhythm(text, 2019).rhythm).toBe(rhythm);
  expect(suggestRhythm(text.normalize('NFD'), 2019).rhythm).toBe(rhythm);
});

test('the printed day of a duty is its last day, the day before where it says before', () => {
  const { window } = suggestRhythm('Gửi kế hoạch về Sở trước ngày 10/02/2019', 2019);
  expect(window).toMatchObject({ end: '2019-02-09', boundary: '2019-02-10', kind: 'before_date' });
});

test('no division of Plan 375 is without work: each has a duty that is followed', () => {
  const plan = readPlan(readFileSync(new URL('../../../examples/plan-375.txt', import.meta.url), 'utf8'));
  const divisions = new Set(plan.duties.map(({ unit }) => unit));
  const followed = new Set(
    plan.duties
      .filter(({ text }) => !['by_tasks', 'not_followed'].includes(suggestRhythm(text, 2019).rhythm))
      .map(({ unit }) => unit),
  );
  expect(followed).toEqual(divisions);
});

const PERIODS = [
  { period: 'Quý I', boundary: '2019-03-05', raw: 'Quý I trước ngày 05/3' },
  { period: 'Năm', boundary: null, raw: 'cuối năm' },
  { period: 'Quý II', boundary: '2019-06-05', raw: 'quý II trước ngày 05/6' },
];

test.each<[Rhythm, (string | null)[]]>([
  ['once', [null]],
  ['each_period', ['2019-03-04', '2019-06-04']],
  ['continuous', ['2019-03-04', '2019-06-04']],
  ['half_yearly', ['2019-06-30', '2019-12-31']],
  ['yearly', ['2019-12-31']],
])('%s makes milestones that end on %j', (rhythm, ends) => {
  expect(milestonesOf({ rhythm, window: null }, PERIODS, 2019).map(({ end }) => end)).toEqual(ends);
});

test('whatever the rhythm and the plan, there is something to show, numbered from 1', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...RHYTHMS),
      fc.option(fc.integer({ min: 2000, max: 2100 })),
      fc.subarray(PERIODS),
      (rhythm, planYear, periods) => {
        const milestones = milestonesOf({ rhythm, window: null }, periods, planYear);
        expect(milestones.length).toBeGreaterThan(0);
        expect(milestones.map(({ no }) => no)).toEqual(milestones.map((_, index) => index + 1));
      },
    ),
  );
});
