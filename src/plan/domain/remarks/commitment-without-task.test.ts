import { describe, expect, test } from 'vitest';
import { commitmentWithoutTask } from './commitment-without-task.ts';
import { placeOf, remarked } from './plan.fixture.ts';

describe('commitment-without-task', () => {
  const text = 'Đo lường sự hài lòng.';
  const commitment = { area: '3', text, tasks: [], targets: [], span: placeOf(text, text) };

  test('a promise that nothing carries out', () => {
    expect(remarked(commitmentWithoutTask, { text, commitments: [commitment], rows: [{}] })).toMatchObject([
      { severity: 'info', words: [text] },
    ]);
  });

  test('a promise with a task or a target', () => {
    const commitments = [
      { ...commitment, tasks: ['1'] },
      { ...commitment, targets: [0] },
    ];
    expect(remarked(commitmentWithoutTask, { text, commitments, rows: [{}] })).toEqual([]);
  });
});
