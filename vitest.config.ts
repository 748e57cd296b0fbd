import { defineConfig } from 'vitest/config';

const dbTests = ['src/**/server/**/*.test.ts', 'test/**/*.test.ts'];
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
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
