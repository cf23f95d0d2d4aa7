import { spawn, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { plantedHouse } from './planted.ts';

const MAIN = `
if (process.argv[2] === 'serve') {
  process.on('SIGTERM', () => process.exit(7));
  setInterval(() => {}, 1000);
} else process.exitCode = 3;
console.log(JSON.stringify(process.argv.slice(2)));
`;

/** A small product that is started by the real bin and tools, with this checkout's packages, or with none as yet. */
function house({ installed = true } = {}) {
  const planted = plantedHouse({
    'src/main.ts': MAIN,
    'src/browser/staff.ts': 'document.title = "a";\n',
    'src/browser/staff.test.ts': 'no part of any bundle',
    'src/platform/view/styles/index.css': '@import "./part.css";\nbody { color: red; }\n',
    'src/platform/view/styles/part.css': 'p { color: blue; }\n',
    'migrations/1.sql': 'SELECT 1;\n',
  });
  for (const name of ['bin', 'tools', 'package.json', 'package-lock.json'])
    cpSync(name, path.join(planted.folder, name), { recursive: true });
  if (installed) symlinkSync(path.resolve('node_modules'), path.join(planted.folder, 'node_modules'));
  const start = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(planted.folder, 'bin/minhchung'), ...args], { encoding: 'utf8' });
  const read = (file: string) => readFileSync(path.join(planted.folder, file), 'utf8');
  return { ...planted, start, read };
}

test('the first start builds, passes arguments and exit code on, and leaves standard output to the product', () => {
  const { start, read } = house();
  const first = start('plan', 'read', '--json');
  expect(first.stdout).toBe('["plan","read","--json"]\n');
  expect(first.status).toBe(3);
  expect(first.stderr).toContain('Đang dựng chương trình');

  const manifest = JSON.parse(read('dist/assets/manifest.json'));
  expect(Object.keys(manifest).sort()).toEqual(['index.css', 'staff.js']);
  expect(manifest['staff.js']).toMatch(/^staff-[A-Z0-9]+\.js$/);
  expect(read(`dist/assets/${manifest['index.css']}`)).toContain('p{color:#00f}');
  expect(read('dist/migrations/1.sql')).toBe('SELECT 1;\n');
}, 30_000);

test('only a change of the sources builds again, and a build that fails leaves the last good one', () => {
  const { start, write, read } = house();
  start();
  expect(start().stderr).toBe('');
  write('src/main.ts', 'console.log("new");');
  const changed = start();
  expect(changed.stdout).toBe('new\n');
  expect(changed.stderr).toContain('Đang dựng chương trình');
  write('src/main.ts', 'console.log(');
  const broken = start();
  expect(broken.status).toBe(1);
  expect(broken.stderr).toContain('src/main.ts');
  expect(read('dist/minhchung.js')).toContain('new');
}, 30_000);

test('a signal reaches the server, whose exit code becomes the launcher’s', async () => {
  const { folder, start } = house();
  start();
  const child = spawn(process.execPath, [path.join(folder, 'bin/minhchung'), 'serve', '--empty']);
  const [line] = await new Promise<string[]>((resolve) => {
    child.stdout.once('data', (data: Buffer) => resolve([data.toString()]));
  });
  expect(line).toBe('["serve","--empty"]\n');
  child.kill('SIGTERM');
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(7);
}, 30_000);

/** A start with an npm that does what is given, to its end. */
async function startWithNpm({ folder, write }: ReturnType<typeof house>, npm: string) {
  write('npm/npm-cli.js', npm);
  // The product's own package.json calls .js files modules.
  write('npm/package.json', '{}');
  const child = spawn(process.execPath, [path.join(folder, 'bin/minhchung'), 'actions'], {
    env: { ...process.env, npm_execpath: path.join(folder, 'npm/npm-cli.js') },
  });
  const told = { output: '', errors: '' };
  child.stdout.on('data', (data: Buffer) => {
    told.output += data;
  });
  child.stderr.on('data', (data: Buffer) => {
    told.errors += data;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, ...told };
}

test.each([
  ['ECONNREFUSED', /^Không tải được các gói từ http:\/\/packages\.example: .*nhật ký: \/npm\.log/],
  ['ENOSPC', /^Ổ đĩa đã đầy/],
  ['EACCES', /không ghi được vào/],
])('packages that cannot be had, %s, are one line that says what to do', async (reason, line) => {
  const { code, errors } = await startWithNpm(
    house({ installed: false }),
    `console.log('nothing of this');
    console.error('npm error code ${reason}');
    console.error('npm error request to http://packages.example/zod failed');
    console.error('npm error     at ClientRequest.<anonymous>');
    console.error('npm error A complete log of this run can be found in: /npm.log');
    process.exitCode = 1;`,
  );
  expect(code).toBe(1);
  const [installing, told, ...more] = errors.trim().split('\n');
  expect(installing).toMatch(/^Đang cài các gói/);
  expect(told).toMatch(line);
  expect(more).toEqual([]);
});

test('of a failure that nobody knows npm’s own words are shown', async () => {
  const npm = `console.error('npm error code EODD'); process.exitCode = 1;`;
  const { errors } = await startWithNpm(house({ installed: false }), npm);
  expect(errors).toContain('npm error code EODD\nKhông cài được các gói');
});

test('two starts at once install and build once, also after one that was killed', async () => {
  const planted = house({ installed: false });
  planted.write('.cache/preparing', '999999999 1');
  planted.write('dist-999999999/minhchung.js', '');
  const npm = `
    const { appendFileSync, symlinkSync } = require('node:fs');
    appendFileSync('asked', 'npm ' + process.argv.slice(2).join(' ') + '\\n');
    setTimeout(() => symlinkSync(${JSON.stringify(path.resolve('node_modules'))}, 'node_modules'), 500);`;
  const both = await Promise.all([1, 2].map(() => startWithNpm(planted, npm)));
  expect(both.map(({ code, output }) => [code, output])).toEqual([
    [3, '["actions"]\n'],
    [3, '["actions"]\n'],
  ]);
  expect(planted.read('asked')).toMatch(/^npm ci --omit=dev [^\n]*\n$/);
  expect(readdirSync(planted.folder).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  const told = both.map(({ errors }) => errors).join('');
  expect(told.match(/Đang dựng chương trình …/g)).toHaveLength(1);
  expect(told).toMatch(/Tiến trình \d+ đang cài hoặc dựng chương trình ở đây/);
}, 30_000);
