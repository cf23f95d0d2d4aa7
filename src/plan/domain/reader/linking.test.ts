import { describe, expect, it } from 'vitest';
import { linkByWords, readAbbreviations } from './linking.ts';

describe('links by content words', () => {
  const tasks = [
    'Kế hoạch tinh giản biên chế',
    'Công văn hướng dẫn lập dự toán ngân sách',
    'Báo cáo tiếp nhận phản ánh kiến nghị về thủ tục hành chính',
    'Ban hành quy chế làm việc của cơ quan',
  ];

  it('find the task that carries a promise out, and none where there is none', () => {
    const links = linkByWords(
      [
        'Tiếp tục thực hiện tinh giản biên chế theo quy định',
        'Mở rộng phản ánh kiến nghị của tổ chức, cá nhân về TTHC',
        'Tăng cường công tác tuyên truyền bằng nhiều hình thức',
      ],
      tasks,
      readAbbreviations('giải quyết thủ tục hành chính (TTHC) theo quy định (QCV)'),
    );
    expect(links).toEqual([[0], [2], []]);
  });

  it('read short forms that the document explains', () => {
    expect(
      readAbbreviations('cải cách hành chính (CCHC); thủ tục hành chính (TTHC); theo mẫu (ABC)'),
    ).toEqual(
      new Map([
        ['CCHC', 'cải cách hành chính'],
        ['TTHC', 'thủ tục hành chính'],
      ]),
    );
  });
});
