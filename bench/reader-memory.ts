import { execFileSync } from 'node:child_process';

const READER = JSON.stringify(new URL('../src/plan/domain/reader/index.ts', import.meta.url).href);

/**
 * What the reading of a plan needs, not what the engine has not yet collected: the smallest heap in which a warm
 * process goes on reading, what one reading allocates and leaves behind, and the most that a process which reads it
 * once holds.
 */
export function memoryOfReading(file: string): string {
  const prepare = `const { readPlan } = await import(${READER});
const text = (await import('node:fs')).readFileSync(${JSON.stringify(file)}, 'utf8');`;
  let least = 'no heap up to 128 MB is enough';
  for (const megabytes of [8, 12, 16, 24, 32, 48, 64, 96, 128]) {
    const time = timeInHeapOf(megabytes, prepare);
    if (time === null) continue;
    least = `a heap of ${megabytes} MB is enough (${time.toFixed(0)} ms a reading there)`;
    break;
  }
  const most = 'console.log(Math.round(process.resourceUsage().maxRSS / 1024));';
  const bare = Number(inProcess(`${prepare} ${most}`));
  const once = Number(inProcess(`${prepare} readPlan(text); ${most}`));
  const [allocated, left] = inProcess(
    `${prepare} readPlan(text); gc(); const before = process.memoryUsage().heapUsed;
const plan = readPlan(text); const after = process.memoryUsage().heapUsed; gc();
const inMegabytes = (bytes) => Math.round(bytes / 2 ** 20);
console.log(inMegabytes(after - before), inMegabytes(process.memoryUsage().heapUsed - before), plan.version);`,
    '--expose-gc',
    '--max-semi-space-size=128',
    '--min-semi-space-size=128',
  ).split(' ');
  return (
    `Plan 375, memory: ${least}; one reading allocates ${allocated} MB in all and leaves ${left} MB, its result; a ` +
    `process that reads it once holds at most ${once} MB, ${once - bare} MB more than without reading (budget 150 MB)`
  );
}

function inProcess(code: string, ...flags: string[]): string {
  const args = [...flags, '--input-type=module', '-e', code];
  return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** Milliseconds of a warm reading in a process whose heap is limited; null where the heap is too small. */
function timeInHeapOf(megabytes: number, prepare: string): number | null {
  const code = `${prepare} for (let round = 0; round < 20; round++) readPlan(text);
const start = performance.now(); readPlan(text); console.log(performance.now() - start);`;
  try {
    return Number(inProcess(code, `--max-old-space-size=${megabytes}`, '--max-semi-space-size=1'));
  } catch {
    return null;
  }
}
