import { describe, expect, it } from 'vitest';
import { readPlan } from './index.ts';

/** Thresholds of one bullet in the targets' part, as "comparator threshold unit: words". */
function read(bullet: string, part = 'CÁC CHỈ TIÊU'): string[] {
  return readPlan(`I. ${part}\n\n- ${bullet}\n`).targets.map(
    ({ comparator, threshold, measureUnit, text }) => `${comparator} ${threshold} ${measureUnit}: ${text}`,
  );
}

describe('thresholds', () => {
  it.each([
    [
      'Phấn đấu đến năm 2030 đạt trên 90% hồ sơ số hóa;',
      '> 90 %: Phấn đấu đến năm 2030 đạt trên 90% hồ sơ số hóa',
    ],
    ['Tỷ lệ hài lòng đạt từ 95% trở lên.', '>= 95 %: Tỷ lệ hài lòng đạt từ 95% trở lên'],
    ['Tỷ lệ hài lòng đạt 95% trở lên.', '>= 95 %: Tỷ lệ hài lòng đạt 95% trở lên'],
    ['Tỷ lệ trễ hạn không quá 0,5%.', '<= 0.5 %: Tỷ lệ trễ hạn không quá 0,5%'],
    ['Giảm tỷ lệ trễ hạn xuống dưới 5%;', '< 5 %: Giảm tỷ lệ trễ hạn xuống dưới 5%'],
    ['Không dưới 80% phòng tham gia', '>= 80 %: Không dưới 80% phòng tham gia'],
    ['Tỷ lệ số hóa ≥ 70%', '>= 70 %: Tỷ lệ số hóa ≥ 70%'],
    ['100% phòng có kế hoạch', '= 100 %: 100% phòng có kế hoạch'],
    ['Thời gian chờ tối đa 30 phút', '<= 30 phút: Thời gian chờ tối đa 30 phút'],
    [
      'Rút ngắn ít nhất 02 ngày làm việc mỗi thủ tục',
      '>= 2 ngày làm việc: Rút ngắn ít nhất 02 ngày làm việc mỗi thủ tục',
    ],
    ['Bồi dưỡng ít nhất 1.200 lượt người', '>= 1200 lượt: Bồi dưỡng ít nhất 1.200 lượt người'],
    ['Họp giao ban ít nhất 01 lần/tháng', '>= 1 lần/tháng: Họp giao ban ít nhất 01 lần/tháng'],
    ['Định kỳ 03 tháng/01 lần kiểm tra', '= 1 lần/03 tháng: Định kỳ 03 tháng/01 lần kiểm tra'],
    ['Chỉ số phục vụ đạt từ 88 điểm trở lên', '>= 88 điểm: Chỉ số phục vụ đạt từ 88 điểm trở lên'],
    ['Có từ 02 sáng kiến trở lên', '>= 2 sáng kiến: Có từ 02 sáng kiến trở lên'],
    ['Từ 3 đến 5 mô hình điểm', '>= 3 mô hình: Từ 3 đến 5 mô hình điểm'],
    ['90%-95% phòng hoàn thành', '>= 90 %: 90%-95% phòng hoàn thành'],
    ['Tăng trưởng đạt 8,5 - 9,0%/năm', '>= 8.5 %/năm: Tăng trưởng đạt 8,5 - 9,0%/năm'],
    ['Chờ không quá 15 phút/lượt', '<= 15 phút/lượt: Chờ không quá 15 phút/lượt'],
    [
      'Thu nhập đạt trên 100 triệu đồng/người/năm',
      '> 100 triệu đồng/người/năm: Thu nhập đạt trên 100 triệu đồng/người/năm',
    ],
    ['Thu hút ít nhất 5 triệu lượt khách', '>= 5 triệu lượt: Thu hút ít nhất 5 triệu lượt khách'],
    ['Trồng 1.000.000 cây xanh', '= 1000000 cây: Trồng 1.000.000 cây xanh'],
    ['Mỗi năm mở 03 lớp bồi dưỡng', '= 3 lớp/năm: Mỗi năm mở 03 lớp bồi dưỡng'],
    ['Tối thiểu mỗi quý 01 lần kiểm tra', '>= 1 lần/quý: Tối thiểu mỗi quý 01 lần kiểm tra'],
    ['Ít hơn 5 phần trăm hồ sơ trễ hạn', '< 5 %: Ít hơn 5 phần trăm hồ sơ trễ hạn'],
    ['Xây dựng tối thiểu 05 mô hình điểm', '>= 5 mô hình: Xây dựng tối thiểu 05 mô hình điểm'],
  ])('in "%s"', (bullet, expected) => {
    expect(read(bullet)).toEqual([expected]);
  });

  it.each([
    ['100% sách được kiểm kê (Phòng Kho chủ trì)', ['Phòng Kho']],
    ['Tỷ lệ số hóa đạt 90% (Cơ quan theo dõi: Sở Sách, Sở Báo)', ['Sở Sách', 'Sở Báo']],
    ['Giao Sở Sách theo dõi: ít nhất 95% bạn đọc hài lòng', ['Sở Sách']],
    ['100% sách được kiểm kê (theo kế hoạch)', []],
  ])('may name who answers for them: %s', (bullet, units) => {
    expect(readPlan(`I. MỤC TIÊU\n\n- ${bullet}\n`).targets.map(({ leadUnits }) => leadUnits)).toEqual([
      units,
    ]);
  });

  it('are split to atoms', () => {
    expect(
      read(
        '100% phòng lập kế hoạch; ít nhất 80% phòng tự kiểm tra. Trong đó, số phòng đạt loại tốt chiếm tối thiểu 50%, số phòng đạt loại khá chiếm tối thiểu 30%.',
      ),
    ).toEqual([
      '= 100 %: 100% phòng lập kế hoạch',
      '>= 80 %: ít nhất 80% phòng tự kiểm tra',
      '>= 50 %: số phòng đạt loại tốt chiếm tối thiểu 50%',
      '>= 30 %: số phòng đạt loại khá chiếm tối thiểu 30%',
    ]);
  });

  it('keep a condition with the threshold that it belongs to', () => {
    expect(read('100% khu, cụm có tối thiểu 1 trạm phát sóng')).toEqual([
      '= 100 %: 100% khu, cụm có tối thiểu 1 trạm phát sóng',
    ]);
  });

  it.each([
    'Cung cấp dịch vụ công mức độ 3, 4 theo ISO 9001:2015',
    'Trẻ em từ 06 tháng đến 36 tháng tuổi; nhóm trẻ dưới 24 tháng tuổi',
    'Triển khai trên 3 lĩnh vực trong năm 2025',
    'Hiện nay, tỷ lệ số hóa đạt 40% hồ sơ',
    'Thực hiện Đề án “Xây dựng ít nhất 100 thư viện” theo Quyết định số 12/QĐ-TTg ngày 05/3/2020',
    'Hoàn thành trước ngày 30/6/2025',
  ])('are not in "%s"', (bullet) => {
    expect(read(bullet)).toEqual([]);
  });

  it('elsewhere carry the section that holds them; counts without comparison are targets only among the targets', () => {
    const plan = readPlan(
      'I. MỤC TIÊU\n\n- Có 20 mô hình.\n\nII. NHIỆM VỤ\n\n1. Việc chung\n\n- Thăm 20 mô hình.\n- Tuyên truyền 100% phòng.',
    );
    expect(plan.targets.map(({ section, threshold }) => [section, threshold])).toEqual([
      ['I', 20],
      ['II.1', 100],
    ]);
    expect(plan.commitments.map(({ targets }) => targets)).toEqual([[], [1]]);
  });

  it('are the rows of a table that has a column of measure units, and no tasks', () => {
    const plan = readPlan(`PHỤ LỤC

TT\tChỉ tiêu\tĐơn vị tính\tThực hiện 2023\tNăm 2024\tNăm 2025\tCơ quan theo dõi
1\tTỷ lệ hồ sơ đúng hạn\t%\t90\t≥ 95\t98 trở lên\tSở Nội vụ
2\tSố thủ tục cắt giảm\tthủ tục\t3\t-\t1.200\tVăn phòng`);
    expect(plan.tasks).toEqual([]);
    expect(
      plan.targets.map(({ text, comparator, threshold, measureUnit, leadUnits }) => [
        text,
        comparator,
        threshold,
        measureUnit,
        leadUnits,
      ]),
    ).toEqual([
      ['Tỷ lệ hồ sơ đúng hạn (Năm 2024)', '>=', 95, '%', ['Sở Nội vụ']],
      ['Tỷ lệ hồ sơ đúng hạn (Năm 2025)', '>=', 98, '%', ['Sở Nội vụ']],
      ['Số thủ tục cắt giảm (Năm 2025)', '=', 1200, 'thủ tục', ['Văn phòng']],
    ]);
  });
});
