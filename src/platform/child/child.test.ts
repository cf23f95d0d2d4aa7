import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { printPdf } from '../paper/press.ts';
import { sampleReport } from '../paper/sample.ts';
import { Child, runInChild } from './child.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'child-'));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** A program that says who it is as its progress, and answers once it is let go. */
function program(): URL {
  const file = join(folder, 'program.ts');
  writeFileSync(
    file,
    `import { existsSync } from 'node:fs';
    import { serveJobs } from ${JSON.stringify(new URL('./serve-jobs.ts', import.meta.url).href)};
    serveJobs(async (letGo, progress) => {
      progress(process.pid, 0);
      while (!existsSync(letGo)) await new Promise((resolve) => setTimeout(resolve, 10));
      return new Uint8Array([process.pid % 256, 0, 255]);
    });`,
  );
  return pathToFileURL(file);
}

describe('a child that dies in the middle of its work', () => {
  test('is followed by another, which does it', async () => {
    const letGo = join(folder, 'let-go');
    const pids: number[] = [];
    const answer = await runInChild(program(), letGo, {
      onProgress: (pid) => {
        pids.push(pid);
        if (pids.length === 1) process.kill(pid, 'SIGKILL');
        else writeFileSync(letGo, '');
      },
    });
    expect(pids).toHaveLength(2);
    expect(answer).toEqual(new Uint8Array([(pids[1] ?? 0) % 256, 0, 255]));
  });

  test.each(['SIGKILL', 'SIGSEGV'] as const)('twice, by %s, is a clear error', async (signal) => {
    const asked = runInChild(program(), join(folder, 'never'), {
      onProgress: (pid) => process.kill(pid, signal),
    });
    await expect(asked).rejects.toMatchObject({ code: 'crashed', params: { cause: signal } });
  });

  test('is known as dead, and answers no more', async () => {
    const child = new Child({ url: program() });
    const asked = child.ask(join(folder, 'never'), { onProgress: (pid) => process.kill(pid, 'SIGKILL') });
    await expect(asked).rejects.toMatchObject({ code: 'crashed' });
    expect(child.isAlive).toBe(false);
    await expect(child.ask('')).rejects.toThrow();
  });
});

test('one child answers one job after another', async () => {
  const letGo = join(folder, 'at-once');
  writeFileSync(letGo, '');
  const child = new Child({ url: program() });
  const first = await child.ask(letGo);
  expect(await child.ask(letGo)).toEqual(first);
  const both = [child.ask(letGo), child.ask(letGo)];
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  child.end();
});

test.each([
  ['with nothing else to do ends, and its child with it', '', undefined],
  ['that is killed takes its child with it', 'setInterval(() => 0, 1000);', 'SIGKILL' as const],
])('a parent %s', async (_, rest, kill) => {
  const letGo = join(folder, 'parent');
  writeFileSync(letGo, '');
  const code = `import { Child } from ${JSON.stringify(new URL('./child.ts', import.meta.url).href)};
    const child = new Child({ url: new URL(${JSON.stringify(program().href)}) });
    let pid = 0;
    await child.ask(${JSON.stringify(letGo)}, { onProgress: (own) => { pid = own; } });
    console.log(pid);
    ${rest}`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(parent, 'exit');
  const [pid] = await once(createInterface({ input: parent.stdout }), 'line');
  if (kill !== undefined) parent.kill(kill);
  expect(await ended).toEqual(kill === undefined ? [0, null] : [null, kill]);
  await vi.waitFor(() => expect(isRunning(String(pid))).toBe(false), 10_000);
});

/** What has ended but was not yet asked for by its parent, which may be gone, runs no more. */
function isRunning(pid: string): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' });
  return !/^(Z|$)/.test(stdout.trim());
}

describe.runIf(process.platform === 'linux')('the press', () => {
  /** The child processes of this one. */
  const children = () =>
    execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes('press-worker'))
      .map((line) => Number(line.trim().split(' ')[0]));

  test('prints on where its child was killed, idle or in the middle', async () => {
    const whole = await printPdf(sampleReport());
    for (const pid of children()) process.kill(pid, 'SIGKILL');
    expect(await printPdf(sampleReport())).toEqual(whole);
    const [former = 0] = children();
    const printing = [printPdf(sampleReport()), printPdf(sampleReport({ number: 7 }))];
    // The first is on its way to the child, whose next turn finds it dead.
    await Promise.resolve();
    process.kill(former, 'SIGKILL');
    const [again] = await Promise.all(printing);
    expect(again).toEqual(whole);
    expect(children()).not.toContain(former);
  });
});
