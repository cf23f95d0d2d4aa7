import { expect, test } from 'vitest';
import { type CommitmentProgress, type CommitmentState, commitmentState } from './commitment-state.ts';

const NOTHING: CommitmentProgress = {
  all: 0,
  late: 0,
  due_soon: 0,
  submitted: 0,
  sent_back: 0,
  started: 0,
  confirmed: 0,
};

test.each<[CommitmentState, Partial<CommitmentProgress>]>([
  ['without_task', {}],
  ['late', { all: 3, late: 1, confirmed: 2 }],
  ['sent_back', { all: 2, sent_back: 1, due_soon: 1 }],
  ['due_soon', { all: 2, due_soon: 1, submitted: 1 }],
  ['submitted', { all: 2, submitted: 1, confirmed: 1 }],
  ['started', { all: 2, started: 1 }],
  ['started', { all: 2, confirmed: 1 }],
  ['not_started', { all: 2 }],
  ['confirmed', { all: 2, confirmed: 2 }],
])('%s of %j', (state, counts) => {
  expect(commitmentState({ ...NOTHING, ...counts })).toBe(state);
});
