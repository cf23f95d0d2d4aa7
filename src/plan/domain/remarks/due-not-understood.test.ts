import { describe, expect, test } from 'vitest';
import { dueNotUnderstood } from './due-not-understood.ts';
import { due, remarked } from './plan.fixture.ts';

describe('due-not-understood', () => {
  test('words that were not understood, and tasks without any', () => {
    const rows = [
      { no: '4', due: [due('Khi phù hợp', null, null, null)] },
      { no: '5', due: [] },
      { no: '6' },
    ];
    const found = remarked(dueNotUnderstood, { rows });
    expect(found).toMatchObject([
      { severity: 'warning', words: ['Khi phù hợp'] },
      { words: ['Báo cáo kết quả'] },
    ]);
    expect(found[0]?.message).toContain('Nhiệm vụ 4');
    expect(found[1]?.message).toContain('Nhiệm vụ 5: không có thời gian');
  });
});
