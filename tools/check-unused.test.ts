import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkUnused } from './check-unused.ts';
import { plantedHouse } from './planted.ts';

function house() {
  return plantedHouse({
    'package.json': '{ "name": "planted", "type": "module" }',
    'knip.json': readFileSync('knip.json', 'utf8'),
    'src/main.ts': "import { used } from './a.ts';\nconsole.log(used);\n",
    'src/a.ts': 'export const used = 1;\n',
  });
}

test('a house in which all is used has nothing unused', () => {
  expect(checkUnused(house().folder)).toEqual([]);
});

test.each([
  ['src/forgotten.ts', 'export const a = 1;\n', 'src/forgotten.ts'],
  ['src/a.ts', 'export const used = 1;\nexport const idle = 2;\n', 'idle'],
  ['src/a.ts', 'export const used = 1;\nexport interface Idle { a: 1 }\n', 'Idle'],
  [
    'package.json',
    '{ "name": "planted", "type": "module", "dependencies": { "left-over": "1.0.0" } }',
    'left-over',
  ],
])('what nothing uses is seen: %s, %s', (file, text, unused) => {
  const { folder, write } = house();
  write(file, text);
  expect(checkUnused(folder).join('\n')).toContain(unused);
});
