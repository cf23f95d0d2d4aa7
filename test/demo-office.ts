import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { DEMO_ACCOUNTS } from '../src/demo/data/demo-accounts.ts';
import { Demo } from '../src/demo/demo.ts';
import { Database } from '../src/platform/database/database.ts';
import { APP_ROLE, migrate } from '../src/platform/database/migrate.ts';
import type { Connection } from '../src/platform/embedded/index.ts';
import { createDatabase, dropDatabase, templateDatabase } from '../src/platform/embedded/testing.ts';
import { buildApp } from '../src/platform/http/app.tsx';
import { makeHouse } from '../src/serve.ts';
import { MIGRATIONS, type Office, Somebody } from './office.ts';

const SOURCES = new URL('../src/', import.meta.url).pathname;

/** An office that shows the demo. */
export interface DemoOffice extends Office {
  demo: Demo;
}

/** The demo's logins, one for each role. */
export const LOGINS = DEMO_ACCOUNTS.map(([login]) => login);

/**
 * Opens an office filled with the demo, of a test's own, at the demo's opening day. It is filled once for all tests
 * that use the same sources.
 */
export async function openDemoOffice(): Promise<DemoOffice> {
  const cluster = inject('cluster');
  const key = await digestOf([MIGRATIONS, SOURCES]);
  // What a database holds of a file is its digest, so that all fills of one version may share a folder.
  const filled = path.join(tmpdir(), `minhchung-demo-${cluster.major}-${key}`);
  const template = `demo_${key}`;
  await templateDatabase(cluster, template, async (connection) => {
    await migrate(connection, MIGRATIONS);
    await mkdir(filled, { recursive: true });
    const office = await houseOn(connection, filled);
    await office.close();
  });
  const name = `office_${randomUUID().replaceAll('-', '')}`;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'minhchung-office-'));
  await cp(filled, dataDir, { recursive: true });
  const office = await houseOn(await createDatabase(cluster, name, template), dataDir);
  return {
    ...office,
    close: async () => {
      await office.close();
      await dropDatabase(cluster, name);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A house with its demo over a migrated database, which is filled where it is empty. */
async function houseOn(owner: Connection, dataDir: string): Promise<DemoOffice> {
  const connection = { ...owner, user: APP_ROLE };
  const database = new Database({ ...connection, max: 6 });
  const demo = new Demo({ owner, log: () => undefined });
  const house = await makeHouse(database, { clock: null, dataDir }, demo);
  await demo.open(house, null);
  return { house, app: buildApp(house), owner, connection, dataDir, demo, close: () => database.close() };
}

/** Somebody of the demo at a browser, signed in by one click. */
export async function demoPerson(office: Office, login: string): Promise<Somebody> {
  const who = new Somebody(office);
  const form = new FormData();
  form.set('login', login);
  const response = await who.post('/demo-sign-in', form);
  if (response.status !== 303) throw new Error(`${login} cannot sign in: ${response.status}`);
  return who;
}

async function digestOf(folders: readonly string[]): Promise<string> {
  const digest = createHash('sha256');
  for (const folder of folders)
    for (const entry of (await readdir(folder, { recursive: true, withFileTypes: true })).sort(byPath)) {
      if (!entry.isFile() || /\.test\.tsx?$/.test(entry.name)) continue;
      digest.update(pathOf(entry)).update(await readFile(pathOf(entry)));
    }
  return digest.digest('hex').slice(0, 16);
}

const pathOf = (entry: { parentPath: string; name: string }) => path.join(entry.parentPath, entry.name);
const byPath = (one: Parameters<typeof pathOf>[0], other: Parameters<typeof pathOf>[0]) =>
  pathOf(one) < pathOf(other) ? -1 : 1;
