import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type DemoOffice, openDemoOffice } from '../test/demo-office.ts';
import { rehearsal } from './rehearsal.ts';

let office: DemoOffice;
let owner: pg.Client;

beforeAll(async () => {
  office = await openDemoOffice();
  owner = new pg.Client(office.owner);
  await owner.connect();
}, 240_000);
afterAll(async () => {
  await owner?.end();
  await office?.close();
});

/** How many rows each table has that a request could write to. */
async function written(): Promise<object> {
  const tables = ['event', 'audit_trail', 'session', 'reminder', 'mail', 'stored_file', 'row_version'];
  const { rows } = await owner.query(
    `SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`).join(', ')},
      (SELECT count(*) FROM reminder WHERE read_at IS NULL) AS unread`,
  );
  return rows[0];
}

test('what the server asks of itself after a start is answered, and changes nothing', async () => {
  const named = office.house.slices.map((slice) => slice.rehearsed?.(office.house) ?? []);
  expect((await Promise.all(named)).flat().length).toBeGreaterThan(5);
  const before = await written();
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await rehearsal.run(office.house, new AbortController().signal);
  expect(log.mock.calls).toEqual([]);
  log.mockRestore();
  expect(await written()).toEqual(before);
});

test('a server that is told to stop asks no further page', async () => {
  const asked = vi.spyOn(office.house, 'agencyName');
  await rehearsal.run(office.house, AbortSignal.abort());
  expect(asked).not.toHaveBeenCalled();
});
