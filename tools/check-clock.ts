/**
 * Time is a value: the machine's clock and the database's stand in one file, src/platform/clock/system.ts.
 * Measuring a duration (performance.now) is no reading of the time.
 * Usage: node tools/check-clock.ts
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesUnder, type Node, nameOf, visitSource } from './source.ts';

const ALLOWED = 'src/platform/clock/system.ts';

const SQL_CLOCKS = [
  /(?<![.\w])(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)/i,
  /\b(?:current_date|current_time|current_timestamp|localtime|localtimestamp)\b/i,
  /'(?:now|today|tomorrow|yesterday)'\s*::/i,
  /\b(?:date|timestamptz?|time)\s*'(?:now|today|tomorrow|yesterday)'/i,
];

function sqlClock(text: string): string | undefined {
  for (const pattern of SQL_CLOCKS) {
    const found = pattern.exec(text);
    if (found) return found[0];
  }
  return undefined;
}

function member(node: Node): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const object = nameOf(node.object);
  const property = nameOf(node.property);
  return object === undefined || property === undefined ? undefined : `${object}.${property}`;
}

function hasArguments(node: Node): boolean {
  const given = node.arguments;
  return Array.isArray(given) && given.length > 0;
}

function clockIn(node: Node): string | undefined {
  switch (node.type) {
    case 'MemberExpression': {
      const name = member(node);
      return name !== undefined && ['Date.now', 'Temporal.Now', 'performance.timeOrigin'].includes(name)
        ? name
        : undefined;
    }
    case 'NewExpression':
      return nameOf(node.callee) === 'Date' && !hasArguments(node) ? 'new Date()' : undefined;
    case 'CallExpression': {
      const callee = nameOf(node.callee);
      if (callee === 'Date') return 'Date()';
      // Kysely's eb.fn('now', …)
      const [first] = Array.isArray(node.arguments) ? node.arguments : [];
      const called = nameOf(first?.expression);
      return called !== undefined && isFunctionCall(node.callee) ? sqlClock(`${called}()`) : undefined;
    }
    case 'StringLiteral':
      return typeof node.value === 'string' ? sqlClock(node.value) : undefined;
    case 'TemplateElement':
      return typeof node.raw === 'string' ? sqlClock(node.raw) : undefined;
    default:
      return undefined;
  }
}

function isFunctionCall(callee: unknown): boolean {
  return (
    nameOf(callee) === 'fn' ||
    (typeof callee === 'object' &&
      callee !== null &&
      'property' in callee &&
      nameOf(callee.property) === 'fn')
  );
}

/** Every reading of a clock outside the one file, a line each. Tests and tools are looked at like the product. */
export function checkClock(house: string): string[] {
  const breaches: string[] = [];
  const scripts = filesUnder(house, ['src', 'test', 'bench', 'tools'], /\.tsx?$/);
  for (const file of scripts) {
    if (file === ALLOWED || file === 'tools/check-clock.test.ts') continue;
    visitSource(file, readFileSync(path.join(house, file), 'utf8'), (node) => {
      const clock = clockIn(node);
      if (clock !== undefined) breaches.push(`${file}: ${clock}`);
    });
  }
  for (const file of filesUnder(house, ['migrations', 'src', 'test', 'bench'], /\.sql$/)) {
    const sql = readFileSync(path.join(house, file), 'utf8').replace(/--.*$|\/\*[\s\S]*?\*\//gm, '');
    sql.split('\n').forEach((line, index) => {
      const clock = sqlClock(line);
      if (clock !== undefined) breaches.push(`${file}:${index + 1}: ${clock}`);
    });
  }
  return breaches;
}

if (import.meta.main) {
  const breaches = checkClock(process.cwd());
  for (const breach of breaches) console.error(breach);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
