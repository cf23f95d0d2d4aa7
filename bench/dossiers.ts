/**
 * Benchmark of dossiers: acceptance beside the same SQL bare and beside single inserts, by 1, 8 and 32 clients; and the pages
 * that read them, cold and warm, from the widest scope and through row-level security. A PostgreSQL of its own, with fsync,
 * and nothing but this machine.
 *
 *   npm run bench -- dossiers --keep=FOLDER [--agencies=1,200] [--count=100000] [--seed=375] [--only=acts|pages|fill] [--page=WORDS] [--verify]
 *
 * --keep holds the filled database; pages are measured on it, acceptances change it.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { verifyHouse } from '../src/commands/verify.ts';
import { handlingReportUrl } from '../src/dossiers/figures/urls.ts';
import { perform } from '../src/platform/actions/perform.ts';
import { Database } from '../src/platform/database/database.ts';
import { APP_ROLE } from '../src/platform/database/migrate.ts';
import { type Embedded, startEmbedded } from '../src/platform/embedded/index.ts';
import type { House } from '../src/platform/http/visit.ts';
import type { Actor } from '../src/platform/policy/policy.ts';
import { uuid7 } from '../src/platform/uuid.ts';
import { makeHouse } from '../src/serve.ts';
import { record, replay, type Sent } from './bare.ts';
import type { Filled } from './data.ts';
import { actorOf, fillFolder, NOW } from './dossiers-data.ts';
import { type Client, expectStatus, type Measured, measure } from './load.ts';
import { type Server, signedIn, startServer } from './server.ts';

const { values: options } = parseArgs({
  options: {
    keep: { type: 'string', default: 'bench-dossiers' },
    agencies: { type: 'string', default: '1,200' },
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '375' },
    only: { type: 'string' },
    page: { type: 'string' },
    verify: { type: 'boolean', default: false },
  },
});
/** Acceptances of a measurement, by the number of clients. */
const ACTS = { 1: 150, 8: 600, 32: 900 } as const;
const CLIENTS = [1, 8, 32] as const;
const REPORT = handlingReportUrl();
const ASKED = { 1: 60, 8: 160 } as const;

for (const agencies of options.agencies.split(',').map(Number)) await benchmark(agencies);

async function benchmark(agencies: number): Promise<void> {
  const count = Number(options.count);
  const folder = path.resolve(options.keep, `${agencies}-${count}-${options.seed}`);
  const kept = path.join(folder, 'filled.json');
  if (!existsSync(kept)) {
    await mkdir(folder, { recursive: true });
    await writeFile(kept, JSON.stringify(await fillFolder(folder, agencies, count, Number(options.seed))));
  }
  const filled: Filled = JSON.parse(await readFile(kept, 'utf8'));
  console.log(`\n## ${count} dossiers, ${agencies} agencies\n`);
  const embedded = await startEmbedded({ dataDir: folder });
  try {
    console.log(
      '| what | clients | p50 ms | p95 ms | p99 ms | a second |\n| --- | --- | --- | --- | --- | --- |',
    );
    if (options.only === undefined || options.only === 'pages') {
      const server = await startServer(embedded, folder, NOW);
      await measurePages(server, embedded, filled).finally(server.stop);
    }
    if (options.only === undefined || options.only === 'acts') await measureActs(embedded, folder, filled);
  } finally {
    await embedded.stop();
  }
}

async function measurePages(server: Server, embedded: Embedded, filled: Filled): Promise<void> {
  const [director, officer, head] = await Promise.all(
    ['giamdoc', 'so.0', 'truongphong'].map((login) => signedIn(server, login)),
  );
  if (director === undefined || officer === undefined || head === undefined)
    throw new Error('nobody has signed in');
  const known = await someDossiers(embedded, filled);
  const one = (index: number) => known[index % known.length] ?? { id: '', code: '' };
  const pages: readonly (readonly [string, Client, (index: number) => string])[] = [
    ['list of dossiers, 50 rows, all agencies', director, () => '/dossiers'],
    ['the same, page 20', director, () => '/dossiers?page=20'],
    ['open ones', director, () => '/dossiers?show=open'],
    ['late ones', director, () => '/dossiers?show=late'],
    ['waiting for the applicant', director, () => '/dossiers?show=supplement'],
    ['uncollected ones', director, () => '/dossiers?show=uncollected'],
    ['of one month', director, () => '/dossiers?from=01/06/2022&to=30/06/2022'],
    ['list, one agency', officer, () => '/dossiers'],
    ['list, units of a head', head, () => '/dossiers'],
    ['open ones of those', head, () => '/dossiers?show=open'],
    [
      'search: two words of a name',
      officer,
      (index) => `/dossiers?q=${index % 2 === 0 ? 'hoa+sen' : 'truong+tieu+hoc'}`,
    ],
    [
      'search: a name and number',
      officer,
      (index) => `/dossiers?q=${index % 2 === 0 ? 'binh+minh+1' : 'phu+huynh+2'}`,
    ],
    ['tracking: by code', officer, (index) => `/dossiers?q=${one(index).code}`],
    ['queues of the desk', officer, () => '/dossier-queue'],
    ['queues of a head', head, () => '/dossier-queue'],
    ['queues of a leader', director, () => '/dossier-queue'],
    ['page of a dossier', officer, (index) => `/dossiers/${one(index).id}`],
    ['its due time explained', officer, (index) => `/dossiers/${one(index).id}/deadline`],
    ['form of intake', officer, () => '/intake'],
    ['board of the desk', officer, () => '/desk-overview'],
    ['board of the agency', director, () => '/dossier-overview'],
    ['report of a month', director, () => `${REPORT}?from=2025-11-01&to=2025-11-30`],
    ['report of a year', director, () => `${REPORT}?from=2024-01-01&to=2024-12-31`],
  ];
  const only = pages.filter(([name]) => options.page === undefined || name.includes(options.page));
  for (const [name, client, url] of only) {
    const start = performance.now();
    const answer = await client.get(url(0));
    if (answer.status !== 200) console.error(url(0));
    expectStatus(answer, 200);
    row(`${name}: the first request`, 1, performance.now() - start);
  }
  for (const [name, client, url] of only)
    for (const clients of [1, 8] as const) {
      const visitors = Array.from({ length: clients }, () => client.another());
      const ask = async (index: number, number: number) => {
        expectStatus(await (visitors[number] ?? client).get(url(index)), 200);
      };
      await measure(clients, 20, ask);
      print(name, clients, await measure(clients, ASKED[clients], ask));
      for (const visitor of visitors) visitor.close();
    }
  for (const client of [director, officer, head]) client.close();
}

/** Dossiers of the department from all years. */
async function someDossiers(embedded: Embedded, { root }: Filled): Promise<{ id: string; code: string }[]> {
  const client = new pg.Client(embedded.connection);
  await client.connect();
  const { rows } = await client.query<{ id: string; code: string }>(
    `SELECT id, code FROM (SELECT id, code, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS all FROM dossier
       WHERE agency_id = $1 AND code IS NOT NULL) AS d WHERE n % greatest(1, d.all / 100) = 0`,
    [root],
  );
  await client.end();
  return rows;
}

async function measureActs(embedded: Embedded, folder: string, filled: Filled): Promise<void> {
  const connection = { ...embedded.connection, user: APP_ROLE };
  const database = new Database({ ...connection, max: 32 });
  const recording = new Database({ ...connection, max: 1 });
  try {
    const house = await makeHouse(database, { clock: NOW, dataDir: folder });
    const desks = await Promise.all(
      filled.agencies.map(async (agency, number) => ({
        agency,
        officer: await actorOf(house, agency, number === 0 ? 'so.0' : `tr${number}.0`),
      })),
    );
    const procedure = await oneProcedure(embedded);
    const act = (where: House, index: number) => accept(where, desks[index % desks.length], procedure);
    await measure(8, 200, (index) => act(house, index));
    for (const clients of CLIENTS) {
      const count = ACTS[clients];
      const performed = await measure(clients, count, (index) => act(house, index));
      const recorded: Sent[][] = [];
      for (let index = 0; index < count; index++) {
        recorded.push(await record(() => act({ ...house, database: recording }, index)));
        // What was recorded was taken back, and its number with it: the next one shall be another.
        await raiseCounters(embedded);
      }
      const bare = await sentBare(connection, clients, recorded);
      const single = await singleInserts(embedded, clients, count);
      print('acceptance', clients, performed);
      print(`its ${recorded[0]?.length} statements sent bare`, clients, bare);
      print('one row inserted by itself', clients, single);
      console.log(
        `| times as long as bare, by median (by rate) | ${clients} | ${(performed.p50 / bare.p50).toFixed(2)} (${(bare.rate / performed.rate).toFixed(2)}) | | | |`,
      );
    }
    if (options.verify) {
      const found = await verifyHouse(house, (damage) => console.error(damage));
      console.log(`\nverify: ${found.events} events, ${found.rows} rows, ${found.damaged} damaged`);
      if (found.damaged > 0) process.exitCode = 1;
    }
  } finally {
    await database.close();
    await recording.close();
  }
}

async function accept(
  house: House,
  desk: { agency: string; officer: Actor } | undefined,
  procedure: string,
): Promise<void> {
  const submit = house.actions.get('dossier.submit');
  if (submit === undefined || desk === undefined) throw new Error('there is no desk');
  const key = uuid7();
  const outcome = await perform(
    house,
    submit,
    desk.officer,
    {
      agency: desk.agency,
      procedure,
      owner: { kind: 'individual', name: `Phụ huynh học sinh ${key.slice(24)}`, telephone: '0912345678' },
      subject: 'Xin cấp bản sao',
      components: [{ key: 'c1', name: 'Đơn đề nghị theo mẫu', there: true, originals: 1, copies: 0 }],
      alike: true,
      accept: true,
    },
    { key, address: '127.0.0.1' },
  );
  if (!outcome.done) throw new Error(`refused: ${outcome.refusal.code} ${outcome.refusal.field ?? ''}`);
}

async function oneProcedure(embedded: Embedded): Promise<string> {
  const client = new pg.Client(embedded.connection);
  await client.connect();
  const { rows } = await client.query<{ id: string }>('SELECT id FROM procedure ORDER BY id LIMIT 1');
  await client.end();
  return rows[0]?.id ?? '';
}

let raising: pg.Client | undefined;
async function raiseCounters(embedded: Embedded): Promise<void> {
  if (raising === undefined) {
    raising = new pg.Client(embedded.connection);
    await raising.connect();
    // One that outlives its database must not end the benchmark.
    raising.on('error', () => undefined);
  }
  await raising.query('UPDATE dossier_counter SET last = last + 1 WHERE scope LIKE $1', [
    `%/${NOW.slice(0, 10)}`,
  ]);
}

async function connected<T>(
  connection: pg.ClientConfig,
  clients: number,
  run: (all: pg.Client[]) => Promise<T>,
): Promise<T> {
  const connections = Array.from({ length: clients }, () => new pg.Client(connection));
  await Promise.all(connections.map((one) => one.connect()));
  try {
    return await run(connections);
  } finally {
    await Promise.all(connections.map((one) => one.end()));
  }
}

function sentBare(
  connection: pg.ClientConfig,
  clients: number,
  recorded: readonly Sent[][],
): Promise<Measured> {
  return connected(connection, clients, (all) =>
    measure(clients, recorded.length, async (index, number) => {
      const [one, sent] = [all[number], recorded[index]];
      if (one === undefined || sent === undefined) throw new Error('nothing was recorded');
      await replay(one, sent);
    }),
  );
}

/** What a database does at most: one row of a ledger's size, a transaction each. */
async function singleInserts(embedded: Embedded, clients: number, count: number): Promise<Measured> {
  return connected(embedded.connection, clients, async ([first, ...others]) => {
    if (first === undefined) throw new Error('nobody is connected');
    await first.query('CREATE TABLE IF NOT EXISTS bench_row (id uuid PRIMARY KEY, payload jsonb NOT NULL)');
    const payload = JSON.stringify({ text: 'x'.repeat(400) });
    const measured = await measure(clients, count, async (_, number) => {
      await [first, ...others][number]?.query({
        name: 'single',
        text: 'INSERT INTO bench_row VALUES ($1, $2)',
        values: [uuid7(), payload],
      });
    });
    await first.query('DROP TABLE bench_row');
    return measured;
  });
}

function print(what: string, clients: number, { p50, p95, p99, rate }: Measured): void {
  console.log(
    `| ${what} | ${clients} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${p99.toFixed(1)} | ${rate.toFixed(0)} |`,
  );
}

function row(what: string, clients: number, ms: number): void {
  console.log(`| ${what} | ${clients} | ${ms.toFixed(1)} | | | |`);
}
