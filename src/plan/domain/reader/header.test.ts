import { describe, expect, it } from 'vitest';
import { readPlan } from './index.ts';

const document = (text: string) => readPlan(text).document;

describe('the head of a document', () => {
  it('stands in a letterhead of two columns, flattened by a converter', () => {
    expect(
      document(`|
**ỦY BAN NHÂN
DÂN**
TỈNH AN BÌNH
--------
|
**CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số: 07/KH-UBND
|
*An Bình,
ngày 03 tháng 02 năm 2021*
|


**KẾ HOẠCH**

PHÁT TRIỂN THƯ VIỆN
NĂM 2021

Căn cứ Luật Thư viện;

**I. MỤC TIÊU**

Đạt chuẩn./.
`),
    ).toMatchObject({
      number: '07/KH-UBND',
      type: 'Kế hoạch',
      date: '2021-02-03',
      place: 'An Bình',
      title: 'PHÁT TRIỂN THƯ VIỆN NĂM 2021',
      issuer: 'ỦY BAN NHÂN DÂN TỈNH AN BÌNH',
      planYear: 2021,
    });
  });

  it('stands in a letterhead of one line, cells parted by a tab', () => {
    expect(
      document(`UBND TỈNH AN BÌNH SỞ THƯ VIỆN Số: 15 /CTr-STV\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc An Bình, ngày 9 tháng 3 năm 2023
CHƯƠNG TRÌNH
Công tác năm 2023

I. NỘI DUNG
- Việc chung.`),
    ).toMatchObject({
      number: '15/CTr-STV',
      type: 'Chương trình',
      date: '2023-03-09',
      place: 'An Bình',
      issuer: 'SỞ THƯ VIỆN',
      title: 'Công tác năm 2023',
    });
  });

  it('may lack its number and its day', () => {
    expect(
      document(`SỞ THƯ VIỆN
Số:      /KH-STV
An Bình, ngày    tháng 3 năm 2023

KẾ HOẠCH
Kiểm kê sách

I. NỘI DUNG
- Đếm sách.`),
    ).toMatchObject({
      number: null,
      date: null,
      place: 'An Bình',
      type: 'Kế hoạch',
      title: 'Kiểm kê sách',
      planYear: 2023,
    });
  });

  it('may be Markdown, its type and title on one line', () => {
    expect(
      document(`Số: 3/KH-STV

# KẾ HOẠCH Kiểm kê sách năm 2024

*An Bình, ngày 02 tháng 01 năm 2024*

## I. NỘI DUNG

- Đếm sách.`),
    ).toMatchObject({
      type: 'Kế hoạch',
      title: 'Kiểm kê sách năm 2024',
      date: '2024-01-02',
      place: 'An Bình',
    });
  });

  it.each([
    ['Thực hiện cải cách hành chính năm 2020', 2020],
    ['Phát triển thư viện giai đoạn 2026 - 2030', 2021],
    ['Phát triển thư viện đến năm 2030', 2021],
    ['Triển khai thư viện số từ năm học 2023-2024', 2021],
    ['Triển khai thi hành Luật Thư viện năm 2019', 2021],
    ['Triển khai thi hành Luật Thư viện năm 2019 trong năm 2022', 2022],
  ])('plans the year that its title names: %s', (title, year) => {
    expect(
      document(`Số: 1/KH-STV\nAn Bình, ngày 5 tháng 4 năm 2021\n\nKẾ HOẠCH\n${title}\n\nI. NỘI DUNG\n`)
        .planYear,
    ).toBe(year);
  });

  it('names its issuer in the preamble where no letterhead does', () => {
    expect(
      document(
        'Số: 1/KH-PVH\n\nKẾ HOẠCH\nKiểm kê\n\nThực hiện nhiệm vụ được giao, Phòng Văn hóa ban hành Kế hoạch như sau:\n\nI. NỘI DUNG\n',
      ).issuer,
    ).toBe('Phòng Văn hóa');
  });

  it('may have digits that a scan parted', () => {
    expect(
      document('Số : 4 /KH-STV\nAn Bình, ngày 0 5 tháng 1 2 năm 201 8\n\nKẾ HOẠCH\nKiểm kê\n\nI. NỘI DUNG\n'),
    ).toMatchObject({
      number: '4/KH-STV',
      date: '2018-12-05',
      place: 'An Bình',
    });
  });

  it('may have a title that says "số"', () => {
    expect(document('Số: 4/KH-STV\n\nKẾ HOẠCH\nPHÁT TRIỂN THƯ VIỆN SỐ 2025\n\nI. NỘI DUNG\n').title).toBe(
      'PHÁT TRIỂN THƯ VIỆN SỐ 2025',
    );
  });

  it.each(['\n\n', '\n'])('leaves who decides out of the title of a decision', (end) => {
    expect(
      document(
        `QUYẾT ĐỊNH\n\nBAN HÀNH DANH MỤC SÁCH CỦA TỈNH MẪU${end}CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU\n\nCăn cứ Luật Thư viện;\n`,
      ).title,
    ).toBe('BAN HÀNH DANH MỤC SÁCH CỦA TỈNH MẪU');
  });

  it('keeps its number where a cell broke it, and takes none from a basis', () => {
    expect(
      document(
        '|\n**SỞ THƯ VIỆN**\n|\n|\n|\nSố:\n3760/QĐ-STV\n|\n\n**QUYẾT ĐỊNH**\n\nVề sách\n\nI. NỘI DUNG\n',
      ).number,
    ).toBe('3760/QĐ-STV');
    expect(
      document(
        'QUYẾT ĐỊNH\nVề sách\n\nSau khi xem xét tại Tờ trình số 3250/TTr-STV ngày 30/10/2021.\n\nI. NỘI DUNG\n',
      ).number,
    ).toBeNull();
  });

  it.each([
    ['UBND TỈNH MẪU\nSỞ THƯ VIỆN', 'SỞ THƯ VIỆN'],
    ['BỘ SÁCH\nTỔNG CỤC LƯU CHIỂU', 'TỔNG CỤC LƯU CHIỂU'],
    ['TỔNG CỤC LƯU CHIỂU', 'TỔNG CỤC LƯU CHIỂU'],
    ['SỞ THƯ VIỆN\nTRUNG TÂM BẠN ĐỌC', 'TRUNG TÂM BẠN ĐỌC'],
    ['ỦY BAN NHÂN DÂN\nTHÀNH PHỐ MẪU', 'ỦY BAN NHÂN DÂN THÀNH PHỐ MẪU'],
    ['SỞ THƯ VIỆN\nDỰ THẢO', 'SỞ THƯ VIỆN'],
    ['SỞ THƯ VIỆN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'SỞ THƯ VIỆN'],
  ])('names the lower agency of %j', (letterhead, issuer) => {
    const text = `${letterhead}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/KH-STV\n\nKẾ HOẠCH\nKiểm kê\n\nI. NỘI DUNG\n`;
    expect(document(text).issuer).toBe(issuer);
  });

  it('is empty where the text is', () => {
    expect(document('')).toEqual({
      number: null,
      type: null,
      date: null,
      place: null,
      title: null,
      issuer: null,
      signer: null,
      planYear: null,
      recipients: [],
    });
  });
});

describe('what stands below the last part', () => {
  const below = (signature: string) =>
    document(`KẾ HOẠCH\nKiểm kê\n\nI. NỘI DUNG\n\n- Đếm sách./.\n\n${signature}\n\nPHỤ LỤC\n\nDanh mục sách`);

  it('names recipients without markup and purpose, and not the file', () => {
    expect(
      below(`*Nơi nhận:*
- Bộ Thư viện (để b/c);
- Sở Sách; (*phối hợp*)
- Các phòng (theo danh sách);
- VP: CVP,
các PCVP;
- Lưu: VT, KK.

GIÁM ĐỐC

Bùi Mẫu`),
    ).toMatchObject({
      recipients: ['Bộ Thư viện', 'Sở Sách', 'Các phòng (theo danh sách)', 'VP: CVP, các PCVP'],
      signer: 'Bùi Mẫu',
    });
  });

  it('may be written on one line', () => {
    expect(
      below('Nơi nhận: - Sở Sách; - Các phòng; - Lưu: VT.\tKT. GIÁM ĐỐC PHÓ GIÁM ĐỐC (Đã ký) Bùi Mẫu'),
    ).toMatchObject({ recipients: ['Sở Sách', 'Các phòng'], signer: 'Bùi Mẫu' });
  });

  it('may stand in two columns', () => {
    expect(
      below(`Nơi nhận:                       TM. ỦY BAN NHÂN DÂN
- Sở Sách;                           CHỦ TỊCH
- Các phòng;
- Lưu: VT.
                                     Bùi Mẫu`),
    ).toMatchObject({ recipients: ['Sở Sách', 'Các phòng'], signer: 'Bùi Mẫu' });
  });

  it('may be a post and a name without recipients', () => {
    const text = 'KẾ HOẠCH\nKiểm kê\n\nI. NỘI DUNG\n\n- Đếm sách tại An Bình.\n\nCỤC TRƯỞNG\n\nBùi Mẫu';
    expect(document(text)).toMatchObject({ recipients: [], signer: 'Bùi Mẫu' });
  });

  it('are not what is attached behind them; a narrow cell may break a name', () => {
    expect(
      below(
        'Nơi nhận:\n- Như Điều 3:\n- Lưu: VT.\n|\n**GIÁM ĐỐC**\n**Bùi Thị\nMẫu**\n|\n\n**DANH MỤC SÁCH**\n\nSách của Nhà Xuất Bản',
      ),
    ).toMatchObject({ recipients: ['Như Điều 3'], signer: 'Bùi Thị Mẫu' });
  });

  it('may name nobody', () => {
    expect(below('Nơi nhận:\n- Sở Sách;\n- Lưu: VT.\n\nGIÁM ĐỐC')).toMatchObject({ signer: null });
  });
});
