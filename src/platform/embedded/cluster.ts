import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Binaries, READ_BY_SHELL, withInitdb } from './binaries.ts';
import { EmbeddedError, errorText, outputError } from './error.ts';
import { giveFolder, type Identity } from './identity.ts';

/** What stands where in a data folder. */
export interface Layout {
  readonly dataDir: string;
  /** PostgreSQL's own folder. */
  readonly cluster: string;
  readonly log: string;
  readonly icuFile: string;
  readonly holders: string;
  readonly libraries: string;
}

/** The layout of a data folder. */
export function layoutOf(dataDir: string): Layout {
  return {
    dataDir,
    cluster: path.join(dataDir, 'cluster'),
    log: path.join(dataDir, 'postgres.log'),
    icuFile: path.join(dataDir, 'icu-version'),
    holders: path.join(dataDir, 'holders'),
    libraries: path.join(dataDir, 'lib'),
  };
}

/** The environment of PostgreSQL's programs: nothing of ours but the way to the libraries. */
export function programEnvironment(binaries: Binaries): NodeJS.ProcessEnv {
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    TZ: 'UTC',
    LC_ALL: 'C',
    ...(binaries.sharedLibraries === undefined ? {} : { [variable]: binaries.sharedLibraries }),
  };
}

/** Refuses a cluster that another major version of PostgreSQL made. */
export function checkMajor(layout: Layout, major: number): void {
  const file = path.join(layout.cluster, 'PG_VERSION');
  if (!existsSync(file)) {
    throw new EmbeddedError(
      `Thư mục dữ liệu ${layout.dataDir} bị hỏng (thiếu ${file}): hãy khôi phục từ bản sao lưu, hoặc chọn thư mục khác bằng DATA_DIR.`,
    );
  }
  const found = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (found === major) return;
  throw new EmbeddedError(
    `Thư mục dữ liệu ${layout.dataDir} do PostgreSQL ${found} tạo, chương trình này dùng PostgreSQL ${major}: ` +
      'hãy khởi động bằng phiên bản chương trình đã tạo ra nó, hoặc chọn thư mục khác bằng DATA_DIR.',
  );
}

const unfinishedPrefix = 'cluster.unfinished.';

/** Makes a new cluster; one that was interrupted leaves nothing that a later start would trust. */
export async function createCluster(
  layout: Layout,
  binaries: Binaries,
  identity: Identity,
  durable: boolean,
): Promise<void> {
  // The initdb of a killed server may still write: never into the same folder.
  for (const name of readdirSync(layout.dataDir)) {
    if (name.startsWith(unfinishedPrefix))
      rmSync(path.join(layout.dataDir, name), { recursive: true, force: true });
  }
  const unfinished = path.join(layout.dataDir, `${unfinishedPrefix}${randomBytes(6).toString('hex')}`);
  try {
    await withInitdb(binaries, temporaryFolder(identity, 0), async (initdb) => {
      const [command = '', ...args] = [
        ...identity.prefix,
        initdb,
        ...['-D', unfinished, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'],
        ...['--locale-provider=icu', '--icu-locale=vi', '--data-checksums'],
        ...(durable ? [] : ['--no-sync']),
      ];
      await promisify(execFile)(command, args, {
        ...identity.ids,
        cwd: layout.dataDir,
        env: programEnvironment(binaries),
      });
    });
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : errorText(error);
    throw outputError(output, layout.dataDir, undefined);
  }
  renameSync(unfinished, layout.cluster);
  const folder = openSync(layout.dataDir, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** What a running (or killed) postmaster wrote about itself. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly socketDir: string;
  readonly status: string;
}

/** Reads `postmaster.pid`; undefined when there is none, or it is not complete yet. */
export function readPostmasterFile(layout: Layout): PostmasterFile | undefined {
  const file = path.join(layout.cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return {
    pid,
    port: Number(lines[3] ?? 0),
    socketDir: lines[4] ?? '',
    status: (lines[7] ?? '').trim(),
  };
}

/** The address of a Unix socket holds 104 bytes on macOS and 108 on Linux; "/.s.PGSQL.5432" takes 14. */
const longestSocketDir = 85;

/** The temporary folder of a start: ours, unless another user, who may not be able to enter it, needs it too. */
function temporaryFolder(identity: Identity, nameLength: number): string {
  const own = identity.kind === 'self' || identity.kind === 'namespace';
  const fits = Buffer.byteLength(tmpdir()) + nameLength + 1 <= longestSocketDir;
  return own && fits && !READ_BY_SHELL.test(tmpdir()) ? tmpdir() : '/tmp';
}

/**
 * Makes the folder of the socket: short, so that it fits, and closed to all but the owner. The name follows
 * the cluster's folder itself, not only its path: the server of a folder that was deleted may still listen.
 */
export function makeSocketDir(layout: Layout, identity: Identity): string {
  const key = `${statSync(layout.cluster).ino} ${layout.cluster}`;
  const name = `minhchung-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
  const base = temporaryFolder(identity, name.length);
  const socketDir = path.join(base, name);
  const old = lstatSync(socketDir, { throwIfNoEntry: false });
  if (old !== undefined && old.uid !== process.getuid?.() && old.uid !== identity.owner.uid) {
    throw new EmbeddedError(
      `${socketDir} thuộc về người dùng khác: hãy xoá thư mục này, hoặc đặt TMPDIR là thư mục tạm khác.`,
    );
  }
  // Nobody listens there any more, and a lock file that is left may name a process id in use again.
  rmSync(socketDir, { recursive: true, force: true });
  try {
    mkdirSync(socketDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new EmbeddedError(
      `Không dùng được thư mục tạm ${base} (${errorText(error)}): hãy đặt TMPDIR là thư mục tạm khác.`,
    );
  }
  giveFolder(socketDir, identity);
  return socketDir;
}
