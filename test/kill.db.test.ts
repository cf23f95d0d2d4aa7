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
import { issuePlan } from './issued-plan.ts';
import { MIGRATIONS, officeOn, Somebody, staffed } from './office.ts';
import { Product, postgresOf, type ServerProcess } from './product.ts';

const SUBMISSIONS = 1000;
const CLIENTS = 8;
const KILLS = ['server', 'database', 'both'] as const;

const dataDir = mkdtempSync(path.join(tmpdir(), 'minhchung-killed-'));
const environment = { DATA_DIR: dataDir, PORT: '0', CLOCK: '2019-06-03T09:00' };
const notes = path.join(dataDir, 'acknowledged');

let product: Product;
let server: ServerProcess;
let noter: ChildProcess;
/** Milestones to work on, with the cookies of those who submit and who send back. */
let work: { task: string; officer: string; office: string }[] = [];
const statuses = new Map<number | 'none', number>();
const answers = { submitted: 0, stopped: false };

beforeAll(async () => {
  [product, work] = await Promise.all([Product.bundle(), prepareWork()]);
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

/** An office whose plan is issued, in a database that is on disk when it says so. */
async function prepareWork(): Promise<typeof work> {
  const embedded = await startEmbedded({ dataDir });
  await migrate(embedded.connection, MIGRATIONS);
  const office = await staffed(await officeOn(embedded.connection, dataDir, environment.CLOCK));
  const { house } = office;
  const session = async (...who: Parameters<typeof office.holder>) =>
    openSession(house.database, house.clock, office.holder(...who).accountId, { address: '', agent: null });
  const plan = await issuePlan(office);
  const client = new pg.Client(office.owner);
  await client.connect();
  const found: typeof work = [];
  for (const unit of ['TCCB', 'KHTC', 'GDTX', 'TTr'] as const) {
    const { rows } = await client.query<{ id: string }>(
      `SELECT task.id FROM task JOIN task_unit ON task_id = task.id
       WHERE plan_id = $1 AND role = 'lead' AND unit_id = $2 AND task.kind = 'duty' ORDER BY task.position LIMIT 6`,
      [plan, office.units[unit]],
    );
    const head = new Somebody(office);
    await head.become(office, 'head', unit);
    const tokens = { officer: await session('officer', unit), office: await session('head', 'VP') };
    for (const { id } of rows) {
      await head.api(`/tasks/${id}/assignment`, { person: office.holder('officer', unit).personId });
      found.push({ task: id, ...tokens });
    }
  }
  await client.end();
  await office.close();
  await embedded.stop();
  return found;
}

/** Sends one request until it is acknowledged, whatever dies meanwhile, under one key. */
async function acknowledged(token: string, url: string, key: string, body: unknown): Promise<unknown> {
  for (;;) {
    if (answers.stopped) throw new Error('the test is over');
    const response = await fetch(`${server.url}/api/v1${url}`, {
      method: 'POST',
      headers: { cookie: `mc_session=${token}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    }).catch(() => null);
    const text = await response?.text().catch(() => null);
    const status = response === null || typeof text !== 'string' ? 'none' : response.status;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status === 200 || status === 201) return JSON.parse(text ?? '');
    if (status !== 503 && status !== 'none') throw new Error(`${url} was answered with ${status}: ${text}`);
    if (status === 503)
      expect(JSON.parse(text ?? '')).toMatchObject({ status: 503, title: expect.any(String) });
    await pause(100);
  }
}

async function submitUntilEnough(own: typeof work): Promise<void> {
  for (let round = 0; answers.submitted < SUBMISSIONS; round += 1) {
    const { task, officer, office } = own[round % own.length] ??
      own[0] ?? { task: '', officer: '', office: '' };
    const key = randomUUID();
    const evidence = { kind: 'event', day: '2019-05-20', abstract: `Lần nộp ${key}` };
    const submission = `/tasks/${task}/milestones/1/submission`;
    const first = await acknowledged(officer, submission, key, evidence);
    answers.submitted += 1;
    noter.stdin?.write(`${key}\n`);
    if (round % 10 === 0) expect(await acknowledged(officer, submission, key, evidence)).toEqual(first);
    await acknowledged(office, `/tasks/${task}/milestones/1/sending-back`, randomUUID(), {
      reason: 'Nộp lại',
    });
  }
}

/** Kills at moments of chance until all is submitted. @returns how often each was killed */
async function killNowAndThen(): Promise<Record<(typeof KILLS)[number], number>> {
  const killed = { server: 0, database: 0, both: 0 };
  for (let turn = 0; ; turn += 1) {
    // Counted in submissions, so that a slow machine has as many kills as a quick one.
    const next = answers.submitted + SUBMISSIONS * (0.08 + Math.random() * 0.08);
    while (!answers.stopped && answers.submitted < Math.min(next, SUBMISSIONS))
      await pause(Math.random() * 20);
    if (answers.stopped || answers.submitted >= SUBMISSIONS) return killed;
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

test('what was acknowledged is there, once, whoever was killed while it was submitted', async () => {
  const shares = Array.from({ length: CLIENTS }, (_, client) =>
    work.filter((_, index) => index % CLIENTS === client),
  );
  const [killed] = await Promise.all([killNowAndThen(), ...shares.map(submitUntilEnough)]);
  for (const what of KILLS) expect(killed[what], what).toBeGreaterThanOrEqual(2);
  expect(statuses.get('none')).toBeGreaterThan(0);
  expect(statuses.get(503)).toBeGreaterThan(0);
  expect(await server.end('SIGTERM')).toBe(0);
  noter.stdin?.end();
  if (noter.exitCode === null) await once(noter, 'exit');

  const keys = readFileSync(notes, 'utf8').trim().split('\n');
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.length).toBeGreaterThanOrEqual(SUBMISSIONS);
  const embedded = await startEmbedded({ dataDir });
  const client = new pg.Client(embedded.connection);
  await client.connect();
  const { rows } = await client.query<{
    key: string;
    events: number;
    audits: number;
    requests: number;
    kept: number;
  }>(
    `SELECT key,
       (SELECT count(*)::integer FROM event JOIN stream ON stream.id = event.stream AND kind = 'task' WHERE event.request_key = key) AS events,
       (SELECT count(*)::integer FROM audit_trail AS audit WHERE audit.request_key = key AND outcome = 'done') AS audits,
       (SELECT count(*)::integer FROM request WHERE request.key = noted.key) AS requests,
       (SELECT count(*)::integer FROM evidence_revision WHERE abstract = 'Lần nộp ' || key) AS kept
     FROM unnest($1::text[]) AS noted (key)`,
    [keys],
  );
  await client.end();
  await embedded.stop();
  expect(
    rows.filter((row) => row.events !== 1 || row.audits !== 1 || row.requests !== 1 || row.kept !== 1),
  ).toEqual([]);

  const verified = await product.run(['verify'], environment);
  expect(verified.output).toMatch(/\n\d{4,} sự kiện, \d{4,} dòng, 0 sai lệch\n$/);
  expect(verified.code).toBe(0);
  console.log(`killed ${JSON.stringify(killed)}, answers ${JSON.stringify([...statuses])}`);
}, 300_000);
