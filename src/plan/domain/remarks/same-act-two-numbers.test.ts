import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { sameActTwoNumbers } from './same-act-two-numbers.ts';

describe('same-act-two-numbers', () => {
  test('one date under two years of the number', () => {
    const text =
      'theo Nghị định số 16/2016/NĐ-CP ngày 14/02/2015 của Chính phủ;\n\n- Nghị định số 16/2015/NĐ-CP ngày 14/02/2015;';
    expect(remarked(sameActTwoNumbers, { text })).toMatchObject([
      {
        severity: 'error',
        words: ['Nghị định số 16/2016/NĐ-CP ngày 14/02/2015', 'Nghị định số 16/2015/NĐ-CP ngày 14/02/2015'],
      },
    ]);
  });

  test('one date, the year missing in one number', () => {
    const text = 'Nghị định 108/NĐ-CP ngày 20/11/2014;\n\nNghị định số 108/2014/NĐ-CP ngày 20/11/2014;';
    expect(remarked(sameActTwoNumbers, { text })).toHaveLength(1);
  });

  test('no dates, but one subject: the one-stop desk under both its names', () => {
    const found = remarked(sameActTwoNumbers, {
      text: '- Thực hiện Nghị định 61/2017/NĐ-CP của Chính phủ đối với Bộ phận Một cửa;',
      rows: [
        {
          title: 'Cử công chức làm việc tại Bộ phận tiếp nhận và trả kết quả',
          requirement: 'Căn cứ vào Nghị định 61/2018/NĐ-CP.',
        },
      ],
    });
    expect(found).toMatchObject([{ words: ['Nghị định 61/2017/NĐ-CP', 'Nghị định 61/2018/NĐ-CP'] }]);
  });

  test('no dates, but a serial that the plan’s own year cannot have reached', () => {
    const text =
      '- Thực hiện Nghị định 61/2019/NĐ-CP của Chính phủ;\n\n- Rà soát theo Nghị định 61/2018/NĐ-CP về phí.';
    expect(remarked(sameActTwoNumbers, { text })).toHaveLength(1);
  });

  test('different documents share serials in different years', () => {
    const text =
      'Nghị định số 24/2010/NĐ-CP ngày 15/3/2010 về tuyển dụng công chức; Nghị định số 24/2014/NĐ-CP ngày 04/4/2014;' +
      '\n\nNghị định 63/2010/NĐ-CP về kiểm soát thủ tục;\n\nNghị định 63/2014/NĐ-CP về đấu thầu;';
    expect(remarked(sameActTwoNumbers, { text })).toEqual([]);
  });

  test('side by side in one sentence they are two', () => {
    const text = 'Thông tư 17/2017/TT-BTTTT và Thông tư 17/2016/TT-BTTTT về dịch vụ bưu chính công ích;';
    expect(remarked(sameActTwoNumbers, { text })).toEqual([]);
  });

  test('local documents of two issuers share number and day', () => {
    const text =
      'Quyết định số 12/2015/QĐ-UBND ngày 02/3/2015 của UBND tỉnh; Quyết định số 12/QĐ-UBND ngày 02/3/2015 của UBND huyện;';
    expect(remarked(sameActTwoNumbers, { text })).toEqual([]);
  });
});
