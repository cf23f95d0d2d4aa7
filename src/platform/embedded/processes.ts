import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from './error.ts';

/**
 * When a process started, as the system writes it: together with the process id a name that is
 * never used twice. Undefined when there is no such process, or only its unburied rest.
 */
export function processStart(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const stat = readOrUndefined(`/proc/${pid}/stat`);
    if (stat === undefined) return undefined;
    // Fields follow the command's name in brackets, which may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, start] = [fields[0], fields[19]];
    return state === 'Z' || state === 'X' ? undefined : start;
  }
  try {
    const printed = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    }).trim();
    return printed === '' || printed.startsWith('Z')
      ? undefined
      : printed.replace(/^\S+\s+/, '').replace(/\W+/g, '-');
  } catch {
    return undefined; // ps exits with 1 when there is no such process
  }
}

/** Whether a process runs. */
export function isAlive(pid: number): boolean {
  return processStart(pid) !== undefined;
}

/** Whether the system still knows the process id: that of a dead process not yet buried, too. */
export function canBeSignalled(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Sends a signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/** Waits until a process is gone; false when it is still there after `seconds`. */
export async function waitForEnd(pid: number, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (isAlive(pid)) {
    if (performance.now() > end) return false;
    await pause(10);
  }
  return true;
}

/** PostgreSQL processes that work in a cluster's folder, found by their working directory (Linux only). */
export function postgresProcessesIn(clusterDir: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter(
      (pid) =>
        worksIn(pid, clusterDir) &&
        readOrUndefined(`/proc/${pid}/comm`)?.startsWith('postgres') === true &&
        isAlive(pid),
    );
}

/** Whether a folder is a process's working directory (Linux only). */
export function worksIn(pid: number, folder: string): boolean {
  return linkOrUndefined(`/proc/${pid}/cwd`) === folder;
}

/** Whether a process runs a program; true as well where that cannot be known. */
export function runsProgram(pid: number, program: string): boolean {
  const running = linkOrUndefined(`/proc/${pid}/exe`);
  return running === undefined || running === program;
}

function readOrUndefined(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // the process ended while we looked, or is not ours to see
  }
}

function linkOrUndefined(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    return undefined; // as above
  }
}
