import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isNode, type Node, visitSource } from './source.ts';

const HOUSE = path.resolve(import.meta.dirname, '..');
const NUMBERS = Array.from({ length: 46 }, (_, at) =>
  at < 31 ? `F${String(at + 1).padStart(2, '0')}` : `${at + 1}`,
);

/** The name that a call begins with: "test" of test(…), test.each(…)(…) and test.runIf(…)(…). */
function calledBy(node: unknown): unknown {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier') return node.value;
  return calledBy(node.type === 'MemberExpression' ? node.object : node.callee);
}

/** The titles of the tests in a file. */
function titlesOf(file: string): string[] {
  const titles: string[] = [];
  visitSource(file, readFileSync(path.join(HOUSE, file), 'utf8'), (node: Node) => {
    if (node.type !== 'CallExpression' || !['test', 'it'].includes(String(calledBy(node.callee)))) return;
    const [first] = node.arguments as { expression: Node }[];
    if (first?.expression.type === 'StringLiteral') titles.push(String(first.expression.value));
  });
  return titles;
}

/** What is wrong with the lists of docs/conformance.md: lines, states, and the tests that they name. */
function breaches(page: string): string[] {
  const rows = page
    .split('\n')
    .filter((line) => /^\| (?:F?\d+) \|/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const wrong = NUMBERS.filter((no) => rows.filter(([, one]) => one === no).length !== 1).map(
    (no) => `${no} does not stand once`,
  );
  for (const [, no, , , state = '', words = '', ...rest] of rows) {
    if (rest.length !== 1 || !['shown', 'untested', 'no', 'later'].includes(state) || words === '')
      wrong.push(`${no} has no state`);
    const named = [...words.matchAll(/`([^`]+\.test\.ts)`(?: – “([^”]+)”)?/g)];
    if (state === 'shown' && named.length === 0) wrong.push(`${no} names no test`);
    for (const [, file = '', title] of named)
      if (!existsSync(path.join(HOUSE, file))) wrong.push(`${no}: ${file} is not there`);
      else if (title === undefined || !titlesOf(file).includes(title))
        wrong.push(`${no}: ${file} has no test “${title}”`);
  }
  return wrong;
}

const page = readFileSync(path.join(HOUSE, 'docs/conformance.md'), 'utf8');

test('each line stands once with its state, and each test that is named is there', () => {
  expect(breaches(page)).toEqual([]);
});

test.each([
  [
    'a title that no test has',
    '“each status has its national code”',
    '“national code”',
    /^F31: .* has no test/,
  ],
  ['a file that is gone', '`src/forms/print.test.ts`', '`src/forms/gone.test.ts`', /^F17: .* is not there/],
  [
    'a test without a title',
    ' – “makes it once, found again by',
    ', “makes it once, found again by',
    /^F05: /,
  ],
  ['a line that is missing', '| F22 |', '| – |', /^F22 does not stand once/],
  ['a state of its own', '| later | Archiving', '| partly | Archiving', /^42 has no state/],
])('%s is seen', (_, from, to, expected) => {
  expect(page).toContain(from);
  const found = breaches(page.replace(from, to));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(expected);
});

test('a line that is shown names a test', () => {
  const found = breaches(page.replace(/^(\| F08 .*\| shown \|).*$/m, '$1 It is so. |'));
  expect(found).toEqual(['F08 names no test']);
});
