import { describe, expect, test } from 'vitest';
import { placeOf, remarked } from './plan.fixture.ts';
import { targetWithoutTask } from './target-without-task.ts';

describe('target-without-task', () => {
  const words = 'Tối thiểu 80% công chức được bồi dưỡng kỹ năng công vụ';
  const targets = [
    {
      text: words,
      section: 'II',
      comparator: '>=' as const,
      threshold: 80,
      measureUnit: '%',
      leadUnits: [],
      span: placeOf(words, words),
    },
  ];

  test('a target that no task works for', () => {
    const rows = [{ title: 'Báo cáo rà soát văn bản quy phạm pháp luật' }];
    expect(remarked(targetWithoutTask, { text: words, targets, rows })).toMatchObject([
      { severity: 'warning', words: [words] },
    ]);
  });

  test('a short target whose words a task has in another order', () => {
    const short = '100% thủ tục hành chính được công khai';
    const [target] = targets;
    const own = [{ ...target, text: short, span: placeOf(short, short) }] as typeof targets;
    const rows = [{ title: 'Công khai thủ tục hành chính' }];
    expect(remarked(targetWithoutTask, { text: short, targets: own, rows })).toEqual([]);
  });

  test('a target that a task works for', () => {
    const rows = [{ title: 'Kế hoạch bồi dưỡng kỹ năng công vụ cho công chức' }];
    expect(remarked(targetWithoutTask, { text: words, targets, rows })).toEqual([]);
  });
});
