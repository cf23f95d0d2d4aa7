import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Connection, withClient } from './connection.ts';
import { hold, holdAlone, holders } from './holders.ts';
import { launch, prepareFolder } from './index.ts';
import { stopPostmaster } from './postmaster.ts';

/** A PostgreSQL for tests, without fsync; plain data, so that Vitest can hand it to its workers. */
export interface TestCluster {
  readonly major: number;
  /** To the database "postgres", as superuser. */
  readonly connection: Connection;
}

/** Package of each version that the tests run on: the newest, and the oldest that the SQL must run on. */
const packages = { 18: undefined, 15: 'pg15' } as const;

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Starts the checkout's test cluster of a version, or joins it when another run has it; `stop` leaves it,
 * and the last to leave ends it. Its folder stays in the system's temporary folder, which spares initdb.
 */
export async function startTestCluster(
  major: 15 | 18,
): Promise<{ cluster: TestCluster; stop: () => Promise<void> }> {
  const key = createHash('sha256').update(checkout).digest('hex').slice(0, 12);
  const layout = prepareFolder(path.join(tmpdir(), `minhchung-test-${key}-${major}`));
  const users = path.join(layout.dataDir, 'users');
  const packageName = packages[major];
  const options = {
    dataDir: layout.dataDir,
    database: 'postgres',
    durable: false,
    ...(packageName === undefined ? {} : { packageName }),
  };
  const alone = async <T>(task: () => Promise<T>): Promise<T> => {
    // Others hold it for a start or a stop only.
    const turn = await holdAlone(layout.holders, 1000);
    if (typeof turn === 'number') throw new Error(`process ${turn} keeps the test cluster ${layout.dataDir}`);
    return task().finally(() => turn.release());
  };
  return alone(async () => {
    const user = hold(users);
    const { connection } = await launch(layout, options).catch((error: unknown) => {
      user.release();
      throw error;
    });
    if (holders(users).length === 1) await dropLeftovers(connection);
    const stop = (): Promise<void> =>
      alone(async () => {
        user.release();
        if (holders(users).length === 0) await stopPostmaster(layout);
      });
    return { cluster: { major, connection }, stop };
  });
}

/** Makes a database, empty or as a copy of another one that nobody is connected to. */
export async function createDatabase(
  cluster: TestCluster,
  name: string,
  template = 'template1',
): Promise<Connection> {
  await withClient(cluster.connection, 'postgres', (client) =>
    client.query(
      `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)} strategy file_copy`,
    ),
  );
  return { ...cluster.connection, database: name };
}

/** Removes a database, whoever is still connected to it. */
export async function dropDatabase(cluster: TestCluster, name: string): Promise<void> {
  await withClient(cluster.connection, 'postgres', (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
}

/**
 * Makes a database to copy from, once for all workers and runs: `build` fills it, under a name of its own
 * that only a finished one loses. Name it by what it holds (a digest of the migrations).
 */
export async function templateDatabase(
  cluster: TestCluster,
  name: string,
  build: (connection: Connection) => Promise<void>,
): Promise<void> {
  await withClient(cluster.connection, 'postgres', async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return;
    const unfinished = `${name}_unfinished`;
    await dropDatabase(cluster, unfinished);
    await build(await createDatabase(cluster, unfinished));
    await client.query(
      `alter database ${client.escapeIdentifier(unfinished)} rename to ${client.escapeIdentifier(name)}`,
    );
  });
}

async function dropLeftovers(connection: Connection): Promise<void> {
  await withClient(connection, 'postgres', async (client) => {
    const left = await client.query<{ datname: string }>(
      `select datname from pg_database where datname not in ('postgres', 'template0', 'template1')`,
    );
    for (const { datname } of left.rows) {
      await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`);
    }
  });
}
