import { defineConfig } from 'vitest/config';

const oxc = { jsx: { runtime: 'automatic' as const, importSource: 'hono/jsx' } };

export default defineConfig({
  oxc,
  test: {
    projects: [
      {
        oxc,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tools/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
        },
      },
      {
        oxc,
        test: {
          name: 'database',
          include: ['src/**/*.db.test.ts', 'test/**/*.db.test.ts'],
          globalSetup: ['test/cluster.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        oxc,
        test: {
          // The oldest version that the SQL must run on; the setup goes by the name's end.
          name: 'database-15',
          include: ['src/**/*.db.test.ts', 'test/**/*.db.test.ts'],
          // These start the product or its own PostgreSQL 18 themselves; the words of pages know no version.
          exclude: [
            'src/platform/embedded/*.db.test.ts',
            'src/demo/command.db.test.ts',
            'test/kill.db.test.ts',
            'test/dossier-kill.db.test.ts',
            'test/start.db.test.ts',
            'test/english.db.test.ts',
          ],
          globalSetup: ['test/cluster.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        oxc,
        test: {
          name: 'browser',
          globalSetup: ['test/cluster.setup.ts'],
          include: ['test/**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        oxc,
        test: {
          // Needs LibreOffice, so it is no part of "npm test".
          name: 'office',
          globalSetup: ['test/cluster.setup.ts'],
          include: ['test/**/*.office.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
