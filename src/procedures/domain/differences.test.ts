import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesOf } from './differences.ts';

test('what came and went is told part by part, and what only moved is not', () => {
  const before = { limits: ['05 ngày làm việc'], components: ['Đơn', 'Học bạ'], fees: [] };
  const after = { limits: ['03 ngày làm việc'], components: ['Học bạ', 'Đơn'], fees: ['Lệ phí 3.000'] };
  expect(differencesOf(before, after)).toEqual([
    { part: 'limits', removed: ['05 ngày làm việc'], added: ['03 ngày làm việc'] },
    { part: 'fees', removed: [], added: ['Lệ phí 3.000'] },
  ]);
});

const lines = fc.record({
  steps: fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 1 })),
});

test('a version does not differ from itself, and the way back undoes the way there', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      expect(differencesOf(before, before)).toEqual([]);
      const there = differencesOf(before, after);
      const back = differencesOf(after, before);
      expect(back).toEqual(
        there.map(({ part, removed, added }) => ({ part, removed: added, added: removed })),
      );
      const [difference] = there;
      const made = [...before.steps];
      for (const line of difference?.removed ?? []) made.splice(made.indexOf(line), 1);
      expect([...made, ...(difference?.added ?? [])].sort()).toEqual([...after.steps].sort());
    }),
  );
});
