import { expect, test } from 'vitest';
import { type OverviewGroup, withEmptyMonths } from './overview.ts';

const group = (key: string) => ({ key, name: key, counts: { all: 1 } }) as unknown as OverviewGroup;

test.each([
  [['2019-02', '2019-05', 'none'], 2019, ['2019-02', '2019-03', '2019-04', '2019-05', 'none']],
  // A window far outside the year fills nothing on the way to it.
  [['1918-12', '2019-11', '2019-12', '2035-06'], 2019, ['1918-12', '2019-11', '2019-12', '2035-06']],
  [['2018-12', '2019-11', '2020-01'], 2019, ['2018-12', '2019-11', '2020-01']],
  [['2018-12', '2020-03'], 2019, ['2018-12', '2020-03']],
  [['2019-01', '2019-03'], null, ['2019-01', '2019-03']],
  [['none'], 2019, ['none']],
  [[], 2019, []],
])('of %j in the plan of %j the year shows %j', (months, year, shown) => {
  expect(withEmptyMonths(months.map(group), year).map(({ key }) => key)).toEqual(shown);
});
