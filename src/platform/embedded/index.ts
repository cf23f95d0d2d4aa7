import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Binaries, defaultPackage, findBinaries } from './binaries.ts';
import {
  checkMajor,
  createCluster,
  type Layout,
  layoutOf,
  makeSocketDir,
  programEnvironment,
} from './cluster.ts';
import { type Connection, ensureDatabase, refreshCollations } from './connection.ts';
import { EmbeddedError, errorText, folderError } from './error.ts';
import { type Holding, holdAlone } from './holders.ts';
import { chooseIdentity, giveFolder, type IdentityKind } from './identity.ts';
import { type Postmaster, runningPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import { processStart, runsProgram } from './processes.ts';

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
  /** Process of PostgreSQL; another after it was killed and started again. */
  pid(): number;
  /** PostgreSQL's own folder, for backups. */
  readonly clusterDir: string;
  readonly connection: Connection;
  /** Whether it ran already, left by a server that was killed. */
  readonly adopted: boolean;
  /** Ends PostgreSQL, waits for it, and gives the folder free. */
  stop(): Promise<void>;
}

/** About two seconds: a server whose launcher was killed has noticed by then, and given the folder free. */
const heldAttempts = 50;

/** Starts PostgreSQL in a folder for this process alone, or takes over the one that a killed server left there. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const layout = prepareFolder(options.dataDir);
  const holding = await holdAlone(layout.holders, heldAttempts).catch((error: unknown) => {
    throw folderError(error, layout.dataDir);
  });
  if (typeof holding === 'number') {
    throw new EmbeddedError(
      `Thư mục dữ liệu ${layout.dataDir} đang được tiến trình ${holding} sử dụng: hãy dừng máy chủ ấy trước, hoặc chọn thư mục khác bằng DATA_DIR.`,
    );
  }
  try {
    const running = await launch(layout, options);
    return supervise(layout, options, running, holding);
  } catch (error) {
    // What came up before the failure, as on a full disk, must not stay behind.
    await stopPostmaster(layout).catch(() => undefined);
    holding.release();
    throw error;
  }
}

/** PostgreSQL takes paths of up to 1,023 bytes; the names of its own files come on top. */
const longestPath = 900;

/** Makes the data folder, closed to other users, and answers its layout. */
export function prepareFolder(dataDir: string): Layout {
  const bytes = Buffer.byteLength(path.resolve(dataDir));
  if (bytes > longestPath) {
    throw new EmbeddedError(
      `Đường dẫn của thư mục dữ liệu ${dataDir} quá dài (${bytes} byte, tối đa ${longestPath}): hãy chọn thư mục khác bằng DATA_DIR.`,
    );
  }
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return layoutOf(realpathSync(dataDir));
  } catch (error) {
    throw folderError(error, path.resolve(dataDir));
  }
}

/** A postmaster that takes connections, with the product's database in it. */
export interface Launched {
  readonly major: number;
  readonly postmaster: Postmaster;
  readonly connection: Connection;
  readonly adopted: boolean;
}

/** Starts or adopts, for callers that know by other means that nobody else does. */
export async function launch(layout: Layout, options: EmbeddedOptions): Promise<Launched> {
  const { packageName = defaultPackage(), database = 'minhchung', log = () => undefined } = options;
  const binaries = findBinaries(packageName, layout.libraries);
  if (existsSync(layout.cluster)) checkMajor(layout, binaries.major);
  const found = await adoptable(layout, binaries);
  const postmaster =
    found ??
    (await startFresh(layout, binaries, options).catch(async (error: unknown) => {
      // A server that was killed in the middle of its start may have left a postmaster that came up only now.
      if ((await runningPostmaster(layout)) === undefined) throw error;
      return (await adoptable(layout, binaries)) ?? startFresh(layout, binaries, options);
    }));
  const connection = { host: postmaster.socketDir, port: postmaster.port, user: 'postgres', database };
  await refreshWhenIcuChanged(layout, binaries, connection, log);
  await ensureDatabase(connection);
  return { major: binaries.major, postmaster, connection, adopted: found !== undefined };
}

async function adoptable(layout: Layout, binaries: Binaries): Promise<Postmaster | undefined> {
  const found = await runningPostmaster(layout);
  if (found === undefined) return undefined;
  const socket = path.join(found.socketDir, `.s.PGSQL.${found.port}`);
  if (existsSync(socket) && runsProgram(found.pid, binaries.postgres)) return found;
  // Its socket was swept away, or the package was replaced under it.
  await stopPostmaster(layout);
  return undefined;
}

async function startFresh(layout: Layout, binaries: Binaries, options: EmbeddedOptions): Promise<Postmaster> {
  const { durable = true, log = () => undefined } = options;
  try {
    const identity = chooseIdentity(
      layout.dataDir,
      binaries.postgres,
      programEnvironment(binaries),
      options.runAs,
    );
    if (!existsSync(layout.cluster)) {
      log(`Đang tạo cơ sở dữ liệu trong ${layout.dataDir} …`);
      await createCluster(layout, binaries, identity, durable);
      writeFileSync(layout.icuFile, `${binaries.icu}\n`);
    }
    giveFolder(layout.cluster, identity);
    chmodSync(layout.cluster, 0o700); // a copy made by hand may have lost it, and PostgreSQL insists
    const socketDir = makeSocketDir(layout, identity);
    return await startPostmaster(layout, binaries, identity, socketDir, durable, log);
  } catch (error) {
    throw error instanceof EmbeddedError ? error : folderError(error, layout.dataDir);
  }
}

async function refreshWhenIcuChanged(
  layout: Layout,
  binaries: Binaries,
  connection: Connection,
  log: (line: string) => void,
): Promise<void> {
  const recorded = existsSync(layout.icuFile) ? readFileSync(layout.icuFile, 'utf8').trim() : 'unknown';
  if (recorded === binaries.icu) return;
  log(`Thứ tự sắp xếp chữ đã thay đổi (ICU ${recorded} → ${binaries.icu}): đang dựng lại các chỉ mục …`);
  await refreshCollations(connection);
  writeFileSync(layout.icuFile, `${binaries.icu}\n`);
}

/** How often a living server looks whether its PostgreSQL still runs, and how long it waits after a vain restart. */
const watchEvery = 250;
const restartAfter = 5000;

/** Keeps PostgreSQL running: when it was killed under a living server, it is started again. */
function supervise(layout: Layout, options: EmbeddedOptions, first: Launched, holding: Holding): Embedded {
  const { log = () => undefined } = options;
  let { postmaster } = first;
  let started = processStart(postmaster.pid);
  let notBefore = 0;
  let restart: Promise<void> | undefined;
  let stopped: Promise<void> | undefined;
  const startAgain = async (): Promise<void> => {
    log('PostgreSQL đã dừng ngoài ý muốn: đang khởi động lại …');
    try {
      ({ postmaster } = await launch(layout, options));
      started = processStart(postmaster.pid);
    } catch (error) {
      notBefore = performance.now() + restartAfter;
      log(`Chưa khởi động lại được PostgreSQL, sẽ thử tiếp: ${errorText(error)}`);
    } finally {
      restart = undefined;
    }
  };
  const watch = setInterval(() => {
    if (restart !== undefined || performance.now() < notBefore) return;
    if (started === undefined || processStart(postmaster.pid) !== started) restart = startAgain();
  }, watchEvery).unref();
  const stop = async (): Promise<void> => {
    clearInterval(watch);
    await restart;
    await stopPostmaster(layout);
    holding.release();
  };
  return {
    socketDir: postmaster.socketDir,
    port: postmaster.port,
    major: first.major,
    pid: () => postmaster.pid,
    clusterDir: layout.cluster,
    connection: first.connection,
    adopted: first.adopted,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
