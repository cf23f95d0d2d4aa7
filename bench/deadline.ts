/**
 * How many due times are reckoned in a second on one core, by unit. Moments and amounts are seeded, over 2019–2026.
 *
 *   npm run bench -- deadline [--count=1000000]
 */
import { parseArgs } from 'node:util';
import { BUDGET_UNITS, fromDayNumber, officialDeadlines, toDayNumber } from '../src/pure/calendar/index.ts';
import { Seeded } from './bulk.ts';

const { values: options } = parseArgs({ options: { count: { type: 'string', default: '1000000' } } });
const count = Number(options.count);
const random = new Seeded(375);
const first = toDayNumber('2019-01-02');
const moments = Array.from({ length: 10_000 }, () => {
  const minute = 8 * 60 + random.below(8 * 60);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${fromDayNumber(first + random.below(365 * 8))}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
});
const amounts = { wd: 30, wh: 40, d: 60, mo: 3 };

console.log('| unit | due times a second |\n| --- | --- |');
for (const unit of BUDGET_UNITS) {
  const budgets = Array.from({ length: amounts[unit] }, (_, index) => ({ amount: index + 1, unit }));
  const reckon = (times: number) => {
    let known = 0;
    for (let index = 0; index < times; index++) {
      const moment = moments[index % moments.length] ?? '';
      const budget = budgets[index % budgets.length];
      if (budget !== undefined && officialDeadlines.add(moment, budget) !== null) known += 1;
    }
    return known;
  };
  reckon(100_000);
  const start = performance.now();
  const known = reckon(count);
  const seconds = (performance.now() - start) / 1000;
  if (known < count * 0.9) throw new Error(`only ${known} of ${count} due times are known`);
  console.log(`| ${unit} | ${Math.round(count / seconds).toLocaleString('en-US')} |`);
}
