import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkImports } from './check-imports.ts';

let folder: string;

function write(file: string, text: string) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'imports-'));
  write('src/pure/law/types.ts', 'export interface Law { name: string }\n');
  write(
    'src/platform/refusal.ts',
    "import type { Law } from '../pure/law/types.ts';\nexport type R = Law;\n",
  );
  write(
    'src/people/domain/person.ts',
    "import type { Law } from '../../pure/law/types.ts';\nexport type P = Law;\n",
  );
  write('src/people/index.ts', "export type { P } from './domain/person.ts';\n");
  write('src/people/slice.ts', "import type { P } from './index.ts';\nexport const people: P[] = [];\n");
  write('src/plan/queries.ts', "import type { P } from '../people/index.ts';\nexport type Q = P;\n");
  write('src/plan/index.ts', "export type { Q } from './queries.ts';\n");
  write('src/main.ts', "import { people } from './people/slice.ts';\nexport const all = people;\n");
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a house in order has no breach', async () => {
  expect(await checkImports(folder)).toEqual([]);
});

test.each([
  ['src/pure imports only itself', 'src/pure/law/read.ts', "export * from '../../platform/refusal.ts';"],
  ['src/pure imports only itself', 'src/pure/law/read.ts', "import 'node:fs';"],
  [
    'src/platform imports no slice',
    'src/platform/http.ts',
    "import type { P } from '../people/index.ts';\nexport type H = P;",
  ],
  [
    'a slice imports only slices before it',
    'src/people/late.ts',
    "import type { Q } from '../plan/index.ts';\nexport type L = Q;",
  ],
  [
    'a slice is reached only through its index.ts',
    'src/plan/pages/a.tsx',
    "export const page = <p>{import('../../people/domain/person.ts')}</p>;",
  ],
  ['domain imports only src/pure', 'src/plan/domain/a.ts', "export * from '../../people/index.ts';"],
  ['domain imports only src/pure', 'src/plan/domain/a.ts', "export * from '../queries.ts';"],
  ['slice.ts is imported only from the top', 'src/plan/a.ts', "export * from '../people/slice.ts';"],
  ['no circles', 'src/platform/a.ts', "export * from './b.ts';"],
  [
    'src/browser imports nothing of the server',
    'src/browser/a.ts',
    "import type { R } from '../platform/refusal.ts';\nexport type B = R;",
  ],
  ['the server imports nothing of src/browser', 'src/plan/a.ts', "export * from '../browser/own.ts';"],
  ['nothing imports main.ts', 'src/people/a.ts', "export * from '../main.ts';"],
  ['test support stays out', 'src/plan/a.ts', "export * from '../platform/testing.ts';"],
  ['an import that leads nowhere', 'src/plan/a.ts', "export * from './gone.ts';"],
  ['not in the order of the slices', 'src/gossip/a.ts', 'export const a = 1;'],
])('a breach is seen: %s, %s', async (name, file, text) => {
  write('src/platform/b.ts', "export * from './a.ts';\n");
  write('src/platform/a.ts', 'export const a = 1;\n');
  write('src/platform/testing.ts', 'export const support = 1;\n');
  write('src/browser/own.ts', 'export const own = 1;\n');
  expect(await checkImports(folder)).toEqual([]);
  write(file, text);
  const breaches = await checkImports(folder);
  expect(breaches.join('\n')).toContain(name);
});

test.each([
  ['a.ts', 'export const f = async <T>(g: () => Promise<T>) => g();'],
  ['a.tsx', 'export const f = <p class="x">{1}</p>;'],
])('an import beside what only %s may hold is seen', async (file, text) => {
  write(`src/people/${file}`, `import type { Q } from '../plan/index.ts';\nexport type L = Q;\n${text}\n`);
  expect((await checkImports(folder)).join('\n')).toContain('a slice imports only slices before it');
});

test('a test may import what it likes', async () => {
  write('src/people/late.test.ts', "import '../plan/queries.ts';\nimport 'node:fs';\n");
  expect(await checkImports(folder)).toEqual([]);
});

test('a house in which no import can be read is no clean house', async () => {
  rmSync(path.join(folder, 'src'), { recursive: true });
  write('src/main.ts', 'export const a = 1;\n');
  write('src/settings.ts', 'export const b = 1;\n');
  await expect(checkImports(folder)).rejects.toThrow('No import was found');
});
