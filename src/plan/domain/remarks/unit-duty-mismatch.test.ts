import { describe, expect, test } from 'vitest';
import { placeOf, remarked } from './plan.fixture.ts';
import { unitDutyMismatch } from './unit-duty-mismatch.ts';

describe('unit-duty-mismatch', () => {
  const text = 'Kiểm soát thủ tục.';
  const rows = [{ no: '1', title: 'Tổ chức đối thoại với tổ chức, cá nhân', leadUnits: ['GDTX'] }];
  const unit = 'Phòng Giáo dục thường xuyên';

  test('a task that the unit’s duties do not mention, but another’s do', () => {
    const span = placeOf(text, text);
    const other = { unit: 'Văn phòng Sở', text: 'Chuẩn bị các buổi đối thoại', span };
    expect(remarked(unitDutyMismatch, { text, duties: [{ unit, text, span }], rows })).toEqual([]);
    const duties = [{ unit, text, span }, other];
    const found = remarked(unitDutyMismatch, { text, duties, rows });
    expect(found).toMatchObject([{ severity: 'warning', words: [rows[0]?.title, text] }]);
    expect(found[0]?.message).toContain('“đối thoại”');
  });

  test('a task that they mention', () => {
    const duties = [{ unit, text: 'Chuẩn bị đối thoại', span: placeOf(text, text) }];
    expect(remarked(unitDutyMismatch, { text, duties, rows })).toEqual([]);
  });
});
