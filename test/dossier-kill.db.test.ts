import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession } from '../src/people/sessions.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { startEmbedded } from '../src/platform/embedded/index.ts';
import { MIGRATIONS, officeOn, staffed } from './office.ts';
import { OWNER, oneStopOn } from './one-stop.ts';
import { Product, postgresOf, type ServerProcess } from './product.ts';

const ACCEPTANCES = 2000;
const CLIENTS = 8;
const KILLS = ['server', 'database', 'both'] as const;

const dataDir = mkdtempSync(path.join(tmpdir(), 'minhchung-killed-'));
const environment = { DATA_DIR: dataDir, PORT: '0', CLOCK: '2019-01-30T09:00' };
const notes = path.join(dataDir, 'acknowledged');

let product: Product;
let server: ServerProcess;
let noter: ChildProcess;
let desk: { agency: string; procedure: string; token: string };
const statuses = new Map<number | 'none', number>();
const answers = { accepted: 0, stopped: false };

beforeAll(async () => {
  [product, desk] = await Promise.all([Product.bundle(), prepareDesk()]);
  noter = spawn(process.execPath, [fileURLToPath(new URL('noter.ts', import.meta.url)), notes], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  server = await product.serve([], environment);
}, 120_000);
afterAll(async () => {
  answers.stopped = true;
  noter?.stdin?.end();
  await product?.remove();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

/** A one-stop desk with a procedure, in a database that is on disk when it says so. */
async function prepareDesk(): Promise<typeof desk> {
  const embedded = await startEmbedded({ dataDir });
  await migrate(embedded.connection, MIGRATIONS);
  const office = await officeOn(embedded.connection, dataDir, environment.CLOCK);
  const opened = await oneStopOn(await staffed(office), environment.CLOCK);
  const { accountId } = opened.holder('one_stop_officer', 'MC');
  const { database, clock } = opened.house;
  const token = await openSession(database, clock, accountId, { address: '', agent: null });
  await office.close();
  await embedded.stop();
  return { agency: opened.agencyId, procedure: opened.procedure, token };
}

/** Takes one dossier in, again and again under one key until it is acknowledged, whatever dies meanwhile. */
async function acceptedAt(key: string): Promise<{ id: string; code: string }> {
  const body = JSON.stringify({
    agency: desk.agency,
    procedure: desk.procedure,
    owner: OWNER,
    subject: `Hồ sơ ${key}`,
    alike: true,
    accept: true,
  });
  for (;;) {
    if (answers.stopped) throw new Error('the test is over');
    const response = await fetch(`${server.url}/api/v1/dossiers`, {
      method: 'POST',
      headers: {
        cookie: `mc_session=${desk.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body,
    }).catch(() => null);
    const text = await response?.text().catch(() => null);
    const status = response === null || typeof text !== 'string' ? 'none' : response.status;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status === 200 || status === 201) return JSON.parse(text ?? '');
    if (status !== 503 && status !== 'none') throw new Error(`answered with ${status}: ${text}`);
    await pause(100);
  }
}

async function acceptUntilEnough(): Promise<void> {
  while (answers.accepted < ACCEPTANCES) {
    const key = randomUUID();
    const first = await acceptedAt(key);
    answers.accepted += 1;
    // Kept by a process of its own before anything else is asked.
    noter.stdin?.write(`${key} ${first.code}\n`);
    if (answers.accepted % 20 === 0) expect(await acceptedAt(key)).toEqual(first);
  }
}

/** Kills at moments of chance until all is accepted. @returns how often each was killed */
async function killNowAndThen(): Promise<Record<(typeof KILLS)[number], number>> {
  const killed = { server: 0, database: 0, both: 0 };
  for (let turn = 0; ; turn += 1) {
    const next = answers.accepted + ACCEPTANCES * (0.08 + Math.random() * 0.08);
    while (!answers.stopped && answers.accepted < Math.min(next, ACCEPTANCES))
      await pause(Math.random() * 20);
    if (answers.stopped || answers.accepted >= ACCEPTANCES) return killed;
    const what = KILLS[turn % KILLS.length] ?? 'both';
    killed[what] += 1;
    const { pid } = postgresOf(dataDir);
    if (what === 'database') process.kill(pid, 'SIGKILL');
    else {
      const ended = server.end('SIGKILL');
      if (what === 'both') process.kill(pid, 'SIGKILL');
      await ended;
      server = await product.serve([], environment);
    }
  }
}

test('every acknowledged code is there with its dossier, none twice, none missing, none by half', async () => {
  const [killed] = await Promise.all([
    killNowAndThen(),
    ...Array.from({ length: CLIENTS }, () => acceptUntilEnough()),
  ]);
  for (const what of KILLS) expect(killed[what], what).toBeGreaterThanOrEqual(2);
  expect(statuses.get('none')).toBeGreaterThan(0);
  expect(await server.end('SIGTERM')).toBe(0);
  noter.stdin?.end();
  if (noter.exitCode === null) await once(noter, 'exit');

  const noted = readFileSync(notes, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  const codes = noted.map(([, code = '']) => code);
  expect(codes.length).toBeGreaterThanOrEqual(ACCEPTANCES);
  expect(new Set(codes).size).toBe(codes.length);
  const embedded = await startEmbedded({ dataDir });
  const client = new pg.Client(embedded.connection);
  await client.connect();
  const { rows } = await client.query<{
    code: string;
    key: string;
    events: number;
    periods: number;
    whole: boolean;
  }>(
    `SELECT c.code, substr(d.subject, 7) AS key, d.status = 'accepted' AND s.seq = 2 AS whole,
       (SELECT count(*)::integer FROM event WHERE event.agency_id = c.agency_id AND stream = c.dossier_id) AS events,
       (SELECT count(*)::integer FROM dossier_period p WHERE p.agency_id = c.agency_id AND p.dossier_id = c.dossier_id) AS periods
     FROM dossier_code c LEFT JOIN dossier d ON d.agency_id = c.agency_id AND d.id = c.dossier_id AND d.code = c.code
     LEFT JOIN stream s ON s.agency_id = c.agency_id AND s.id = c.dossier_id ORDER BY c.code`,
  );
  const { rows: ledgers } = await client.query(`SELECT FROM stream WHERE kind = 'dossier'`);
  const { rows: counters } = await client.query<{ last: number }>('SELECT last FROM dossier_counter');
  await client.end();
  await embedded.stop();
  expect(rows.filter((row) => !row.whole || row.events !== 2 || row.periods !== 1)).toEqual([]);
  expect(ledgers.length).toBe(rows.length);
  expect(counters).toEqual([{ last: rows.length }]);
  expect(rows.map(({ code }) => code)).toEqual(
    rows.map((_, at) => `000.00.01.H26-190130-${String(at + 1).padStart(4, '0')}`),
  );
  const kept = new Map(rows.map(({ key, code }) => [key, code]));
  expect(noted.filter(([key = '', code]) => kept.get(key) !== code)).toEqual([]);

  const verified = await product.run(['verify'], environment);
  expect(verified.output).toMatch(/\n\d{4,} sự kiện, \d{4,} dòng, 0 sai lệch\n$/);
  expect(verified.code).toBe(0);
  console.log(`killed ${JSON.stringify(killed)}, answers ${JSON.stringify([...statuses])}`);
}, 400_000);
