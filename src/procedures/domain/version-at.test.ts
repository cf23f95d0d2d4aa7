import { expect, test } from 'vitest';
import type { Channel, Limit } from '../index.ts';
import { casesOf, componentsOf, limitOf } from '../index.ts';

const limit = (channel: Channel | null, of: string | null, budget: string): Limit => ({
  channel,
  case: of,
  budget,
  text: budget,
});

const LIMITS = [
  limit(null, null, '5wd'),
  limit('online', null, '3wd'),
  limit(null, 'mở rộng', '10wd'),
  limit('post', 'mở rộng', '12wd'),
];

test.each([
  ['direct', null, '5wd'],
  ['online', null, '3wd'],
  ['direct', 'mở rộng', '10wd'],
  // The case decides before the channel.
  ['online', 'mở rộng', '10wd'],
  ['post', 'mở rộng', '12wd'],
  ['direct', 'một trường hợp lạ', '5wd'],
  ['online', 'một trường hợp lạ', '3wd'],
] as const)('a dossier brought %s in case %s has %s', (channel, of, budget) => {
  expect(limitOf({ limits: LIMITS }, channel, of)?.budget).toBe(budget);
});

test('where every limit is of some case, no case has none', () => {
  expect(limitOf({ limits: [limit(null, 'mở rộng', '10wd')] }, 'direct', null)).toBeUndefined();
});

test('cases are those that limits and components name, and a component of none is asked for in all', () => {
  const component = { key: 'c1', name: 'Đơn', form: null, originals: 1, copies: 0, required: true };
  const version = {
    limits: LIMITS,
    components: [
      { ...component, case: null },
      { ...component, key: 'c2', case: 'cấp lại' },
    ],
  };
  expect(casesOf(version)).toEqual(['mở rộng', 'cấp lại']);
  expect(componentsOf(version, 'mở rộng').map(({ key }) => key)).toEqual(['c1']);
  expect(componentsOf(version, 'cấp lại').map(({ key }) => key)).toEqual(['c1', 'c2']);
});
