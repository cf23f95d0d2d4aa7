import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { type Layout, programEnvironment, readPostmasterFile } from './cluster.ts';
import { EmbeddedError, outputError } from './error.ts';
import type { Identity } from './identity.ts';
import { canBeSignalled, isAlive, postgresProcessesIn, signal, waitForEnd, worksIn } from './processes.ts';

/** The port is only a part of the socket's file name: PostgreSQL does not listen on TCP. */
export const socketPort = 5432;

const largestLog = 8 * 1024 * 1024;

/** A postmaster that runs. */
export interface Postmaster {
  readonly pid: number;
  readonly socketDir: string;
  readonly port: number;
}

/** The postmaster that a killed server left running in the folder, once it is ready; undefined when none runs. */
export async function runningPostmaster(layout: Layout): Promise<Postmaster | undefined> {
  for (;;) {
    const file = readPostmasterFile(layout);
    if (file === undefined || !isPostmasterOf(layout, file.pid)) return undefined;
    if (file.status === 'ready') return { pid: file.pid, socketDir: file.socketDir, port: file.port };
    await pause(20); // starting or stopping: either ends
  }
}

/** Starts a postmaster that outlives this process, and waits until it takes connections. */
export async function startPostmaster(
  layout: Layout,
  binaries: Binaries,
  identity: Identity,
  socketDir: string,
  durable: boolean,
  log: (line: string) => void,
): Promise<Postmaster> {
  await clearAfterKill(layout);
  const settings = serverSettings(socketDir, durable).flatMap((setting) => ['-c', setting]);
  const [command = '', ...args] = [...identity.prefix, binaries.postgres, '-D', layout.cluster, ...settings];
  const logStart = turnLog(layout.log);
  const output = openSync(layout.log, 'a', 0o600);
  const child = spawn(command, args, {
    ...identity.ids,
    cwd: layout.dataDir,
    env: programEnvironment(binaries),
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  let ended = child.pid === undefined;
  const end = (): void => {
    ended = true;
  };
  child.once('exit', end).once('error', end);
  for (let waited = 0; !ended; waited += 1) {
    const file = readPostmasterFile(layout);
    if (file?.status === 'ready' && file.pid === child.pid)
      return { pid: file.pid, socketDir, port: socketPort };
    if (waited % 1000 === 999) log('PostgreSQL vẫn đang khôi phục dữ liệu từ nhật ký của nó …');
    await pause(5);
  }
  rmSync(socketDir, { recursive: true, force: true });
  throw outputError(readFileSync(layout.log).subarray(logStart).toString('utf8'), layout.dataDir, layout.log);
}

/** Ends the folder's postmaster, if one runs: open transactions are rolled back, committed ones are on disk. */
export async function stopPostmaster(layout: Layout): Promise<void> {
  const running = await runningPostmaster(layout);
  if (running === undefined) return;
  signal(running.pid, 'SIGINT');
  if (!(await waitForEnd(running.pid, 60))) {
    // At once and without a checkpoint: the next start recovers from the log.
    signal(running.pid, 'SIGQUIT');
    if (!(await waitForEnd(running.pid, 30))) {
      throw new EmbeddedError(
        `PostgreSQL (tiến trình ${running.pid}) không chịu dừng: hãy tự kết thúc tiến trình này.`,
      );
    }
  }
  rmSync(running.socketDir, { recursive: true, force: true });
}

function serverSettings(socketDir: string, durable: boolean): string[] {
  return [
    'listen_addresses=',
    `unix_socket_directories=${quoteListItem(socketDir)}`,
    'unix_socket_permissions=0700',
    `port=${socketPort}`,
    'max_connections=100',
    'shared_buffers=128MB',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
}

function quoteListItem(item: string): string {
  return `"${item.replaceAll('"', '""')}"`;
}

/** Whether a process id is the cluster's postmaster, and not a later process that was given the same id. */
function isPostmasterOf(layout: Layout, pid: number): boolean {
  if (!isAlive(pid)) return false;
  return process.platform !== 'linux' || worksIn(pid, layout.cluster);
}

/** After `kill -9` of the postmaster: ends what it left, and sees to it that its lock file hinders nobody. */
async function clearAfterKill(layout: Layout): Promise<void> {
  const lockFile = path.join(layout.cluster, 'postmaster.pid');
  if (!existsSync(lockFile)) return;
  const left = postgresProcessesIn(layout.cluster);
  for (const pid of left) signal(pid, 'SIGQUIT');
  for (const pid of left) {
    if (await waitForEnd(pid, 10)) continue;
    throw new EmbeddedError(
      `Tiến trình PostgreSQL ${pid} của lần chạy trước vẫn hoạt động trong ${layout.dataDir}: hãy kết thúc nó rồi khởi động lại.`,
    );
  }
  const file = readPostmasterFile(layout);
  if (file === undefined) {
    rmSync(lockFile); // empty: the machine or the disk gave out while it was written
  } else if (canBeSignalled(file.pid)) {
    // PostgreSQL would take a dead process not yet buried, or another that got the id, for a living server.
    // It ignores a lock file that names its own parent, and still checks the shared memory named there.
    const rest = readFileSync(lockFile, 'utf8').split('\n').slice(1);
    writeFileSync(`${lockFile}.new`, [String(process.pid), ...rest].join('\n'), { mode: 0o600 });
    renameSync(`${lockFile}.new`, lockFile);
  }
}

/** Keeps the log file from growing for ever; answers where this start's lines begin. */
function turnLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < largestLog) return size;
  renameSync(file, `${file}.1`);
  return 0;
}
