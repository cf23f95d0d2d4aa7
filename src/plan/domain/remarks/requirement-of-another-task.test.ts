import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { requirementOfAnotherTask } from './requirement-of-another-task.ts';

describe('requirement-of-another-task', () => {
  test('a document to be issued, and how a completion rate is computed', () => {
    const rows = [
      {
        title: 'Ban hành Kế hoạch theo dõi thi hành pháp luật',
        requirement: 'Xem xét kết quả, tính tỷ lệ % hoàn thành',
      },
    ];
    expect(remarked(requirementOfAnotherTask, { rows })).toMatchObject([
      { severity: 'warning', words: [rows[0]?.title, rows[0]?.requirement] },
    ]);
  });

  test('a requirement that begins with another product', () => {
    const rows = [
      { title: 'Ban hành Quy chế làm việc', requirement: 'Quy trình nội bộ được công khai tại trụ sở' },
    ];
    expect(remarked(requirementOfAnotherTask, { rows })).toHaveLength(1);
  });

  test('the same product, or a report on a rate, is left alone', () => {
    const rows = [
      { title: 'Kế hoạch tuyên truyền', requirement: 'Kế hoạch phải có nội dung tuyên truyền' },
      { title: 'Báo cáo mức độ hoàn thành', requirement: 'Tính tỷ lệ % so với tổng số nhiệm vụ' },
      { title: 'Ban hành đầy đủ các văn bản', requirement: 'Quyết định thành lập, kiện toàn' },
    ];
    expect(remarked(requirementOfAnotherTask, { rows })).toEqual([]);
  });
});
