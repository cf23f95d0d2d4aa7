/**
 * Benchmark of the pages: the demo's department with its whole half year (Plan 375, reports, plans of agencies below,
 * chases, reminders), and around it agencies, plans and tasks until there are 200, 200 and 20,000. Each page is asked
 * by whoever sees most through it, by one client, on one core that server and PostgreSQL share; everything goes through
 * row-level security as the application's role. It runs a PostgreSQL of its own, with fsync, in a temporary folder.
 *
 *   npm run bench -- pages [--agencies=200] [--tasks=20000] [--seed=375] [--keep=FOLDER] [--only=WORDS]
 *
 * --keep leaves the filled database in a folder, from which later runs start with a copy.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { Demo } from '../src/demo/demo.ts';
import { jobsOf } from '../src/house.ts';
import { Database } from '../src/platform/database/database.ts';
import { APP_ROLE, migrate } from '../src/platform/database/migrate.ts';
import { startEmbedded } from '../src/platform/embedded/index.ts';
import { DiskStore } from '../src/platform/files/store.ts';
import { makeHouse } from '../src/serve.ts';
import { addBesideDemo, type BesideDemo, CLOCK, type Filling } from './data.ts';
import { type Client, expectStatus, measure } from './load.ts';
import { signedIn, startServer } from './server.ts';

const { values: options } = parseArgs({
  options: {
    agencies: { type: 'string', default: '200' },
    tasks: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '375' },
    keep: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
/** Requests of a measurement. */
const COUNT = 200;
/** Requests before it, that are not counted. */
const WARMING = 20;
/** Milliseconds after the start in which nobody has come yet. */
const FIRST_VISITOR = 5000;
/** What a page may take, in milliseconds. */
const BUDGET = 50;

type Page = readonly [name: string, who: Client, address: string];

async function benchmark(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'minhchung-pages-'));
  const filling = {
    agencies: Number(options.agencies),
    tasks: Number(options.tasks),
    seed: Number(options.seed),
  };
  try {
    const kept = options.keep && path.resolve(options.keep, `pages-${Object.values(filling).join('-')}`);
    const home = kept ?? folder;
    if (!existsSync(path.join(home, 'filled.json'))) await fill(home, filling);
    if (kept !== undefined) await cp(kept, folder, { recursive: true });
    const filled: BesideDemo = JSON.parse(await readFile(path.join(folder, 'filled.json'), 'utf8'));
    console.log(`\n## ${filling.agencies} agencies, ${filling.tasks} tasks\n`);
    await started(folder, (url, owner) => measureAll(url, owner, filled));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string, filling: Filling): Promise<void> {
  const embedded = await startEmbedded({ dataDir: folder });
  try {
    const from = performance.now();
    const owner = embedded.connection;
    await migrate(owner, path.join(process.cwd(), 'migrations'));
    const database = new Database({ ...owner, user: APP_ROLE, max: 6 });
    const demo = new Demo({ owner, log: (line) => console.error(line) });
    await demo.open(await makeHouse(database, { clock: null, dataDir: folder }, demo), null);
    const filled = await addBesideDemo(owner, new DiskStore(path.join(folder, 'files')), filling);
    // What the morning brings, reminders above all, is there before anybody looks.
    const office = await makeHouse(database, { clock: CLOCK, dataDir: folder });
    for (const job of jobsOf(office.slices)) await job.run(office, new AbortController().signal);
    await database.close();
    console.error(`Filled the database in ${((performance.now() - from) / 1000).toFixed(1)} s`);
    await writeFile(path.join(folder, 'filled.json'), JSON.stringify(filled));
  } finally {
    await embedded.stop();
  }
}

/** Starts PostgreSQL and the built product anew, both on one core where the system can hold them there. */
async function started(
  folder: string,
  work: (url: string, owner: pg.ClientConfig) => Promise<void>,
): Promise<void> {
  const embedded = await startEmbedded({ dataDir: folder });
  try {
    const server = await startServer(embedded, folder);
    const [postmaster] = (await readFile(await postmasterFile(embedded.connection), 'utf8')).split('\n');
    if (cpus().length > 1) for (const pid of [server.pid, Number(postmaster)]) hold(pid);
    await work(server.url, embedded.connection).finally(server.stop);
  } finally {
    await embedded.stop();
  }
}

async function postmasterFile(owner: pg.ClientConfig): Promise<string> {
  const [{ data_directory: folder } = { data_directory: '' }] = await ask<{ data_directory: string }>(
    owner,
    'SHOW data_directory',
  );
  return path.join(folder, 'postmaster.pid');
}

/** Holds a process and its threads on the first core, while this one and its requests have the others. */
function hold(pid: number): void {
  try {
    execFileSync('taskset', ['-acp', '0', String(pid)], { stdio: 'ignore' });
  } catch (error) {
    console.error(`not held on one core: ${(error as Error).message}`);
  }
}

async function ask<T extends object>(owner: pg.ClientConfig, query: string): Promise<T[]> {
  const client = new pg.Client(owner);
  await client.connect();
  const { rows } = await client.query<T>(query);
  await client.end();
  return rows;
}

async function measureAll(url: string, owner: pg.ClientConfig, filled: BesideDemo): Promise<void> {
  await pause(FIRST_VISITOR);
  const pages = (await pagesOf(url, owner, filled)).filter(([name]) => name.includes(options.only));
  const cold = new Map<string, number>();
  for (const [name, who, address] of pages) {
    const start = performance.now();
    const { status } = await who.get(address);
    if (status !== 200) throw new Error(`${name} (${address}) answers ${status}`);
    cold.set(name, performance.now() - start);
  }
  console.log('| page | first request | median | p95 |\n| --- | --- | --- | --- |');
  const above: string[] = [];
  for (const [name, who, address] of pages) {
    const run = async () => {
      expectStatus(await who.get(address), 200);
    };
    await measure(1, WARMING, run);
    const { p50, p95 } = await measure(1, COUNT, run);
    if (p95 > BUDGET) above.push(name);
    console.log(`| ${name} | ${(cold.get(name) ?? 0).toFixed(0)} | ${p50.toFixed(1)} | ${p95.toFixed(1)} |`);
  }
  const first = [...cold.values()].sort((a, b) => a - b);
  const at = (share: number) => first[Math.min(first.length - 1, Math.floor(first.length * share))] ?? 0;
  console.log(`\nfirst requests: median ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms`);
  console.log(`above ${BUDGET} ms: ${above.join('; ') || 'none'}`);
}

/** Every kind of page of the plan and of what it asks for, each with who sees most through it. */
async function pagesOf(url: string, owner: pg.ClientConfig, { plan, school }: BesideDemo): Promise<Page[]> {
  const [director, clerk, head, administrator, secretary] = (await Promise.all(
    (['do.giamdoc', 'do.chuyenvien', 'do.truongphong', 'do.quantri', 'do.truong'] as const).map((login) =>
      signedIn({ url }, login),
    ),
  )) as [Client, Client, Client, Client, Client];
  const one = async (query: string) => (await ask<{ id: string }>(owner, query))[0]?.id ?? '';
  const at = `/plans/${plan}`;
  const task = await one(`SELECT id FROM task WHERE plan_id = '${plan}' AND no = '16' AND kind = 'task'`);
  const unitReport = await one(
    "SELECT id FROM report WHERE kind = 'unit' AND period = 'q1' AND state = 'confirmed'",
  );
  const areaReport = await one("SELECT id FROM report WHERE kind = 'area' AND period = 'q1'");
  const report = await one("SELECT id FROM report WHERE kind = 'department' AND period = 'q1'");
  const concern = await one(
    "SELECT report_id || '/concerns/' || number AS id FROM report_concern WHERE raised_at IS NOT NULL",
  );
  const evidence = await one('SELECT evidence_id AS id FROM milestone WHERE evidence_id IS NOT NULL');
  const recipient = await one(
    `SELECT key AS id FROM plan_recipient WHERE plan_id = '${plan}' AND recipient_agency = '${school}'`,
  );
  const target = await one(`SELECT key AS id FROM plan_item WHERE plan_id = '${plan}' AND kind = 'target'`);
  const commitment = await one(
    `SELECT key AS id FROM plan_item WHERE plan_id = '${plan}' AND kind = 'commitment'`,
  );
  return [
    ['the plan as a document', director, at],
    ['the same with remarks', clerk, `${at}?remarks=1`],
    ['the same in a meeting', director, `${at}?view=present`],
    ['the same, late ones alone', director, `${at}?show=late`],
    ['its tasks', director, `${at}/tasks`],
    ['its targets', director, `${at}/tasks?part=targets`],
    ['its commitments', director, `${at}/tasks?part=commitments`],
    ['its duties', director, `${at}/tasks?part=duties`],
    ['its reporting dates', director, `${at}/tasks?part=reporting`],
    ['tasks and duties in one list', director, `${at}/work`],
    ['what carries out a commitment', director, `${at}/work?commitment=${encodeURIComponent(commitment)}`],
    ['its areas', clerk, `${at}/areas`],
    ['its overview', director, `${at}/overview`],
    ['its chases', director, `${at}/chases`],
    ['letters to whoever is late', clerk, `${at}/new-chase`],
    ['its recipients', clerk, `${at}/recipients`],
    ['its versions', clerk, `${at}/versions`],
    ['its parent plan', clerk, `${at}/parent`],
    ['what measures a target', clerk, `${at}/targets/${encodeURIComponent(target)}/measure`],
    ["next year's plan", clerk, `${at}/next-year`],
    ['a task', director, `/tasks/${task}`],
    ['a piece of evidence', director, `/evidence/${evidence}`],
    ['all tasks', director, '/tasks'],
    ['all tasks, page 20', director, '/tasks?page=20'],
    ['my work', clerk, '/my-work'],
    ['work of a unit', head, '/my-work?whose=unit'],
    ['what waits for the Office', clerk, '/my-work?whose=confirm'],
    ['reminders', clerk, '/inbox'],
    ['plans of agencies below', clerk, `${at}/subplans`],
    ['the same, those without', clerk, `${at}/subplans?has=missing`],
    ['letters to those without', clerk, `${at}/subplan-chase`],
    ['a plan below, as the Office', clerk, `${at}/subplans/${encodeURIComponent(recipient)}/own`],
    ['the same, as the school', secretary, `${at}/subplans/${encodeURIComponent(recipient)}/own`],
    ['plans that a school owes', secretary, '/my-subplans'],
    ['who is responsible below', clerk, '/leadership'],
    ['the register of a school', secretary, `/leadership/${school}`],
    ['report periods', clerk, '/reports'],
    ['report periods of the plan', clerk, `${at}/reports`],
    ['a report period', clerk, `${at}/reports/q2`],
    ['letters to who has not reported', clerk, `${at}/reports/q2/chase`],
    ['the report of a unit', clerk, `/reports/${unitReport}`],
    ['the part of an area', clerk, `/reports/${areaReport}`],
    ["the department's report", director, `/reports/${report}`],
    ['the same as it is printed', director, `/reports/${report}/paper`],
    ['its tasks', director, `/reports/${report}/tasks`],
    ['difficulties and proposals', clerk, '/concerns'],
    ['one of them', clerk, `/reports/${concern}`],
    ['figures', director, '/measures'],
    ['a figure of the plan with its list', director, `/measures/milestone.on-time?of=${plan}`],
    ['a figure of agencies below with its list', director, `/measures/subplan.in-hand?of=${plan}`],
    ['plans', director, '/plans'],
    ['people', administrator, '/people'],
  ];
}

await benchmark();
