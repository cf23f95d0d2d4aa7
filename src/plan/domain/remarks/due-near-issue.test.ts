import { describe, expect, test } from 'vitest';
import { dueNearIssue } from './due-near-issue.ts';
import { due, remarked } from './plan.fixture.ts';

describe('due-near-issue', () => {
  const january = due('Tháng 01/2019', 'month', '2019-01-01', '2019-01-31');

  test('doubtful words are remarked', () => {
    expect(remarked(dueNearIssue, { rows: [{ due: [january] }, {}] })).toMatchObject([
      { severity: 'info', words: ['Tháng 01/2019'] },
    ]);
  });

  test('sound words are left alone', () => {
    expect(remarked(dueNearIssue, { rows: [{}] })).toEqual([]);
  });
});
