import type { UnitCode } from './department.ts';

/** What divisions say of the draft while it circulates. */
export const COMMENTS: readonly { who: string; at: string; task: string | null; text: string }[] = [
  {
    who: 'truongphong.tccb',
    at: '2019-01-22T14:10',
    task: '16',
    text: 'Yêu cầu ghi ban hành trong tháng 1 nhưng cột thời gian là Quý I. Kế hoạch đào tạo còn chờ chỉ tiêu của Sở Nội vụ, khó xong trong tháng 1.',
  },
  {
    who: 'truongphong.khtc',
    at: '2019-01-23T09:25',
    task: '5',
    text: 'Thời hạn gửi dự toán trong yêu cầu là của năm 2018. Đề nghị bỏ hoặc ghi theo năm 2019.',
  },
  {
    who: 'chanhthanhtra',
    at: '2019-01-23T10:40',
    task: '25',
    text: 'Nhất trí. Thanh tra Sở sẽ gửi báo cáo theo dõi thi hành pháp luật trong tháng 5.',
  },
  {
    who: 'truongphong.gdtx',
    at: '2019-01-23T15:05',
    task: '1',
    text: 'Phần yêu cầu bị cắt sau chữ “tối thiểu 6”. Đề nghị Văn phòng tra lại.',
  },
  {
    who: 'truongphong.cttt',
    at: '2019-01-24T08:50',
    task: null,
    text: 'Phòng được giao đôn đốc các trường nhưng phụ lục chưa có nhiệm vụ tương ứng. Đề nghị xem xét.',
  },
  { who: 'truongphong.gdpt', at: '2019-01-24T10:15', task: null, text: 'Nhất trí với dự thảo.' },
];

/** Rows that the clerk corrects before the plan is signed. */
export const WRITTEN_CORRECTIONS: readonly { task: string; ending?: string; requirementEnd?: string }[] = [
  // The year of the requirement's day was carried over from an older plan.
  { task: '38', requirementEnd: '2019-01-31' },
  // Titles that are cut off after "của".
  { task: '42', ending: ' Sở' },
  { task: '43', ending: ' Sở' },
];

/** The division that answers for each reform area of part III, by the area's number. */
export const AREA_OWNERS: readonly (readonly [area: string, unit: UnitCode])[] = [
  ['1', 'VP'],
  ['2', 'TCCB'],
  ['3', 'VP'],
  ['4', 'TCCB'],
  ['5', 'TCCB'],
  ['6', 'KHTC'],
  ['7', 'VP'],
];

/** First and last number of tasks that the clerk puts into each reform area; the appendix itself has no areas. */
export const AREAS_OF_TASKS: readonly (readonly [first: number, last: number, area: string])[] = [
  [1, 1, '3'],
  [2, 6, '6'],
  [7, 10, '4'],
  [11, 23, '5'],
  [24, 25, '2'],
  [26, 30, '1'],
  [31, 31, '4'],
  [32, 37, '2'],
  [38, 53, '3'],
  [54, 54, '1'],
  [55, 63, '7'],
  [64, 69, '1'],
];
