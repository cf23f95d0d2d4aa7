/**
 * `npm test`: everything that says whether the house stands, from a fresh clone on. Each part runs whatever became of
 * those before it; the last line counts the tests, and each check as one.
 * Usage: npm test [-- part …] [path …]; paths narrow the parts that are tests; `office` needs LibreOffice besides.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { buildIfStale, findNode, installPackages, Obstacle, root, run } from './prepare.mjs';

/** A check is programs to run one after another; tests are a project of vitest.config.ts. */
const PARTS = [
  { name: 'types', programs: [['typescript/bin/tsc'], ['typescript/bin/tsc', '--project', 'src/browser']] },
  { name: 'lint', programs: [['@biomejs/biome/bin/biome', 'ci']] },
  { name: 'imports', programs: [['tools/check-imports.ts']] },
  { name: 'glossary', programs: [['tools/check-glossary.ts']] },
  { name: 'words', programs: [['tools/check-words.ts']] },
  { name: 'clock', programs: [['tools/check-clock.ts']] },
  { name: 'unused', programs: [['tools/check-unused.ts']] },
  { name: 'policy', programs: [['tools/check-policy.ts']] },
  { name: 'unit', project: 'unit' },
  // A test waits for PostgreSQL half of its time: two at once end twice as soon, on two cores too.
  { name: 'database', project: 'database', atOnce: 2 },
  { name: 'database-15', project: 'database-15', atOnce: 2 },
  // The pages' styles and elements come from the build.
  { name: 'browser', project: 'browser', built: true },
];

/** What more than npm is needed for; run when asked for by name. */
const MORE = [{ name: 'office', project: 'office', needs: 'soffice' }];

async function check(node, { name, programs }) {
  for (const [program, ...args] of programs) {
    const file = program.startsWith('tools/') ? program : `node_modules/${program}`;
    if (!existsSync(path.join(root, file))) {
      console.log(`${name}: ${file} is missing`);
      return { passed: 0, failed: 1 };
    }
    if ((await run(node, [file, ...args])) !== 0) return { passed: 0, failed: 1 };
  }
  return { passed: 1, failed: 0 };
}

async function test(node, { project, atOnce }, paths) {
  const folder = mkdtempSync(path.join(tmpdir(), 'minhchung-test-'));
  const report = path.join(folder, 'report.json');
  try {
    const code = await run(node, [
      'node_modules/vitest/vitest.mjs',
      'run',
      `--project=${project}`,
      ...(atOnce === undefined ? [] : [`--maxWorkers=${atOnce}`]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...paths,
    ]);
    if (!existsSync(report)) return { passed: 0, failed: 1 };
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that cannot be loaded has no tests to fail.
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
    ).length;
    const failed = numFailedTests + broken;
    return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function choose(words) {
  const all = [...PARTS, ...MORE];
  const unknown = words.filter((word) => !all.some(({ name }) => name === word));
  if (unknown.length > 0)
    throw new Obstacle(`No part ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}`);
  const chosen = words.length === 0 ? PARTS : all.filter(({ name }) => words.includes(name));
  for (const { needs } of chosen)
    if (needs !== undefined && !onPath(needs))
      throw new Obstacle(`${needs} is not installed: install LibreOffice (Writer and Calc) and run it again`);
  return chosen;
}

function onPath(program) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, program)));
}

const total = { passed: 0, failed: 0 };
try {
  const given = process.argv.slice(2);
  const paths = given.filter((word) => word.includes('/'));
  const parts = choose(given.filter((word) => !word.includes('/')));
  await installPackages({ development: true });
  const node = findNode();
  // What a part starts by the name of "node" is the same Node 24.
  process.env.PATH = `${path.dirname(node)}${path.delimiter}${process.env.PATH}`;
  for (const part of parts) {
    console.log(`\n▸ ${part.name}`);
    const from = process.hrtime.bigint();
    if (part.built) await buildIfStale();
    const { passed, failed } = part.project ? await test(node, part, paths) : await check(node, part);
    const seconds = (Number(process.hrtime.bigint() - from) / 1e9).toFixed(1);
    console.log(
      `${failed === 0 ? '✓' : '✗'} ${part.name}: ${passed} passed, ${failed} failed (${seconds} s)`,
    );
    total.passed += passed;
    total.failed += failed;
  }
} catch (error) {
  if (!(error instanceof Obstacle)) throw error;
  console.log(error.message);
  total.failed += 1;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
