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

  test('a target that a task works for', () => {
    const rows = [{ title: 'Kế hoạch bồi dưỡng kỹ năng công vụ cho công chức' }];
    expect(remarked(targetWithoutTask, { text: words, targets, rows })).toEqual([]);
  });
});
