import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openEmptyOffice } from '../../../test/office.ts';
import { serverScope } from '../policy/policy.ts';
import { Database } from './database.ts';
import { plannedEachTime } from './prepared.ts';

let office: Office;
let single: Database;

beforeAll(async () => {
  office = await openEmptyOffice();
  single = new Database({ ...office.connection, max: 1 });
});
afterAll(async () => {
  await single?.close();
  await office?.close();
});

/** What the one connection has prepared of statements that name a word. */
const prepared = (database: Database, word: string) =>
  database.read(serverScope([]), async (query) => {
    const { rows } = await sql<{ statement: string }>`
      SELECT statement FROM pg_prepared_statements`.execute(query);
    return rows.filter(({ statement }) => statement.includes(word)).length;
  });

const ask = (database: Database, word: string, end = sql``) =>
  database.read(serverScope([]), async (query) => {
    const { rows } = await sql<{ said: string }>`
      SELECT ${word} || ${sql.lit(word)} AS said ${end}`.execute(query);
    return rows[0]?.said;
  });

test('a statement is prepared when it comes again, and answers as before', async () => {
  expect(await ask(single, 'again')).toBe('againagain');
  expect(await prepared(single, "'again'")).toBe(0);
  for (let time = 0; time < 7; time++) expect(await ask(single, 'again')).toBe('againagain');
  expect(await prepared(single, "'again'")).toBe(1);
});

test('a migration beside a running server costs it one answer, not all that follow', async () => {
  const owner = new pg.Client(office.owner);
  await owner.connect();
  await owner.query('CREATE TABLE probe (a int)');
  await owner.query('INSERT INTO probe VALUES (1)');
  await owner.query('GRANT SELECT ON probe TO minhchung_app');
  const read = () =>
    single.read(serverScope([]), async (query) => {
      const { rows } = await sql`SELECT * FROM probe WHERE a = ${1}`.execute(query);
      return rows;
    });
  for (let time = 0; time < 3; time++) expect(await read()).toEqual([{ a: 1 }]);
  await owner.query("ALTER TABLE probe ADD COLUMN b text DEFAULT 'x'");
  await owner.end();
  await expect(read()).rejects.toThrow('cached plan');
  for (let time = 0; time < 3; time++) expect(await read()).toEqual([{ a: 1, b: 'x' }]);
});

test('what a list filters is planned each time', async () => {
  for (let time = 0; time < 3; time++) await ask(single, 'listed', plannedEachTime);
  expect(await prepared(single, "'listed'")).toBe(0);
});

test('behind a pooler that keeps none, nothing is prepared', async () => {
  const pooled = new Database({ ...office.connection, max: 1 }, { prepares: false });
  for (let time = 0; time < 3; time++) await ask(pooled, 'pooled');
  expect(await prepared(pooled, "'pooled'")).toBe(0);
  await pooled.close();
});
