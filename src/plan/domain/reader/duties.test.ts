import { describe, expect, it } from 'vitest';
import { readPlan } from './index.ts';

const duties = (text: string) => readPlan(text).duties.map(({ unit, text: words }) => `${unit}: ${words}`);

describe('duties', () => {
  it('stand under a heading that names a unit, and in numbered paragraphs that begin with one', () => {
    expect(
      duties(`I. MỤC TIÊU

1. Sở Thư viện

- Không phải nhiệm vụ.

IV. TỔ CHỨC THỰC HIỆN

1. Trách nhiệm của các phòng thuộc Sở

- Kiểm kê sách;

2. Phòng Tổ chức cán bộ

a) Sắp xếp nhân sự.

3. Sở Tài chính chủ trì bố trí kinh phí.

4. Giao Văn phòng Sở theo dõi, đôn đốc.

5. Kinh phí thực hiện

Từ ngân sách.

Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh./.`),
    ).toEqual([
      'các phòng thuộc Sở: Kiểm kê sách',
      'Phòng Tổ chức cán bộ: Sắp xếp nhân sự',
      'Sở Tài chính: Sở Tài chính chủ trì bố trí kinh phí',
      'Văn phòng Sở: Giao Văn phòng Sở theo dõi, đôn đốc',
    ]);
  });

  it('begin with their unit, whatever it does, and lose the sign that ends the document', () => {
    expect(
      duties(`III. TỔ CHỨC THỰC HIỆN

1. Phòng Kho: kiểm kê sách.

2. BHXH các huyện, thị xã gửi báo cáo trước ngày 20 hằng tháng.

3. Các nhà sách, tổ chức, cá nhân có liên quan

Nộp lưu chiểu.

Trong quá trình mượn, trả, phải giữ gìn sách.

4. Văn phòng HĐND và UBND huyện tổng hợp./.`),
    ).toEqual([
      'Phòng Kho: kiểm kê sách',
      'BHXH các huyện, thị xã: BHXH các huyện, thị xã gửi báo cáo trước ngày 20 hằng tháng',
      'Các nhà sách, tổ chức, cá nhân có liên quan: Nộp lưu chiểu',
      'Các nhà sách, tổ chức, cá nhân có liên quan: Trong quá trình mượn, trả, phải giữ gìn sách',
      'Văn phòng HĐND và UBND huyện: Văn phòng HĐND và UBND huyện tổng hợp',
    ]);
  });

  it('may be the last words of the document', () => {
    expect(duties('III. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng Sở\n\nTheo dõi, đôn đốc./.')).toEqual([
      'Văn phòng Sở: Theo dõi, đôn đốc',
    ]);
  });

  it('stand in their part though a scan lost the marks of its title', () => {
    expect(duties('III. TỔ CHỨC THỰC HIÊN\n\n1. Văn phòng theo dõi.')).toEqual([
      'Văn phòng: Văn phòng theo dõi',
    ]);
  });

  it('stand under whom a directive charges', () => {
    expect(
      duties(
        'CHỈ THỊ\n\nVề việc đọc sách\n\n1. Giao Sở Thư viện\n\na) Mở cửa đúng giờ.\n\n2. Đề nghị Đảng đoàn Hội Sách lãnh đạo thực hiện./.',
      ),
    ).toEqual([
      'Sở Thư viện: Mở cửa đúng giờ',
      'Đảng đoàn Hội Sách: Đề nghị Đảng đoàn Hội Sách lãnh đạo thực hiện',
    ]);
  });

  it('stand under the units of a directive without parts', () => {
    expect(
      duties(
        'CHỈ THỊ\n\nVề việc đọc sách\n\n**1. Sở Thư viện**\n\na) Mở cửa đúng giờ.\n\n**2. Sở Xây dựng**\n\na) Sửa mái./.',
      ),
    ).toEqual(['Sở Thư viện: Mở cửa đúng giờ', 'Sở Xây dựng: Sửa mái']);
  });
});
