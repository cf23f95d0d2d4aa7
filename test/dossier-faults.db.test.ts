import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyHouse } from '../src/commands/verify.ts';
import { uuid7 } from '../src/platform/uuid.ts';
import type { Somebody } from './office.ts';
import { type OneStop, OWNER, openOneStop } from './one-stop.ts';

let desk: OneStop;
let officer: Somebody;
let owner: pg.Client;

beforeAll(async () => {
  desk = await openOneStop();
  officer = await desk.as('one_stop_officer', 'MC');
  owner = new pg.Client(desk.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await desk.close();
});

/** Takes one dossier in under a key. */
function accept(key: string): Promise<Response> {
  const input = {
    agency: desk.agencyId,
    procedure: desk.procedure,
    owner: OWNER,
    subject: `Hồ sơ ${key}`,
    alike: true,
    accept: true,
  };
  return officer.api('/dossiers', input, { 'idempotency-key': key });
}

async function soundLedgers(): Promise<void> {
  const damages: unknown[] = [];
  const found = await verifyHouse(desk.house, (damage) => damages.push(damage));
  // The office of the tests is not saved by actions: its catalogue rows have no versions.
  expect(damages.filter((damage) => !/unit|person|agency/.test((damage as { table: string }).table))).toEqual(
    [],
  );
  expect(found.events).toBeGreaterThan(0);
  const { rows } = await owner.query<{ codes: number; last: number }>(
    `SELECT (SELECT count(*) FROM dossier_code)::integer AS codes, (SELECT sum(last) FROM dossier_counter)::integer AS last`,
  );
  expect(rows[0]?.codes).toBe(rows[0]?.last);
}

test('connections that are cut while dossiers are accepted: told as 503, done once when sent again, no number lost', async () => {
  const keys = Array.from({ length: 60 }, () => uuid7());
  const statuses = new Set<number>();
  let left = keys.length;
  const cut = (async () => {
    while (left > 0) {
      await owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = $1
         ORDER BY random() LIMIT 1`,
        [desk.connection.user],
      );
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
  })();
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let key = keys.pop(); key !== undefined; key = keys.pop()) {
        for (;;) {
          const response = await accept(key);
          statuses.add(response.status);
          if (response.status === 200 || response.status === 201) break;
          expect(response.status).toBe(503);
          expect(((await response.json()) as { title: string }).title).not.toBe('');
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        left -= 1;
      }
    }),
  );
  await cut;
  expect(statuses).toContain(503);
  expect(await desk.count(`dossier WHERE status = 'accepted'`)).toBe(60);
  await soundLedgers();
}, 60_000);

test('a disk that is full is said, loses nothing, and work goes on by itself when there is room', async () => {
  const before = await desk.count('dossier');
  // As PostgreSQL says it when a table cannot grow, past the number that was taken and the events that were written.
  await owner.query(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`);
  await owner.query(
    'CREATE TRIGGER full_disk BEFORE INSERT ON audit_trail FOR EACH ROW EXECUTE FUNCTION full_disk()',
  );
  const key = uuid7();
  const refused = await accept(key);
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({
    type: 'urn:minhchung:refusal:unavailable:disk',
    title: expect.stringContaining('Ổ đĩa của máy chủ đã đầy'),
  });
  expect((await officer.get('/dossiers')).status).toBe(200);
  await owner.query('DROP TRIGGER full_disk ON audit_trail');
  expect(await desk.count('dossier')).toBe(before);
  const done = await accept(key);
  expect(done.status).toBe(201);
  expect(((await done.json()) as { code: string }).code).toBe(`000.00.01.H26-190130-00${before + 1}`);
  await soundLedgers();
});

test('a mail server that takes the connection and says nothing keeps nobody from accepting', async () => {
  const open = new Set<Socket>();
  const silent: Server = createServer((socket) => open.add(socket));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const { house } = desk;
  house.mail = { url: `smtp://127.0.0.1:${port}`, from: 'cchc@example.vn', baseUrl: 'http://localhost' };
  try {
    await owner.query(`UPDATE person SET email = 'vanthu@example.vn'`);
    await owner.query(
      `INSERT INTO mail (agency_id, id, person_id, state, tries, next_try_at, made_at)
       VALUES ($1, gen_random_uuid(), $2, 'waiting', 0, '2019-01-01', '2019-01-01')`,
      [desk.agencyId, desk.holder('records_clerk').personId],
    );
    const job = house.slices.flatMap((slice) => slice.jobs ?? []).find(({ name }) => name === 'mail');
    const sending = job?.run(house, new AbortController().signal);
    while (open.size === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    // The letter's transaction is open all the while.
    for (let turn = 0; turn < 5; turn++) expect((await accept(uuid7())).status).toBe(201);
    for (const socket of open) socket.destroy();
    await sending;
    const { rows } = await owner.query('SELECT state, failure FROM mail');
    expect(rows).toEqual([{ state: 'waiting', failure: 'unreachable' }]);
  } finally {
    house.mail = null;
    silent.close();
  }
  await soundLedgers();
}, 60_000);
