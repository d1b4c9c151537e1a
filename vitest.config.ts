import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Forks, not threads: two ODBC environments in one process abort it (node-odbc), so each file gets a process.
const shared = { pool: 'forks' as const, testTimeout: 30_000, hookTimeout: 60_000 };

/**
 * For tests that load no ODBC in their own process and share nothing but modules: the files of a worker stay in one
 * process, which imports each module once (a quarter of the time for the local org's).
 */
const together = { ...shared, isolate: false };

export default defineConfig({
  test: {
    // One file more at once than there are processors, since many wait for processes that they started; vitest would leave one
    // to itself, of two that is half the machine.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          ...together,
          name: 'callout-service',
          include: ['callout-service/src/**/*.test.ts'],
          exclude: ['callout-service/src/{sage,store,jobs}/**']
        }
      },
      { test: { ...shared, name: 'sage', include: ['callout-service/src/sage/**/*.test.ts'] } },
      {
        test: {
          ...together,
          name: 'store',
          include: ['callout-service/src/{store,jobs}/**/*.test.ts'],
          globalSetup: ['test/support/postgres/global-setup.ts']
        }
      },
      { test: { ...shared, name: 'sage-company', include: ['test/sage-company/src/**/*.test.ts'] } },
      { test: { ...together, name: 'org-emulator', include: ['test/org-emulator/src/**/*.test.ts'] } },
      { test: { ...shared, name: 'preview', include: ['test/preview/src/**/*.test.ts'] } },
      { test: { ...shared, name: 'scripts', include: ['scripts/**/*.test.ts'] } },
      {
        test: {
          ...shared,
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 180_000
        }
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['test/e2e/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000
        }
      },
      {
        // The long ways through the administrator's pages, which also take the guide's pictures: `npm run walks`.
        test: {
          ...shared,
          name: 'walks',
          include: ['test/e2e/walks/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000
        }
      }
    ]
  }
});
