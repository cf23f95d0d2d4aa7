import { expect, test } from 'vitest';
import { checkClock } from './check-clock.ts';
import { plantedHouse } from './planted.ts';

const INNOCENT = `
  // Date.now() and new Date() in a comment are no clock
  export const a = new Date(0);
  export const b = (clock: { now(): number }) => clock.now();
  export const c = performance.now();
  export const d = <p>{'now and today'}</p>;
  export const e = sql\`SELECT clock.now, known() FROM clock\`;
`;

function house() {
  return plantedHouse({
    'src/a.tsx': INNOCENT,
    'src/platform/clock/system.ts': 'export const now = () => Temporal.Now.instant();',
    'migrations/1.sql': '-- now() stands in no default\nCREATE TABLE a (at timestamptz NOT NULL);',
  });
}

test('a house that takes its time from the one clock has no breach', () => {
  expect(checkClock(house().folder)).toEqual([]);
});

test.each([
  ['Date.now', 'export const a = Date.now();'],
  ['Date.now', 'export const a = Date["now"]();'],
  ['Date.now', 'export const read = Date.now;'],
  ['new Date()', 'export const a = new Date();'],
  ['new Date()', 'export const a = new Date;'],
  ['Date()', 'export const a = Date();'],
  ['Temporal.Now', 'export const a = Temporal.Now.plainDateISO();'],
  ['performance.timeOrigin', 'export const a = performance.timeOrigin + performance.now();'],
  ['now()', 'export const a = sql`SELECT now()`;'],
  ['current_date', `export const a = query('SELECT current_date');`],
  ['CURRENT_TIMESTAMP', 'export const a = sql`INSERT INTO a VALUES (CURRENT_TIMESTAMP)`;'],
  ['clock_timestamp()', 'export const a = sql`SELECT clock_timestamp()`;'],
  [`'today'::`, `export const a = sql\`SELECT 'today'::date\`;`],
  ['now()', `export const a = eb.fn('now', []);`],
])('a reading of the clock is seen: %s in %s', (clock, text) => {
  const { folder, write } = house();
  write('src/plan/queries.ts', text);
  expect(checkClock(folder)).toEqual([`src/plan/queries.ts: ${clock}`]);
});

test.each([
  ['now()', 'at timestamptz NOT NULL DEFAULT now()'],
  ['current_date', 'on_day date DEFAULT current_date'],
])('a default of the database that reads the clock is seen: %s', (clock, column) => {
  const { folder, write } = house();
  write('migrations/2.sql', `CREATE TABLE b (\n  ${column}\n);`);
  expect(checkClock(folder)).toEqual([`migrations/2.sql:2: ${clock}`]);
});

test('the clock’s own folder has no second file that may read it', () => {
  const { folder, write } = house();
  write('src/platform/clock/clock.ts', 'export const a = Date.now();');
  expect(checkClock(folder)).toHaveLength(1);
});
