import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OneStop, openOneStop } from '../../test/one-stop.ts';
import { makeDossierYears } from './make-years.ts';

let desk: OneStop;
let owner: pg.Client;

beforeAll(async () => {
  desk = await openOneStop();
  owner = new pg.Client(desk.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await desk.close();
});

async function partitions(table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid
     WHERE inhparent = $1::regclass ORDER BY 1`,
    [table],
  );
  return rows.map(({ name }) => name);
}

test('the years to come have their partitions before they come, made once', async () => {
  const { house } = desk;
  const clock = { ...house.clock, real: () => Temporal.Instant.from('2041-12-31T17:00:00Z') };
  for (let twice = 0; twice < 2; twice++)
    await makeDossierYears.run(
      { ...house, clock: clock as typeof house.clock },
      new AbortController().signal,
    );
  for (const table of ['dossier', 'dossier_period']) {
    const known = await partitions(table);
    // That instant is 2042 in Hà Nội.
    expect(known.filter((name) => name >= `${table}_2029`)).toEqual(
      [2042, 2043, 2044].map((year) => `${table}_${year}`),
    );
    expect(known).not.toContain(`${table}_default`);
  }
});

test('an id of a year lies in its partition, to the millisecond', async () => {
  const { rows } = await owner.query<{ first: string }>('SELECT first_id_of(2042) AS first');
  const milliseconds = Temporal.Instant.from('2041-12-31T17:00:00Z').epochMilliseconds;
  expect(rows[0]?.first.replaceAll('-', '').slice(0, 12)).toBe(milliseconds.toString(16).padStart(12, '0'));
});

test('a dossier by its id is looked for in one partition', async () => {
  const { id } = await desk.takeIn();
  const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN SELECT * FROM dossier WHERE id = '${id}'`,
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan.match(/ on dossier_\d+/g)?.length).toBe(1);
});

test('the application makes no table of its own, and no absurd number of years', async () => {
  const app = new pg.Client(desk.connection);
  await app.connect();
  try {
    await expect(app.query('SELECT make_dossier_years(2019, 9000)')).rejects.toThrow(
      'no dossiers of the years',
    );
    await expect(app.query('CREATE TABLE dossier_2099 (LIKE dossier)')).rejects.toThrow('permission denied');
  } finally {
    await app.end();
  }
});
