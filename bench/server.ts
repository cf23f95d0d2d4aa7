import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { APP_ROLE } from '../src/platform/database/migrate.ts';
import type { Embedded } from '../src/platform/embedded/index.ts';
import { SERVER_FLAGS } from '../tools/server-bundle.mjs';
import { CLOCK, PASSWORD } from './data.ts';
import { Client, expectStatus } from './load.ts';

const ROOT = process.cwd();

export interface Server {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** The built product as a process of its own, as it is served. */
export async function startServer(embedded: Embedded, folder: string, clock = CLOCK): Promise<Server> {
  const { host, port, database } = embedded.connection;
  const child = spawn(process.execPath, [...SERVER_FLAGS, path.join(ROOT, 'dist', 'minhchung.js'), 'serve'], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      CLOCK: clock,
      DATABASE_URL: `postgresql://${APP_ROLE}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child);
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the server cannot be heard');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('the server ended before it listened');
}

/** Somebody of the benchmark's own, by password. */
export async function signedIn(server: Pick<Server, 'url'>, login: string): Promise<Client> {
  const client = new Client(server.url);
  const answer = expectStatus(await client.form('/sign-in', { login, password: PASSWORD, next: '/' }), 303);
  if (answer.headers.location !== '/')
    throw new Error(`${login} could not sign in: ${answer.headers.location}`);
  return client;
}
