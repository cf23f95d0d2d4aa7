import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { measurable, unmeasurableTarget } from './unmeasurable-target.ts';

describe('unmeasurable-target', () => {
  const target = (text: string, measureUnit = '%') => ({
    text,
    section: 'II',
    comparator: '>=' as const,
    threshold: 40,
    measureUnit,
    leadUnits: [],
    span: [0, 5] as const,
  });

  test.each([
    ['Ít nhất 80% TTHC được đánh giá là phù hợp', 'no judge'],
    ['Các TTHC được xử lý trực tuyến đạt tối thiểu 40%', 'no whole'],
    ['Phấn đấu 90% trở lên', 'no thing'],
    ['Hồ sơ nhận qua bưu chính trên tổng số hồ sơ chiếm tối thiểu 10%', 'yes'],
    ['100% bệnh viện có bệnh án điện tử', 'yes'],
    ['Giảm 10% số cuộc họp so với năm trước', 'yes'],
    ['Tỷ lệ bao phủ bảo hiểm đạt 93%', 'yes'],
    ['100% đơn vị sự nghiệp được giao quyền tự chủ', 'yes'],
  ])('%s: %s', (text, verdict) => {
    expect(measurable(target(text))).toBe(verdict);
  });

  test('each is remarked by itself, and counts of times need no whole', () => {
    const targets = [target('Phấn đấu 90% trở lên'), target('Đối thoại 02 lần/năm', 'lần/năm')];
    expect(remarked(unmeasurableTarget, { text: 'Phấn đấu 90% trở lên', targets })).toMatchObject([
      { severity: 'info', words: ['Phấn '] },
    ]);
  });
});
