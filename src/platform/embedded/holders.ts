import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processStart } from './processes.ts';

/**
 * Who holds a folder: one empty file per holder, named by its process's id and start, so that the file of a
 * process killed with -9 is known to be stale whoever has its id now. Everyone writes their own file
 * first and looks at the others after, so two can never both believe to be alone.
 */
export interface Holding {
  /** Gives the folder up. */
  release(): void;
}

/** Registers this process beside others. */
export function hold(folder: string): Holding {
  return register(folder);
}

/** Takes the folder for one holder alone; the id of the process that has it, when one has. */
export async function holdAlone(folder: string, attempts: number): Promise<Holding | number> {
  for (let attempt = 1; ; attempt += 1) {
    const holding = register(folder);
    const other = holders(folder, holding.name)[0];
    if (other === undefined) return holding;
    holding.release();
    if (attempt >= attempts) return other;
    // Two that start in the same instant see each other and both step back; chance then parts them.
    await pause(10 + Math.random() * 60);
  }
}

/** Process ids of the living that hold the folder, but for one of them; what dead ones left is removed. */
export function holders(folder: string, butFor?: string): number[] {
  const living: number[] = [];
  for (const name of readdirSync(folder)) {
    if (name === butFor) continue;
    const [, pid, start] = /^(\d+)\.([^.]+)\./.exec(name) ?? [];
    if (pid === undefined) continue;
    if (processStart(Number(pid)) === start) living.push(Number(pid));
    else rmSync(path.join(folder, name), { force: true });
  }
  return living;
}

function register(folder: string): Holding & { readonly name: string } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `${process.pid}.${processStart(process.pid)}.${randomBytes(6).toString('hex')}`;
  const file = path.join(folder, name);
  writeFileSync(file, '', { flag: 'wx' });
  return { name, release: () => rmSync(file, { force: true }) };
}
