import { expect, test } from 'vitest';
import type { AnsweredRemark } from './draft.ts';
import { filterQuery, passes, type RemarkFilter, readFilter } from './remark-filter.ts';

const remark = (answer: 'accepted' | 'put_off' | null) =>
  ({ remark: { severity: 'error' }, answer: answer && { answer } }) as unknown as AnsweredRemark;

test.each<[RemarkFilter['answered'], boolean, boolean, boolean]>([
  // not answered, accepted, put off
  [null, true, true, true],
  ['open', true, false, false],
  ['answered', false, true, true],
  ['put_off', false, false, true],
])('remarks that are %s', (answered, open, accepted, putOff) => {
  const filter = readFilter(new URLSearchParams(filterQuery({ severity: null, answered })));
  expect([null, 'accepted' as const, 'put_off' as const].map((one) => passes(remark(one), filter))).toEqual([
    open,
    accepted,
    putOff,
  ]);
});
