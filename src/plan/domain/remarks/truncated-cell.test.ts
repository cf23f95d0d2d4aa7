import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { truncatedCell } from './truncated-cell.ts';

describe('truncated-cell', () => {
  const elsewhere =
    'Theo quyết định của UBND tỉnh; UBND tỉnh giao các sở; UBND tỉnh yêu cầu; thành phố Hà Nội, Sở tại Hà Nội, ở Hà Nội.';

  test.each([
    ['Sở và các đơn vị trực thuộc tổ chức đối thoại tối thiểu 6'],
    ['Thực hiện theo Kế hoạch số 166/KH-UBND ngày 12/8/2015 của UBND'],
    ['Theo Quyết định số 1503/QĐ-UBND ngày 19/3/2014 của UBND thành phố Hà'],
    ['Tiếp nhận phản ánh kiến nghị thuộc thẩm quyền giải quyết của'],
    ['Thực hiện theo Nghị định số'],
  ])('%s', (requirement) => {
    const found = remarked(truncatedCell, { text: elsewhere, rows: [{ requirement }] });
    expect(found).toMatchObject([{ severity: 'error' }]);
    expect(found[0]?.words[0]).toContain(requirement.slice(-6));
  });

  test('a title is judged as well, and the gap is shown up to the next cell', () => {
    const found = remarked(truncatedCell, {
      rows: [
        { title: 'Giải quyết kiến nghị thuộc thẩm quyền của', requirement: 'Công khai địa chỉ tiếp nhận' },
      ],
    });
    expect(found).toMatchObject([{ words: ['Giải quyết kiến nghị thuộc thẩm quyền của\tCông khai'] }]);
  });

  test.each([
    ['Cập nhật danh mục thủ tục hành chính của các đơn vị trực thuộc'],
    ['Khắc phục tồn tại'],
    ['Tỷ lệ đúng hạn tối thiểu 95%'],
    ['Đủ số lượng và các đợt thực hiện trong năm 2019'],
    ['Theo các văn bản kèm theo'],
    ['Phát triển Học bạ số'],
    ['Có báo cáo của CNTT'],
    ['Rà soát tài khoản'],
    ['Học tập và làm theo'],
    ['Đánh giá từ 3 trên 5'],
    ['Theo hướng dẫn của Sở'],
  ])('whole: %s', (requirement) => {
    expect(remarked(truncatedCell, { text: elsewhere, rows: [{ requirement }] })).toEqual([]);
  });
});
