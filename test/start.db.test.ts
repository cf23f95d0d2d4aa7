import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbedded } from '../src/platform/embedded/index.ts';
import { isAlive } from '../src/platform/embedded/processes.ts';
import { Product, postgresOf, type ServerProcess } from './product.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'minhchung-started-'));
const dataDir = path.join(folder, 'data');
const environment = { DATA_DIR: dataDir, PORT: '0' };

let product: Product;
let server: ServerProcess;

beforeAll(async () => {
  product = await Product.bundle();
  server = await product.serve(['--empty'], environment);
}, 120_000);
afterAll(async () => {
  await product?.remove();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** A start that must fail, with what it says. */
async function refused(args: readonly string[], env: NodeJS.ProcessEnv, as = 1): Promise<string[]> {
  const { code, errors } = await product.run(args, env);
  expect(code).toBe(as);
  return errors.split('\n').filter((line) => line !== '');
}

test('a second server on the same folder is refused in one line that names the first', async () => {
  const lines = await refused(['serve', '--empty'], environment);
  expect(lines).toEqual([
    `Thư mục dữ liệu ${dataDir} đang được tiến trình ${server.child.pid} sử dụng: hãy dừng máy chủ ấy trước, hoặc chọn thư mục khác bằng DATA_DIR.`,
  ]);
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
});

test('a wrong setting stops the start with one clear line', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  const other = { DATA_DIR: path.join(folder, 'other'), PORT: '0' };
  try {
    expect(await refused(['serve'], { ...other, PORT: 'eighty' })).toEqual([
      expect.stringMatching(/^PORT=eighty /),
    ]);
    expect(await refused(['serve', '--emty'], other, 2)).toEqual([
      expect.stringMatching(/^Không có lựa chọn --emty: /),
    ]);
    expect(await refused(['serve'], { ...other, DATA_DIR: file })).toEqual([
      expect.stringContaining(`${file} không phải là thư mục`),
    ]);
    expect(
      await refused(['serve'], { ...other, DATABASE_URL: 'postgres://office:secret@127.0.0.1:9/office' }),
    ).toEqual([
      expect.stringMatching(/^DATABASE_URL không dùng được: không có máy chủ .*127\.0\.0\.1:9\)\.$/),
    ]);
    expect(await refused(['serve', '--empty'], { ...other, PORT: port })).toEqual([
      `PORT=${port} đang được chương trình khác dùng: hãy dừng chương trình ấy, hoặc đặt PORT là một cổng còn trống.`,
    ]);
    expect(await refused(['serve', '--empty'], { ...other, HOST: '192.0.2.1' })).toEqual([
      expect.stringMatching(/^HOST=192\.0\.2\.1 không phải là địa chỉ của máy này/),
    ]);
  } finally {
    taken.close();
  }
}, 120_000);

test('told to stop, the server answers what it was asked before, and ends PostgreSQL after itself', async () => {
  const owner = new pg.Client({
    host: postgresOf(dataDir).socketDir,
    port: 5432,
    user: 'postgres',
    database: 'minhchung',
  });
  await owner.connect();
  await owner.query('BEGIN; LOCK TABLE agency IN ACCESS EXCLUSIVE MODE');
  const asked = fetch(`${server.url}/set-up`);
  await pause(300);
  const { pid } = postgresOf(dataDir);
  const ended = server.end('SIGTERM');
  await pause(300);
  expect(server.child.exitCode).toBe(null);
  await expect(fetch(`${server.url}/health`)).rejects.toThrow();
  await owner.query('COMMIT');
  await owner.end();
  const answer = await asked;
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('action="/set-up"');
  expect(await ended).toBe(0);
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(path.join(dataDir, 'cluster', 'postmaster.pid'))).toBe(false);
  expect(readdirSync(path.join(dataDir, 'holders'))).toEqual([]);
});

test('verify says by its exit code whether anything is damaged, and by --json what', async () => {
  const again = await product.serve(['--empty'], environment);
  const page = await (await fetch(`${again.url}/set-up`)).text();
  const form = new URLSearchParams({
    ...Object.fromEntries(
      [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ),
    ...{
      name: 'Sở Giáo dục và Đào tạo',
      shortName: 'Sở GD&ĐT',
      code: 'SGDDT',
      symbol: 'SGDĐT',
      place: 'Hà Nội',
    },
    ...{ person: 'Quản trị', position: 'Quản trị', login: 'quantri', password: 'một mật khẩu đủ dài' },
  });
  const set = await fetch(`${again.url}/set-up`, { method: 'POST', body: form, redirect: 'manual' });
  expect(set.status).toBe(303);
  expect(await refused(['verify'], environment)).toEqual([expect.stringContaining('đang được tiến trình')]);
  expect(await again.end('SIGINT')).toBe(0);

  const clean = await product.run(['verify'], environment);
  expect(clean.output.trim().split('\n').at(-1)).toMatch(/^0 sự kiện, \d+ dòng, 0 sai lệch$/);
  expect(clean.code).toBe(0);

  const embedded = await startEmbedded({ dataDir });
  const owner = new pg.Client(embedded.connection);
  await owner.connect();
  await owner.query(`UPDATE agency SET name = 'Sở khác'; DELETE FROM audit_trail`);
  await owner.end();
  await embedded.stop();
  const damaged = await product.run(['verify', '--json'], environment);
  expect(damaged.code).toBe(1);
  const report = JSON.parse(damaged.output);
  expect(report.damaged).toBe(2);
  expect(report.damages).toMatchObject([
    { kind: 'audit', table: 'audit_trail' },
    { kind: 'version', table: 'agency', code: 'version-differs' },
  ]);
  const told = await product.run(['verify'], environment);
  expect(told.output).toContain('name: "Sở khác" ≠ "Sở Giáo dục và Đào tạo"');
  expect(told.output.trim().split('\n').at(-1)).toMatch(/, 2 sai lệch$/);
}, 120_000);

test('verify of what is not there is refused in one line', async () => {
  const nothing = path.join(folder, 'nothing');
  mkdirSync(nothing);
  expect(await refused(['verify'], { DATA_DIR: nothing })).toEqual([
    `Thư mục dữ liệu ${nothing} không có cơ sở dữ liệu: hãy đặt DATA_DIR hoặc DATABASE_URL.`,
  ]);
  expect(await refused(['verify', '--quick'], environment, 2)).toEqual([
    'Không có lựa chọn --quick. Cách dùng: minhchung verify [--json]',
  ]);
});

test.each([
  ['while the database is made', 'Đang tạo cơ sở dữ liệu'],
  ['while the demo is filled in', 'Đang dựng dữ liệu mô phỏng'],
])(
  'told to stop %s, a first start ends PostgreSQL and says nothing',
  async (_when, line) => {
    const started = path.join(folder, line);
    const child = product.spawn(['serve'], { DATA_DIR: started, PORT: '0' });
    let output = '';
    let errors = '';
    child.stderr?.on('data', (data: Buffer) => {
      errors += data;
    });
    await new Promise<void>((resolve) => {
      child.stdout?.on('data', (data: Buffer) => {
        output += data;
        if (output.includes(line)) resolve();
      });
    });
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect([code, errors]).toEqual([0, '']);
    expect(output).not.toContain('http://');
    expect(existsSync(path.join(started, 'cluster', 'postmaster.pid'))).toBe(false);
    expect(readdirSync(path.join(started, 'holders'))).toEqual([]);
  },
  60_000,
);

test('a server whose launcher is killed ends, and the next start waits for its folder', async () => {
  const left = path.join(folder, 'left');
  const launcher = spawn(
    'sh',
    ['-c', 'MINHCHUNG_LAUNCHER=$$ "$@" & wait', 'sh', ...product.command(['serve', '--empty'])],
    {
      env: { PATH: process.env.PATH, DATA_DIR: left, PORT: '0' },
    },
  );
  for await (const data of launcher.stdout) if (String(data).includes('http://')) break;
  launcher.kill('SIGKILL');
  const next = await product.serve(['--empty'], { DATA_DIR: left, PORT: '0' });
  expect(await next.end('SIGTERM')).toBe(0);
}, 60_000);
