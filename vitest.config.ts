// SPDX-License-Identifier: Apache-2.0
// Owns the three kinds of test: `unit` does no I/O, `integration` uses a real media worker and SQLite,
// `e2e` drives browsers against a real server, and `e2e-beside` is of the same folder. A file's name decides which kind it is.

import { configDefaults, defineConfig } from 'vitest/config'

/** Scenarios that leave the machine alone: they have no browser, or wait for clocks. `npm test` runs them beside the others. */
const besides = [
  'api',
  'backup',
  'bad-data',
  'bad-input',
  'doors',
  'ending',
  'ephemeral',
  'rounds',
  'running',
  'start-stop',
  'webhooks',
].map((name) => `e2e/scenarios/${name}.spec.ts`)

/** One after the other in one process, which loads the harness once. Each of the two lanes has ports of its own. */
const scenarios = (ports: string) => ({
  environment: 'node' as const,
  pool: 'forks' as const,
  isolate: false,
  fileParallelism: false,
  // Machines are shared: a scenario of half a minute may take minutes.
  testTimeout: 300_000,
  hookTimeout: 120_000,
  env: { ALCOVE_E2E_PORTS: ports },
})

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
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['packages/**/src/**/*.integration.test.ts'],
          environment: 'node',
          // A worker thread per test file would share one process with mediasoup's channel; a process each ends cleanly.
          pool: 'forks',
          // They wait for other processes, which a shared machine may let wait in turn.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/scenarios/**/*.spec.ts'],
          exclude: [...configDefaults.exclude, ...besides],
          // Scenarios measure and encode real video: two at once would starve each other on a small machine.
          ...scenarios('20000-25499'),
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e-beside',
          include: besides,
          ...scenarios('25500-30999'),
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
