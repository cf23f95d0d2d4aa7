import { describe, expect, it } from 'vitest';
import { readPlan } from './index.ts';

const head =
  'Số: 1/KH-STV\n\nAn Bình, ngày 05 tháng 01 năm 2022\n\nKẾ HOẠCH\n\nPhát triển thư viện năm 2022\n\n';
const reporting = (body: string) =>
  readPlan(head + body).reporting.map(({ period, from, to, boundary }) => [period, from, to, boundary]);

describe('reporting dates', () => {
  it('are listed by period in running text', () => {
    expect(
      reporting(`IV. TỔ CHỨC THỰC HIỆN

4. Chế độ báo cáo

Các phòng thuộc Sở gửi báo cáo về Văn phòng Sở để tổng hợp: quý I trước ngày 10/3; 6 tháng đầu năm trước ngày 10/6; 9 tháng chậm nhất ngày 10/9; năm trước ngày 01/12/2022.`),
    ).toEqual([
      ['Quý I', 'Các phòng thuộc Sở', 'Văn phòng Sở', '2022-03-10'],
      ['6 tháng', 'Các phòng thuộc Sở', 'Văn phòng Sở', '2022-06-10'],
      ['9 tháng', 'Các phòng thuộc Sở', 'Văn phòng Sở', '2022-09-10'],
      ['Năm', 'Các phòng thuộc Sở', 'Văn phòng Sở', '2022-12-01'],
    ]);
  });

  it('that come back every year have no day of their own', () => {
    expect(
      reporting(`IV. TỔ CHỨC THỰC HIỆN

1. Ủy ban nhân dân các xã định kỳ trước ngày 30 tháng 11 hằng năm báo cáo kết quả về Sở Thư viện.`),
    ).toEqual([['Năm', 'Ủy ban nhân dân các xã', 'Sở Thư viện', null]]);
  });

  it.each([
    ['1. Phòng Kho: báo cáo hằng tháng trước ngày 25 về Văn phòng Sở.', [['Tháng', 'Phòng Kho', null]]],
    ['1. Các phòng gửi báo cáo trước ngày 20 hằng tháng về Văn phòng Sở.', [['Tháng', 'Các phòng', null]]],
    ['1. Các phòng báo cáo trước ngày 10 tháng cuối quý về Văn phòng Sở.', [['Quý', 'Các phòng', null]]],
    [
      '1. Các phòng báo cáo về Văn phòng Sở trước ngày 01/6 và 15/11 hằng năm.',
      [
        ['Lần 1', 'Các phòng', null],
        ['Lần 2', 'Các phòng', null],
      ],
    ],
    [
      '1. Các phòng báo cáo về Văn phòng Sở trước ngày 05/3, 05/9/2022.',
      [
        ['Lần 1', 'Các phòng', '2022-03-05'],
        ['Lần 2', 'Các phòng', '2022-09-05'],
      ],
    ],
  ])('come by a rule or several in a list: %s', (duty, expected) => {
    expect(
      reporting(`IV. TỔ CHỨC THỰC HIỆN\n\n${duty}`).map(([period, from, , boundary]) => [
        period,
        from,
        boundary,
      ]),
    ).toEqual(expected);
  });

  it('say who sends and to whom, wherever the sentence begins', () => {
    expect(
      reporting(`IV. TỔ CHỨC THỰC HIỆN

1. Các phòng thuộc Sở

a) Báo cáo kết quả thực hiện về Văn phòng Sở trước ngày 15 hằng tháng.

2. Văn phòng Sở

Tổng hợp, báo cáo Giám đốc Sở trước ngày 20/12/2022.`),
    ).toEqual([
      ['Tháng', 'Các phòng thuộc Sở', 'Văn phòng Sở', null],
      ['Một lần', 'Văn phòng Sở', 'Giám đốc Sở', '2022-12-20'],
    ]);
  });

  it('show both brackets or none', () => {
    const plan = readPlan(
      `${head}IV. TỔ CHỨC THỰC HIỆN\n\n1. Các phòng báo cáo 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12).`,
    );
    expect(plan.reporting.map(({ raw }) => raw)).toEqual([
      'báo cáo 6 tháng (trước ngày 15/6)',
      'năm (trước ngày 15/12)',
    ]);
  });

  it('stand in the cells of a periodic report, by date or by a rule', () => {
    expect(
      reporting(`PHỤ LỤC

TT\tNội dung\tYêu cầu\tChủ trì\tThời gian
1\tBáo cáo công tác\tBáo cáo quý I, quý II gửi trước ngày 15 của tháng cuối kỳ báo cáo.\tVăn phòng\tNgày 5/4: BC quý I. 5/7 BC quý II.
2\tBáo cáo kiểm kê\tGửi trước ngày 20/7/2022\tPhòng Kho\tTháng 10/2022`),
    ).toEqual([
      ['Quý I', 'Văn phòng', null, '2022-03-15'],
      ['Quý II', 'Văn phòng', null, '2022-06-15'],
      ['Quý I', 'Văn phòng', null, '2022-04-05'],
      ['Quý II', 'Văn phòng', null, '2022-07-05'],
    ]);
  });

  it('are not the dates of documents or of other work', () => {
    expect(
      reporting(`IV. TỔ CHỨC THỰC HIỆN

1. Văn phòng báo cáo theo Quyết định số 12/QĐ-UBND ngày 05/3/2020. Hoàn thành kiểm kê trước ngày 30/6/2022.`),
    ).toEqual([]);
  });
});
