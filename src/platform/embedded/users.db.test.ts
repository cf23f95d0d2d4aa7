import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, folder, isRoot, killHard, packageName, readyFolder, start, startChild } from './harness.ts';

describe.runIf(isRoot)('as root', () => {
  test("below a folder that only root may enter; the files stay root's", async () => {
    chmodSync(folder, 0o700);
    const dataDir = path.join(folder, 'data');
    const server = await start(dataDir, { runAs: 'namespace' });
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(statSync(path.join(dataDir, 'cluster', 'PG_VERSION')).uid).toBe(0);
  });

  test('without namespaces: as another user, and through closed folders with one capability', async () => {
    const dataDir = path.join(folder, 'data');
    const open = await start(dataDir, { runAs: 'user' });
    expect(await ask(open, 'select 1 as one')).toEqual([{ one: 1 }]);
    await open.stop();
    chmodSync(folder, 0o700);
    await expect(start(dataDir, { runAs: 'user' })).rejects.toThrow(/người dùng khác không vào được/);
    const closed = await start(dataDir, { runAs: 'capability' });
    expect(await ask(closed, 'select 1 as one')).toEqual([{ one: 1 }]);
    await closed.stop();
    const owned = await start(dataDir);
    expect(await ask(owned, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe.runIf(isRoot)('as an ordinary user', () => {
  const nobody = {
    uid: Number(execFileSync('id', ['-u', 'nobody'])),
    gid: Number(execFileSync('id', ['-g', 'nobody'])),
  };

  test('starts directly, and is refused a folder that is not theirs', async () => {
    const home = path.join(folder, 'home');
    mkdirSync(home);
    chownSync(home, nobody.uid, nobody.gid);
    const { child, told } = await startChild(path.join(home, 'data'), nobody);
    expect(told.error).toBeUndefined();
    expect(statSync(path.join(home, 'data', 'cluster')).uid).toBe(nobody.uid);
    await killHard(child);
    const rooted = path.join(folder, 'rooted');
    mkdirSync(rooted);
    expect((await startChild(rooted, nobody)).told.error).toMatch(/Không ghi được/);
    // Root takes over the folder of a user as that user.
    const server = await start(path.join(home, 'data'));
    expect(server.adopted).toBe(true);
    await server.stop();
    await start(path.join(home, 'data'));
    expect(statSync(path.join(home, 'data', 'cluster', 'postmaster.pid')).uid).toBe(nobody.uid);
  });

  test('with a user id that nobody named', async () => {
    const home = path.join(folder, 'home');
    mkdirSync(home);
    chownSync(home, 45_678, 45_678);
    const { child, told } = await startChild(path.join(home, 'data'), { uid: 45_678, gid: 45_678 });
    expect(told.error).toBeUndefined();
    await killHard(child);
    const again = await startChild(path.join(home, 'data'), { uid: 45_678, gid: 45_678 });
    expect(again.told).toMatchObject({ pid: told.pid, adopted: true });
    await killHard(again.child);
    expect((await start(path.join(home, 'data'))).adopted).toBe(true);
  });
});

describe('where install scripts are blocked', () => {
  /** A copy of the package as npm unpacks it: without links. */
  function bareCopy(name = 'package'): { root: string; entry: string } {
    const source = path.dirname(path.dirname(createRequire(import.meta.url).resolve(packageName)));
    const root = path.join(folder, name);
    const share = path.join('native', 'share');
    cpSync(source, root, {
      recursive: true,
      filter: (file) => !lstatSync(file).isSymbolicLink() && !file.endsWith(share) && !file.endsWith('.a'),
    });
    symlinkSync(path.join(source, share), path.join(root, share));
    return { root, entry: path.join(root, 'dist', 'index.js') };
  }

  test('the links to the libraries are made', async () => {
    const { root, entry } = bareCopy();
    await start(readyFolder(), { packageName: entry });
    expect(lstatSync(path.join(root, 'native', 'lib', 'libicuuc.so.60')).isSymbolicLink()).toBe(true);
    expect(existsSync(path.join(folder, 'data', 'lib'))).toBe(false);
  });

  test('below a path that a shell would read otherwise', async () => {
    const { entry } = bareCopy('gói "$HOME" `id` \\ 100% #1');
    const server = await start(path.join(folder, 'data'), { packageName: entry });
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('in the data folder where the package is read-only', async () => {
    const { root, entry } = bareCopy();
    chmodSync(path.join(root, 'native', 'lib'), 0o555);
    const home = path.join(folder, 'home');
    mkdirSync(home);
    if (isRoot) chownSync(home, 65_534, 65_534);
    const user = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    const { child, told } = await startChild(path.join(home, 'data'), user, entry);
    expect(told.error).toBeUndefined();
    expect(existsSync(path.join(home, 'data', 'lib', 'libicuuc.so.60'))).toBe(true);
    await killHard(child);
    expect((await start(path.join(home, 'data'), { packageName: entry })).adopted).toBe(true);
  });
});
