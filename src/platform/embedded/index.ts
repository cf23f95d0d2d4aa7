import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Binaries, defaultPackage, findBinaries } from './binaries.ts';
import { checkMajor, createCluster, type Layout, layoutOf, makeSocketDir } from './cluster.ts';
import { type Connection, ensureDatabase, refreshCollations } from './connection.ts';
import { EmbeddedError, folderError } from './error.ts';
import { holdAlone } from './holders.ts';
import { chooseIdentity, giveFolder, type IdentityKind } from './identity.ts';
import { type Postmaster, runningPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts';

export type { Connection } from './connection.ts';
export { EmbeddedError } from './error.ts';

/** How to start the embedded PostgreSQL. */
export interface EmbeddedOptions {
  /** Folder of the database and of what belongs to it; made when missing. */
  readonly dataDir: string;
  /** npm package with PostgreSQL's programs; this machine's package of version 18 unless named. */
  readonly packageName?: string;
  /** The product's database, made at the first start. */
  readonly database?: string;
  /** Told about what takes time. */
  readonly log?: (line: string) => void;
  /** False only in tests: a crash of the machine may then lose or damage data. */
  readonly durable?: boolean;
  /** Only in tests: the one way to run that is tried. */
  readonly runAs?: IdentityKind;
}

/** A running embedded PostgreSQL. */
export interface Embedded {
  readonly socketDir: string;
  readonly port: number;
  readonly major: number;
  readonly pid: number;
  /** PostgreSQL's own folder, for backups. */
  readonly clusterDir: string;
  readonly connection: Connection;
  /** Whether it ran already, left by a server that was killed. */
  readonly adopted: boolean;
  /** Ends PostgreSQL, waits for it, and gives the folder free. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL in a folder for this process alone, or takes over the one that a killed server left there. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const layout = prepareFolder(options.dataDir);
  const holding = await holdAlone(layout.holders).catch((error: unknown) => {
    throw folderError(error, layout.dataDir);
  });
  if (typeof holding === 'number') {
    throw new EmbeddedError(
      `data folder ${layout.dataDir} in use by process ${holding}: stop that server first, or choose another with DATA_DIR`,
    );
  }
  try {
    const running = await launch(layout, options);
    return {
      ...running,
      stop: once(async () => {
        await running.stop();
        holding.release();
      }),
    };
  } catch (error) {
    holding.release();
    throw error;
  }
}

/** Makes the data folder, closed to other users, and answers its layout. */
export function prepareFolder(dataDir: string): Layout {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return layoutOf(realpathSync(dataDir));
  } catch (error) {
    throw folderError(error, path.resolve(dataDir));
  }
}

/** Starts or adopts, for callers that know by other means that nobody else does. */
export async function launch(layout: Layout, options: EmbeddedOptions): Promise<Embedded> {
  const {
    packageName = defaultPackage(),
    database = 'minhchung',
    durable = true,
    log = () => undefined,
  } = options;
  const binaries = findBinaries(packageName, layout.libraries);
  if (existsSync(layout.cluster)) checkMajor(layout, binaries.major);
  const found = await runningPostmaster(layout);
  const postmaster = found ?? (await startFresh(layout, binaries, options, durable, log));
  const connection = {
    host: postmaster.socketDir,
    port: postmaster.port,
    user: 'postgres',
    database,
  };
  await refreshWhenIcuChanged(layout, binaries, connection, log);
  await ensureDatabase(connection);
  return {
    socketDir: postmaster.socketDir,
    port: postmaster.port,
    major: binaries.major,
    pid: postmaster.pid,
    clusterDir: layout.cluster,
    connection,
    adopted: found !== undefined,
    stop: once(async () => {
      await stopPostmaster(postmaster.pid);
      rmSync(postmaster.socketDir, { recursive: true, force: true });
    }),
  };
}

async function startFresh(
  layout: Layout,
  binaries: Binaries,
  options: EmbeddedOptions,
  durable: boolean,
  log: (line: string) => void,
): Promise<Postmaster> {
  const identity = chooseIdentity(layout.dataDir, binaries.postgres, options.runAs);
  if (!existsSync(layout.cluster)) {
    log(`Making the database in ${layout.dataDir}`);
    await createCluster(layout, binaries, identity, durable);
    writeFileSync(layout.icuFile, `${binaries.icu}\n`);
  }
  giveFolder(layout.cluster, identity);
  const socketDir = makeSocketDir(layout.dataDir, identity);
  return startPostmaster(layout, binaries, identity, socketDir, durable, log);
}

async function refreshWhenIcuChanged(
  layout: Layout,
  binaries: Binaries,
  connection: Connection,
  log: (line: string) => void,
): Promise<void> {
  const recorded = existsSync(layout.icuFile) ? readFileSync(layout.icuFile, 'utf8').trim() : 'unknown';
  if (recorded === binaries.icu) return;
  log(`The sort order changed (ICU ${recorded} → ${binaries.icu}): building the indexes anew`);
  await refreshCollations(connection);
  writeFileSync(layout.icuFile, `${binaries.icu}\n`);
}

function once(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= task();
    return running;
  };
}
