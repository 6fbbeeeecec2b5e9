// SPDX-License-Identifier: Apache-2.0
// Owns the three kinds of test: `unit` does no I/O, `integration` uses a real media worker and SQLite,
// `e2e` drives browsers against a real server. A file's name decides which kind it is.

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages/**,bench}/src/**/*.test.{ts,tsx}', 'packages/**/src/**/*.fuzz.test.ts'],
          exclude: ['**/node_modules/**', '**/*.integration.test.ts'],
          setupFiles: ['packages/web/src/testing/setUpTexts.ts'],
          environment: 'node',
          // Nothing of them outlives its test, so that they share what was loaded: half of the time would go into loading it anew for each file.
          isolate: false,
          // Machines are shared: a second of work may take ten.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['packages/**/src/**/*.integration.test.ts'],
          environment: 'node',
          // A worker thread per test file would share one process with mediasoup's channel; a process each ends cleanly.
          pool: 'forks',
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/scenarios/**/*.spec.ts'],
          environment: 'node',
          pool: 'forks',
          // Scenarios measure and encode real video: two at once would starve each other on a small machine.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
