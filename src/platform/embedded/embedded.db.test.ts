import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { ensureDatabase, withClient } from './connection.ts';
import { ask, children, folder, killHard, major, ready, readyFolder, start, startChild } from './harness.ts';
import { EmbeddedError } from './index.ts';
import { isAlive, waitForEnd } from './processes.ts';
import { createDatabase, dropDatabase, templateDatabase } from './testing.ts';

describe(`embedded PostgreSQL ${major}`, () => {
  test('starts in a new folder, keeps its rows, and starts again on the same cluster', async () => {
    const dataDir = path.join(folder, 'data');
    const first = await start(dataDir);
    expect(first.adopted).toBe(false);
    await ask(first, 'create table kept (n int); insert into kept values (1)');
    const sorted = await ask(
      first,
      "select string_agg(word, ' ' order by word) as words from unnest(array['ơ', 'o', 'đ', 'd', 'ô', 'e']) as word",
    );
    expect(sorted).toEqual([{ words: 'd đ e o ô ơ' }]);
    expect(await ask(first, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await ask(first, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(statSync(first.socketDir).mode & 0o777).toBe(0o700);
    await first.stop();
    expect(existsSync(first.socketDir)).toBe(false);
    const made = statSync(path.join(dataDir, 'cluster', 'PG_VERSION')).ino;
    const second = await start(dataDir);
    expect(statSync(path.join(dataDir, 'cluster', 'PG_VERSION')).ino).toBe(made);
    expect(await ask(second, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  test('stopping twice is stopping once, and nothing of it runs on', async () => {
    const server = await start(readyFolder());
    const pid = server.pid();
    await Promise.all([server.stop(), server.stop()]);
    expect(isAlive(pid)).toBe(false);
  });

  test('kill -9 of PostgreSQL during writing loses no acknowledged row, and it is started again', async () => {
    const server = await start(readyFolder());
    await ask(server, 'create table noted (n int primary key)');
    const acknowledged: number[] = [];
    const pid = server.pid();
    const client = new pg.Client(server.connection);
    client.on('error', () => undefined);
    await client.connect();
    const writing = (async () => {
      for (let n = 0; ; n += 1) {
        await client.query('insert into noted values ($1)', [n]);
        acknowledged.push(n);
        if (n === 200) process.kill(pid, 'SIGKILL');
      }
    })();
    // The backend lives on until it notices that its parent is gone; the connection then breaks.
    await expect(writing).rejects.toThrow(Error);
    expect(acknowledged.length).toBeGreaterThan(200);
    await expect.poll(() => server.pid() !== pid && isAlive(server.pid()), { timeout: 20_000 }).toBe(true);
    const there = await expect
      .poll(() => ask(server, 'select n from noted order by n'), { timeout: 10_000 })
      .toEqual(expect.anything())
      .then(() => ask(server, 'select n from noted order by n'));
    const rows = new Set(there.map((row) => row.n));
    expect(acknowledged.filter((n) => !rows.has(n))).toEqual([]);
  });

  test('after kill -9 of the server its PostgreSQL is adopted', async () => {
    const dataDir = readyFolder();
    const { child, told } = await startChild(dataDir);
    expect(told.adopted).toBe(false);
    await killHard(child);
    expect(isAlive(Number(told.pid))).toBe(true);
    const server = await start(dataDir);
    expect(server.adopted).toBe(true);
    expect(server.pid()).toBe(told.pid);
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(isAlive(Number(told.pid))).toBe(false);
  });

  test('after kill -9 of both, with a busy connection left behind, it recovers', async () => {
    const dataDir = readyFolder();
    const { child, told } = await startChild(dataDir);
    const client = new pg.Client({
      host: String(Reflect.get(told, 'socketDir')),
      user: 'postgres',
      database: 'minhchung',
    });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('create table kept (n int)');
    await client.query('insert into kept values (7)');
    const busy = client.query('select count(*) from generate_series(1, 100000000000)');
    const broken = expect(busy).rejects.toThrow(Error);
    await pause(100);
    process.kill(Number(told.pid), 'SIGKILL');
    await killHard(child);
    await waitForEnd(Number(told.pid), 5);
    const server = await start(dataDir);
    await broken;
    expect(server.adopted).toBe(false);
    expect(await ask(server, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test('a lock file that names a process id in use by another program does not hinder', async () => {
    const dataDir = readyFolder();
    writeFileSync(
      path.join(dataDir, 'cluster', 'postmaster.pid'),
      `1\n${dataDir}/cluster\n1\n5432\n/nowhere\n\n`,
      { mode: 0o600 },
    );
    const server = await start(dataDir);
    expect(server.adopted).toBe(false);
  });

  test('an empty lock file, as a full disk or a power cut leaves it, does not hinder', async () => {
    const dataDir = readyFolder();
    writeFileSync(path.join(dataDir, 'cluster', 'postmaster.pid'), '', { mode: 0o600 });
    expect(await ask(await start(dataDir), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a second server on the folder is refused, in this process and in another', async () => {
    const dataDir = readyFolder();
    const server = await start(dataDir);
    await expect(start(dataDir)).rejects.toThrow(`đang được tiến trình ${process.pid} sử dụng`);
    const { told } = await startChild(dataDir);
    expect(told.error).toContain(`đang được tiến trình ${process.pid} sử dụng`);
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('of several servers started at once one at most gets the folder', async () => {
    const dataDir = path.join(folder, 'data');
    const all = await Promise.all([1, 2, 3].map(() => startChild(dataDir)));
    const winners = all.filter(({ told }) => told.error === undefined);
    expect(winners.length).toBeLessThanOrEqual(1);
    const refused = all.filter(({ told }) => told.error?.includes('đang được tiến trình'));
    expect(refused.length).toBe(3 - winners.length);
    for (const { child } of all) await killHard(child);
    await start(dataDir); // adopts what the winner left, so that it is stopped
  });

  test('a path with spaces, quotes and Vietnamese letters, and a very long one', async () => {
    const names = path.join(folder, `Kế hoạch "cải cách" hành chính, năm 2019 – 'bản thảo' $HOME`, 'dữ liệu');
    expect(await ask(await start(names), 'select 1 as one')).toEqual([{ one: 1 }]);
    const long = path.join(folder, ...Array.from({ length: 5 }, () => 'đường-dẫn-rất-dài-'.repeat(5)));
    expect(Buffer.byteLength(long)).toBeGreaterThan(500);
    const server = await start(long);
    expect(Buffer.byteLength(server.socketDir)).toBeLessThan(86);
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await expect(start(path.join(long, ...Array.from({ length: 4 }, () => 'x'.repeat(200))))).rejects.toThrow(
      /quá dài/,
    );
  });

  test('data of another version, a damaged folder and a file in the way: one clear line each', async () => {
    const older = path.join(folder, 'older');
    mkdirSync(path.join(older, 'cluster'), { recursive: true });
    await expect(start(older)).rejects.toThrow(/bị hỏng/);
    writeFileSync(path.join(older, 'cluster', 'PG_VERSION'), '14\n');
    await expect(start(older)).rejects.toThrow(
      `do PostgreSQL 14 tạo, chương trình này dùng PostgreSQL ${major}`,
    );
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    await expect(start(file)).rejects.toThrow(EmbeddedError);
    await expect(start(path.join(file, 'data'))).rejects.toThrow(/không phải là thư mục/);
    await expect(start(path.join(folder, 'x'), { packageName: 'not-installed' })).rejects.toThrow(/npm ci/);
  });

  test('a program that does not run is said to be the reason', async () => {
    const bin = path.join(folder, 'package', 'native', 'bin');
    mkdirSync(bin, { recursive: true });
    mkdirSync(path.join(folder, 'package', 'dist'));
    writeFileSync(path.join(folder, 'package', 'dist', 'index.js'), '');
    writeFileSync(path.join(folder, 'package', 'package.json'), JSON.stringify({ version: '18.0.0' }));
    writeFileSync(path.join(bin, 'postgres'), '#!/bin/sh\necho no such library >&2; exit 127\n', {
      mode: 0o755,
    });
    await expect(
      start(path.join(folder, 'data'), { packageName: path.join(folder, 'package', 'dist', 'index.js') }),
    ).rejects.toThrow('không chạy được trên máy này (no such library)');
  });

  test('an interrupted first start is done again', async () => {
    const dataDir = path.join(folder, 'data');
    mkdirSync(path.join(dataDir, 'cluster.unfinished.1', 'base'), { recursive: true });
    await start(dataDir);
    expect(readdirSync(dataDir)).not.toContain('cluster.unfinished.1');
  });

  test.each([
    ['first', 4, 250],
    ['later', 6, 25],
  ])('killed at any moment of a %s start, the next start succeeds', async (kind, times, step) => {
    for (let round = 0; round < times; round += 1) {
      const dataDir = path.join(folder, `data-${round}`);
      if (kind === 'later') cpSync(ready, dataDir, { recursive: true });
      const killed = startChild(dataDir);
      const child = children.at(-1);
      await pause(150 + round * step);
      child?.kill('SIGKILL');
      await Promise.race([killed, child === undefined ? undefined : once(child, 'exit')]);
      const server = await start(dataDir);
      expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
      await server.stop();
    }
  });

  test('the database may still be in the making for a server that was killed', async () => {
    const server = await start(readyFolder());
    const connection = { ...server.connection, database: 'made-twice' };
    await Promise.all([1, 2, 3].map(() => ensureDatabase(connection)));
    await ensureDatabase(connection);
    expect(await withClient(connection, 'made-twice', (client) => client.query('select 1'))).toMatchObject({
      rowCount: 1,
    });
  });

  test('a change of ICU builds the indexes anew and is recorded', async () => {
    const dataDir = readyFolder();
    const first = await start(dataDir);
    await ask(
      first,
      "create table word (text text primary key); create collation bygone (provider = icu, locale = 'vi')",
    );
    await ask(first, "update pg_collation set collversion = '1.1' where collname = 'bygone'");
    const before = await ask(first, "select relfilenode from pg_class where relname = 'word_pkey'");
    await first.stop();
    writeFileSync(path.join(dataDir, 'icu-version'), '50.1\n');
    const lines: string[] = [];
    const second = await start(dataDir, { log: (line) => lines.push(line) });
    expect(lines.join()).toContain('ICU 50.1');
    expect(await ask(second, "select relfilenode from pg_class where relname = 'word_pkey'")).not.toEqual(
      before,
    );
    expect(
      await ask(
        second,
        "select collversion = pg_collation_actual_version(oid) as same from pg_collation where collname = 'bygone'",
      ),
    ).toEqual([{ same: true }]);
    await second.stop();
    lines.splice(0);
    await start(dataDir, { log: (line) => lines.push(line) });
    expect(lines).toEqual([]);
  });
});

describe('databases for tests', () => {
  const names = ['embedded_test_template', 'embedded_test_copy'];

  afterAll(async () => {
    for (const name of names) await dropDatabase(inject('cluster'), name);
  });

  test('a template is built once, and copied', async () => {
    const [template = '', copy = ''] = names;
    const cluster = inject('cluster');
    let built = 0;
    const build = async (connection: pg.ClientConfig): Promise<void> => {
      built += 1;
      const client = new pg.Client(connection);
      await client.connect();
      await client.query('create table kept (n int); insert into kept values (3)');
      await client.end();
    };
    await Promise.all([1, 2].map(() => templateDatabase(cluster, template, build)));
    expect(built).toBe(1);
    const client = new pg.Client(await createDatabase(cluster, copy, template));
    await client.connect();
    expect((await client.query('select n from kept')).rows).toEqual([{ n: 3 }]);
    await client.end();
  });
});
