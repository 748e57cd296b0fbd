import { defineConfig } from 'vitest/config';

const dbTests = ['src/**/server/**/*.test.ts', 'test/**/*.test.ts'];
/** Files that start the server of the package themselves; on another server they would only run twice. */
const ownServer = ['test/durability.test.ts', 'test/disk-full.test.ts', 'test/sicherung.test.ts'];
const isEmbedded = ['embedded', undefined].includes(process.env['LOTSE_TEST_PG']);
const shared = { pool: 'forks', isolate: false, maxWorkers: 2 } as const;

export default defineConfig({
  cacheDir: '.cache/vite',
  test: {
    ...shared,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/server/**', 'node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: dbTests,
          exclude: ['node_modules/**', ...(isEmbedded ? [] : ownServer)],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
