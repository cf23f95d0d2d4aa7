import { expect, test } from 'vitest';
import { shiftYears } from './shift-years.ts';

test.each([
  ['the year of the plan', 'Kế hoạch CCHC năm 2019', 'Kế hoạch CCHC năm 2020'],
  [
    'a quarter, a month and a day',
    'Quý I/2019, tháng 10/2019, 31/10/2019',
    'Quý I/2020, tháng 10/2020, 31/10/2020',
  ],
  ['a school year that ends in it', 'năm học 2018-2019', 'năm học 2019-2020'],
  ['a school year that begins in it', 'năm học 2019 – 2020', 'năm học 2020 – 2021'],
  ['no longer period', 'giai đoạn 2016-2020 và 3 năm 2019-2021', 'giai đoạn 2016-2020 và 3 năm 2019-2021'],
  ['no other year', 'kết quả năm 2017, trước ngày 20/7/2018', 'kết quả năm 2017, trước ngày 20/7/2018'],
  [
    'no number and no date of a cited document',
    'Nghị định số 61/2019/NĐ-CP ngày 02/01/2019 của Chính phủ trong năm 2019',
    'Nghị định số 61/2019/NĐ-CP ngày 02/01/2019 của Chính phủ trong năm 2020',
  ],
  ['no standard', 'ISO 9001:2019 năm 2019', 'ISO 9001:2019 năm 2020'],
  ['nothing of a longer number', 'kinh phí 120190 đồng', 'kinh phí 120190 đồng'],
])('moves by a year: %s', (_, text, shifted) => {
  expect(shiftYears(text, 2019)).toEqual({ text: shifted, kept: [] });
});

test('decomposed text moves as composed text does', () => {
  const text = 'năm học 2018-2019, quý II/2019';
  expect(shiftYears(text.normalize('NFD'), 2019).text.normalize('NFC')).toBe(
    'năm học 2019-2020, quý II/2020',
  );
});

test('a document that is called by the year keeps it, and is named as one to replace', () => {
  const text =
    'Kế hoạch năm 2019 của Thành phố ban hành kèm theo Quyết định số 7028/QĐ-UBND ngày 28/12/2018; năm 2019';
  expect(shiftYears(text, 2019)).toEqual({
    text: 'Kế hoạch năm 2019 của Thành phố ban hành kèm theo Quyết định số 7028/QĐ-UBND ngày 28/12/2018; năm 2020',
    kept: ['2019 của Thành phố ban hành kèm theo Quyết định số 7028/QĐ-UBND ngày 28/12/2018'],
  });
});

test('a due cell that reaches into the year after moves, running text does not', () => {
  expect(shiftYears('Tháng 12/2019 - tháng 01/2020', 2019, true).text).toBe('Tháng 12/2020 - tháng 01/2021');
  expect(shiftYears('chuẩn bị cho năm 2020', 2019).text).toBe('chuẩn bị cho năm 2020');
});

test('what a cited document is about keeps its year', () => {
  const text =
    'Thông tư số 54/2018/TT-BTC ngày 21/6/2018 của Bộ Tài chính về hướng dẫn xây dựng dự toán ngân sách năm 2019; nộp trong năm 2019';
  const { text: shifted, kept } = shiftYears(text, 2019);
  expect(shifted).toBe(text.replace('nộp trong năm 2019', 'nộp trong năm 2020'));
  expect(kept).toHaveLength(1);
});
