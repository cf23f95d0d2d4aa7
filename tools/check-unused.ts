/**
 * Code that nothing uses: files, exports, types, dependencies; by knip, as knip.json says.
 * Usage: node tools/check-unused.ts
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const KNIP = fileURLToPath(new URL('../node_modules/knip/bin/knip.js', import.meta.url));

/** What nothing in the house uses, a line each. */
export function checkUnused(house: string): string[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [KNIP, '--no-progress', '--no-config-hints', '--directory', path.resolve(house)],
    { encoding: 'utf8' },
  );
  if (status === 0) return [];
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 0 ? lines : [`knip ended with ${status}`];
}

if (import.meta.main) {
  const breaches = checkUnused(process.cwd());
  for (const breach of breaches) console.error(breach);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
