/**
 * Benchmark of the served product: signing in, lists, a task, and an action beside the same SQL sent bare; in one
 * agency and in 200, by 1 client and by 8, cold and warm. Everything goes through row-level security as the
 * application's role, seen from the widest scope that there is. It runs a PostgreSQL of its own, with fsync, in a
 * temporary folder, and loads nothing but this machine.
 *
 *   npm run bench -- http [--agencies=1,200] [--tasks=20000] [--seed=375] [--verify] [--keep=FOLDER] [--pages]
 *
 * --keep leaves the filled database in a folder, from which later runs start with a copy; --pages measures pages alone, by
 * one client.
 */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { verifyHouse } from '../src/commands/verify.ts';
import { findActor } from '../src/people/sessions.ts';
import { perform } from '../src/platform/actions/perform.ts';
import { Database } from '../src/platform/database/database.ts';
import { APP_ROLE, migrate } from '../src/platform/database/migrate.ts';
import { type Embedded, startEmbedded } from '../src/platform/embedded/index.ts';
import { DiskStore } from '../src/platform/files/store.ts';
import type { House } from '../src/platform/http/visit.ts';
import { type Actor, serverScope } from '../src/platform/policy/policy.ts';
import { uuid7 } from '../src/platform/uuid.ts';
import { makeHouse } from '../src/serve.ts';
import { record, replay, type Sent, writesOf } from './bare.ts';
import { CLOCK, type Filled, type Filling, fillDatabase } from './data.ts';
import { type Answer, type Client, expectStatus, type Measured, measure } from './load.ts';
import { type Server, signedIn, startServer } from './server.ts';

const { values: options } = parseArgs({
  options: {
    agencies: { type: 'string', default: '1,200' },
    tasks: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '375' },
    verify: { type: 'boolean', default: false },
    keep: { type: 'string' },
    pages: { type: 'boolean', default: false },
  },
});
const ROOT = process.cwd();
/** Requests of a measurement, by the number of clients. */
const COUNTS = { 1: 200, 8: 800 } as const;
const CLIENTS = [1, 8] as const;

for (const agencies of options.agencies.split(',').map(Number)) await benchmark(agencies);

async function benchmark(agencies: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'minhchung-bench-'));
  const filling = { agencies, tasks: Number(options.tasks), seed: Number(options.seed) };
  try {
    const kept = options.keep && path.resolve(options.keep, `${agencies}-${filling.tasks}-${filling.seed}`);
    const home = kept ?? folder;
    if (!existsSync(path.join(home, 'filled.json'))) await fill(home, filling);
    if (kept !== undefined) await cp(kept, folder, { recursive: true });
    const filled: Filled = JSON.parse(await readFile(path.join(folder, 'filled.json'), 'utf8'));
    console.log(`\n## ${agencies} agencies, ${filling.tasks} tasks\n`);
    // Cold: PostgreSQL and server have just started; the machine still has the files in its memory.
    const embedded = await startEmbedded({ dataDir: folder });
    try {
      const server = await startServer(embedded, folder);
      await measureAll(server, embedded, folder, filled).finally(server.stop);
    } finally {
      await embedded.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string, filling: Filling): Promise<void> {
  const embedded = await startEmbedded({ dataDir: folder });
  try {
    await migrate(embedded.connection, path.join(ROOT, 'migrations'));
    const from = performance.now();
    const filled = await fillDatabase(
      embedded.connection,
      new DiskStore(path.join(folder, 'files')),
      filling,
    );
    console.error(`Filled the database in ${((performance.now() - from) / 1000).toFixed(1)} s`);
    await writeFile(path.join(folder, 'filled.json'), JSON.stringify(filled));
  } finally {
    await embedded.stop();
  }
}

async function measureAll(server: Server, embedded: Embedded, folder: string, filled: Filled): Promise<void> {
  console.log(
    '| what | clients | p50 ms | p95 ms | p99 ms | a second |\n| --- | --- | --- | --- | --- | --- |',
  );
  const director = await signedIn(server, filled.logins.director);
  const administrator = await signedIn(server, filled.logins.administrator);
  const head = await signedIn(server, filled.logins.head);
  const [someTask] = filled.open;
  if (someTask === undefined) throw new Error('no task is open');
  const pages: readonly (readonly [string, Client, (index: number) => string])[] = [
    ['list of tasks, 50 rows, scope of all agencies', director, () => '/tasks'],
    ['the same, page 20', director, () => '/tasks?page=20'],
    ['a plan as the document, with its live state', director, () => `/plans/${filled.plan}`],
    ['its tasks, 50 rows, with figures', director, () => `/plans/${filled.plan}/tasks`],
    ['its targets', director, () => `/plans/${filled.plan}/tasks?part=targets`],
    ['the same, its overview', director, () => `/plans/${filled.plan}/overview`],
    ['the same, its chases', director, () => `/plans/${filled.plan}/chases`],
    ['the same, letters to whoever is late', head, () => `/plans/${filled.plan}/new-chase`],
    ['work of a head of division', head, () => '/my-work?whose=unit'],
    ['figures, scope of all agencies', director, () => '/measures'],
    ['one figure with its list', director, () => `/measures/milestone.on-time?of=${filled.plan}`],
    ['list of people, 50 rows, scope of all agencies', administrator, () => '/people'],
    ['tasks as JSON, 50 rows', director, () => '/api/v1/tasks'],
    ['page of a task', director, (index) => `/tasks/${filled.open[index % filled.open.length]?.task}`],
  ];
  for (const [name, client, url] of pages) {
    const start = performance.now();
    expectStatus(await client.get(url(0)), 200);
    row(`${name}: cold, the first request`, 1, performance.now() - start);
  }
  if (!options.pages) await measureSignIn(server, Object.values(filled.logins));
  for (const [name, client, url] of pages)
    for (const clients of options.pages ? ([1] as const) : CLIENTS) {
      const visitors = Array.from({ length: clients }, () => client.another());
      await measure(clients, 100, async (index) => {
        expectStatus(await (visitors[index % clients] ?? client).get(url(index)), 200);
      });
      print(
        name,
        clients,
        await measure(clients, COUNTS[clients] * 2, async (index, number) => {
          expectStatus(await (visitors[number] ?? client).get(url(index)), 200);
        }),
      );
      for (const visitor of visitors) visitor.close();
    }
  if (!options.pages) await measureAction(head, embedded, folder, filled);
  for (const client of [director, administrator, head]) client.close();
}

/** By several people in turn: attempts of one login at once are held back. */
async function measureSignIn(server: Server, logins: readonly string[]): Promise<void> {
  for (const clients of CLIENTS)
    print(
      'signing in (argon2id, 19 MiB)',
      clients,
      await measure(clients, clients * 40, async (index) =>
        (await signedIn(server, logins[index % logins.length] ?? '')).close(),
      ),
    );
}

/** Evidence handed in for a milestone: by form, by API, by the action alone, and as bare SQL. */
async function measureAction(
  head: Client,
  embedded: Embedded,
  folder: string,
  filled: Filled,
): Promise<void> {
  const open = filled.open.values();
  const next = () => {
    const one = open.next().value;
    if (one === undefined) throw new Error('more is submitted than stands open: make more tasks');
    return one;
  };
  const recordedTasks = new Set<string>();
  // What is recorded and taken back keeps its place in its stream, so a task is recorded once.
  const nextTask = () => {
    for (;;) {
      const one = next();
      if (recordedTasks.has(one.task)) continue;
      recordedTasks.add(one.task);
      return one;
    }
  };
  const evidence = {
    kind: 'event',
    day: '2019-05-31',
    abstract: 'Hội nghị triển khai, có danh sách người dự',
  };
  const pathOf = ({ task, milestone }: Filled['open'][number]) =>
    `/tasks/${task}/milestones/${milestone}/submission`;
  const page = expectStatus(await head.get(pathOf(next())), 200).body;
  const csrf = /name="_csrf"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="_csrf"/.exec(page);
  const form = { ...evidence, _csrf: csrf?.[1] ?? csrf?.[2] ?? '', _from: '/tasks' };

  const connection = { ...embedded.connection, user: APP_ROLE };
  const database = new Database({ ...connection, max: 8 });
  const recording = new Database({ ...connection, max: 1 });
  try {
    const house = await makeHouse(database, { clock: CLOCK, dataDir: folder });
    const apart = { ...house, database: recording };
    const actor = await actorOf(house, filled);
    const submit = house.actions.get('milestone.submit');
    if (submit === undefined) throw new Error('there is no action milestone.submit');
    const act = async (where: House, milestone = next()) => {
      const outcome = await perform(
        where,
        submit,
        actor,
        { ...milestone, ...evidence },
        { key: uuid7(), address: '127.0.0.1' },
      );
      if (!outcome.done) throw new Error(`refused: ${outcome.refusal.code}`);
    };
    for (const clients of CLIENTS) {
      const count = COUNTS[clients];
      const browsers = Array.from({ length: clients }, () => head.another());
      const post = async (send: (client: Client) => Promise<Answer>, status: number, number: number) => {
        expectStatus(await send(browsers[number] ?? head), status);
      };
      const byApi = (client: Client) => client.api(pathOf(next()), evidence, uuid7());
      const byForm = (client: Client) => client.form(pathOf(next()), { ...form, _key: uuid7() });
      await measure(clients, 50, (_, number) => post(byApi, 201, number));
      const api = await measure(clients, count, (_, number) => post(byApi, 201, number));
      const formed = await measure(clients, count, (_, number) => post(byForm, 303, number));
      await measure(clients, 50, () => act(house));
      const performed = await measure(clients, count, () => act(house));
      const recorded: Sent[][] = [];
      for (let index = 0; index < count * 2; index++)
        recorded.push(await record(() => act(apart, nextTask())));
      const whole = await bare(connection, clients, recorded.slice(0, count));
      const writes = await bare(connection, clients, recorded.slice(count).map(writesOf));
      print('evidence handed in: form', clients, formed);
      print('evidence handed in: API', clients, api);
      print('evidence handed in: the action without HTTP', clients, performed);
      print(`the same ${recorded[0]?.length} statements sent bare`, clients, whole);
      print(`its ${writesOf(recorded[0] ?? []).length} writing statements sent bare`, clients, writes);
      ratio(
        clients,
        { form: formed, API: api, 'without HTTP': performed },
        { 'all statements': whole, 'writing ones': writes },
      );
      for (const browser of browsers) browser.close();
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

async function actorOf(house: House, filled: Filled): Promise<Actor> {
  const found = await house.database.read(serverScope([filled.root]), async (query) => {
    const account = await query
      .selectFrom('account')
      .select(['id', 'person_id'])
      .where('login', '=', filled.logins.head)
      .executeTakeFirstOrThrow();
    return findActor(query, filled.root, account.person_id, account.id, house.clock.today());
  });
  if (found === undefined) throw new Error('nobody heads the divisions');
  return found.actor;
}

async function bare(
  connection: pg.ClientConfig,
  clients: number,
  recorded: readonly Sent[][],
): Promise<Measured> {
  const connections = Array.from({ length: clients }, () => new pg.Client(connection));
  await Promise.all(connections.map((one) => one.connect()));
  try {
    return await measure(clients, recorded.length, async (index, number) => {
      const [one, sent] = [connections[number], recorded[index]];
      if (one === undefined || sent === undefined) throw new Error('nothing was recorded');
      await replay(one, sent);
    });
  } finally {
    await Promise.all(connections.map((one) => one.end()));
  }
}

function print(what: string, clients: number, { p50, p95, p99, rate }: Measured): void {
  console.log(
    `| ${what} | ${clients} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${p99.toFixed(1)} | ${rate.toFixed(0)} |`,
  );
}

function row(what: string, clients: number, ms: number): void {
  console.log(`| ${what} | ${clients} | ${ms.toFixed(1)} | | | |`);
}

/** How many times as long, and how many times fewer a second, than the bare statements. */
function ratio(clients: number, ways: Record<string, Measured>, bares: Record<string, Measured>): void {
  for (const [against, base] of Object.entries(bares)) {
    const times = Object.entries(ways).map(
      ([way, measured]) =>
        `${way} ${(measured.p50 / base.p50).toFixed(2)} (${(base.rate / measured.rate).toFixed(2)})`,
    );
    console.log(
      `| times the bare ${against}, by median (by rate): ${times.join(', ')} | ${clients} | | | | |`,
    );
  }
}
