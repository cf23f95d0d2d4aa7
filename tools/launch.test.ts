import { spawn, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
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

/** A small product that is started by the real bin and tools, with this checkout's packages. */
function house() {
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
  symlinkSync(path.resolve('node_modules'), path.join(planted.folder, 'node_modules'));
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
