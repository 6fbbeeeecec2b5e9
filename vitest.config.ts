// SPDX-License-Identifier: Apache-2.0
// Owns the kinds of test: `unit` does no I/O, `integration` uses a real media worker and SQLite,
// `e2e` and `e2e-measured` drive browsers against a real server. A file's name and folder decide which kind it is.

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
          // People wait for each other more than they compute: two files at once keep two cores busy.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e-measured',
          include: ['e2e/measured/**/*.spec.ts'],
          environment: 'node',
          pool: 'forks',
          // What is seen and heard is judged by the moment, or a crowd sends at once: beside others, all would starve.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
