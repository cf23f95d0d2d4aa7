import { describe, expect, test } from 'vitest';
import { duplicateBullet } from './duplicate-bullet.ts';
import { placeOf, remarked } from './plan.fixture.ts';

describe('duplicate-bullet', () => {
  const phrase = 'ban hành và triển khai kịp thời kế hoạch đào tạo, bồi dưỡng cán bộ';
  const text = `Đổi mới nội dung; ${phrase} của Ngành.\n\nThực hiện chế độ; ${phrase}, luân chuyển.`;
  const bullets = text.split('\n\n').map((words) => ({
    area: '5',
    text: words,
    tasks: [],
    targets: [],
    span: placeOf(text, words),
  }));

  test('the same words twice under one heading', () => {
    expect(remarked(duplicateBullet, { text, commitments: bullets })).toMatchObject([
      { severity: 'info', words: [phrase, expect.stringContaining(phrase)] },
    ]);
  });

  test('the long name of one thing twice', () => {
    const name = 'Hệ thống theo dõi, đánh giá bạn đọc và Thẻ đọc số ngành Thư viện Thành phố';
    const twice = `Thành lập Ban triển khai ${name}\n\nXây dựng Quy chế sử dụng ${name}`;
    const commitments = twice.split('\n\n').map((words) => ({
      area: '1',
      text: words,
      tasks: [],
      targets: [],
      span: placeOf(twice, words),
    }));
    expect(remarked(duplicateBullet, { text: twice, commitments })).toEqual([]);
  });

  test('units share duties', () => {
    const duties = bullets.map(({ text: words, span }, at) => ({ unit: `Phòng ${at}`, text: words, span }));
    expect(remarked(duplicateBullet, { text, duties })).toEqual([]);
  });
});
