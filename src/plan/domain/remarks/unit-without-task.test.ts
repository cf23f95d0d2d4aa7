import { describe, expect, test } from 'vitest';
import { placeOf, remarked } from './plan.fixture.ts';
import { unitWithoutTask } from './unit-without-task.ts';

describe('unit-without-task', () => {
  const text = 'Đôn đốc.\n\nChấm thi.\n\nThực hiện nhiệm vụ theo phụ lục.';
  const duties = [
    { unit: 'Văn phòng Sở', text: 'Đôn đốc.', span: placeOf(text, 'Đôn đốc.') },
    { unit: 'Phòng Quản lý thi', text: 'Chấm thi.', span: placeOf(text, 'Chấm thi.') },
    {
      unit: 'Phòng Giáo dục mầm non',
      text: 'theo phụ lục',
      span: placeOf(text, 'Thực hiện nhiệm vụ theo phụ lục.'),
    },
    { unit: 'Các đơn vị trực thuộc', text: 'Phối hợp', span: [0, 1] as const },
  ];

  test('a unit without a task; one whom tasks were promised weighs more', () => {
    expect(remarked(unitWithoutTask, { text, duties, rows: [{}] })).toMatchObject([
      { severity: 'warning', words: ['Thực hiện nhiệm vụ theo phụ lục.'] },
      { severity: 'info', words: ['Chấm thi.'] },
    ]);
  });

  test('a supporting unit has work', () => {
    const rows = [{ supportUnits: ['Phòng Quản lý thi', 'Phòng GDMN'] }, { supportUnits: ['Các phòng'] }];
    expect(remarked(unitWithoutTask, { text, duties, rows })).toEqual([]);
  });

  test('where no unit of the headings has tasks, the headings speak of others', () => {
    expect(remarked(unitWithoutTask, { text, duties, rows: [{ leadUnits: ['Sở Tài chính'] }] })).toEqual([]);
  });
});
