import { describe, expect, it } from 'vitest';
import { readMarker } from '../../../pure/reading/markers.ts';
import { readPlan } from './index.ts';

const outline = (text: string) =>
  readPlan(text).sections.map(({ level, label, title }) => `${level} ${label} ${title}`);

describe('the sections of a plan', () => {
  it('nest parts, letters, numerals and numbers', () => {
    expect(
      outline(`PHẦN I: ĐÁNH GIÁ CHUNG

A. KẾT QUẢ

I. Công tác chỉ đạo

1. Ưu điểm
1.1. Về tổ chức
- Đã làm.
1.2 . Về nhân sự
- Đã làm.
2) Hạn chế
- Còn chậm.

B. PHƯƠNG HƯỚNG

I/ Mục tiêu
- Xong việc.

PHẦN II: KẾ HOẠCH
I. NHIỆM VỤ
- Làm tiếp.

Phụ lục II

Danh mục nhiệm vụ`),
    ).toEqual([
      '1 PHẦN I ĐÁNH GIÁ CHUNG',
      '2 A KẾT QUẢ',
      '3 I Công tác chỉ đạo',
      '4 1 Ưu điểm',
      '5 1.1 Về tổ chức',
      '5 1.2 Về nhân sự',
      '4 2 Hạn chế',
      '2 B PHƯƠNG HƯỚNG',
      '3 I Mục tiêu',
      '1 PHẦN II KẾ HOẠCH',
      '2 I NHIỆM VỤ',
      '1 Phụ lục II Danh mục nhiệm vụ',
    ]);
  });

  it('may be called "Phần thứ …", be numbered as the Party does, and follow the decision that issues the plan', () => {
    expect(
      outline('Phần thứ nhất\nĐÁNH GIÁ\n\nĐã làm.\n\nPhần thứ hai\nNHIỆM VỤ\n\nI. Mua sách\n\n- Mua.'),
    ).toEqual(['1 Phần thứ nhất ĐÁNH GIÁ', '1 Phần thứ hai NHIỆM VỤ', '2 I Mua sách']);
    expect(outline('I- MỤC ĐÍCH\n\n1- Yêu cầu\n\nNghiêm túc.\n\n1.1- Về sách\n\n- Đủ.')).toEqual([
      '1 I MỤC ĐÍCH',
      '2 1 Yêu cầu',
      '3 1.1 Về sách',
    ]);
    expect(
      outline(
        'QUYẾT ĐỊNH\nVề sách\n\nĐiều 1. Ban hành./.\n\nNơi nhận:\n- Lưu: VT.\n\nKẾ HOẠCH\nMua sách\n\nI. MUA\n\n- Mua.',
      ),
    ).toEqual(['1 I MUA']);
  });

  it('are not the numbered items of a list', () => {
    expect(
      outline(`I. CHỈ TIÊU

1. 100% phòng đọc mở cửa đúng giờ.
2. Ít nhất 90% sách được kiểm kê.

II. TỔ CHỨC THỰC HIỆN

1. Phòng Đọc chủ trì kiểm kê sách theo danh mục kèm theo Kế hoạch này.
2. Phòng Kho phối hợp kiểm kê.`),
    ).toEqual(['1 I CHỈ TIÊU', '1 II TỔ CHỨC THỰC HIỆN']);
  });

  it('put their titles together where a margin or markup broke them', () => {
    expect(
      outline('**I. MỤC\nĐÍCH, YÊU CẦU**\n\n**1.\nMục đích**\n\n- Kiểm kê.\n\n***2*. *Yêu cầu***\n\n- Đủ.'),
    ).toEqual(['1 I MỤC ĐÍCH, YÊU CẦU', '2 1 Mục đích', '2 2 Yêu cầu']);
  });

  it('reach to the end of what stands under them, the signature left out', () => {
    const text = 'I. MỘT\n\n- Việc.\n\nII. HAI\n\n- Việc khác./.\n\nNơi nhận:\n- Lưu: VT.\n';
    const plan = readPlan(text);
    expect(plan.sections.map(({ span }) => text.slice(...span))).toEqual([
      'I. MỘT\n\n- Việc.',
      'II. HAI\n\n- Việc khác./.',
    ]);
  });
});

describe('the beginning of a line', () => {
  it.each([
    ['IV. TỔ CHỨC', 'roman', 'IV'],
    ['C. KẾT LUẬN', 'letter', 'C'],
    ['3.10. Phòng Đọc', 'decimal', '3.10'],
    ['6 . Tài chính', 'decimal', '6'],
    ['đ) Kiểm tra', 'item', 'đ'],
    ['– Kiểm tra', 'bullet', '–'],
    ['PHỤ LỤC 02', 'appendix', 'PHỤ LỤC 02'],
  ])('of "%s" is a %s', (line, kind, label) => {
    expect(readMarker(line)).toMatchObject({ kind, label });
  });

  it.each([
    '3.000 lượt người',
    '13/CT-TU ngày 09/6/2009',
    '2025 - 2030',
    '14/8/2025 của',
    'IIX. Sai',
    'Văn phòng',
    '57-NQ/TW',
  ])('of "%s" is a word', (line) => {
    expect(readMarker(line)).toBeNull();
  });
});
