import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { defaultPackage } from './binaries.ts';
import { type Embedded, type EmbeddedOptions, startEmbedded } from './index.ts';

export const { major } = inject('cluster');
/** Package of the version that the Vitest project tests. */
export const packageName = major === 15 ? 'pg15' : defaultPackage();
export const isRoot = process.getuid?.() === 0;

/** A folder of the test's own, removed after it. */
export let folder = '';
const started: Embedded[] = [];
/** Servers in small, killed after the test. */
export const children: ChildProcess[] = [];

/** A data folder as a first start and a stop left it: saves most tests the time of initdb. */
export const ready = mkdtempSync(path.join(tmpdir(), 'embedded-ready-'));

/** A copy of the ready data folder, in the test's own folder. */
export function readyFolder(): string {
  const dataDir = path.join(folder, 'data');
  cpSync(ready, dataDir, { recursive: true });
  return dataDir;
}

beforeAll(async () => {
  await (await startEmbedded({ dataDir: ready, packageName })).stop();
});

afterAll(() => rmSync(ready, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'embedded-'));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  for (const child of children.splice(0)) await killHard(child);
  for (const server of started.splice(0)) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a server that is stopped after the test. */
export async function start(dataDir: string, more: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, packageName, ...more });
  started.push(server);
  return server;
}

/** Rows of one statement over a connection of its own. */
export async function ask(server: Embedded, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(server.connection);
  await client.connect();
  const result = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return result.rows;
}

/** What a server in small tells: where it runs, or why it does not. */
export interface Told {
  readonly pid?: number;
  readonly adopted?: boolean;
  readonly error?: string;
}

/** Starts a server of its own, as another user when asked to, and answers what it tells first. */
export async function startChild(
  dataDir: string,
  user: { uid?: number; gid?: number } = {},
  postgres = packageName,
): Promise<{ child: ChildProcess; told: Told }> {
  const script = fileURLToPath(new URL('launch-child.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dataDir, postgres], {
    ...user,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, told: JSON.parse(String(line)) };
}

/** `kill -9`, and waits for the end. */
export async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
