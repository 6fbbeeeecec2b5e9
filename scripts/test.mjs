// SPDX-License-Identifier: Apache-2.0
// `npm test`: every check, from a fresh clone, in the order in which a mistake is found soonest. A failed step does not
// stop the next. `npm test -- --only unit,types` runs some of them.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { elapsed, runMain, SetupError, say } from './setup/log.mjs'
import { localStateFolder, repositoryRoot, temporaryNameFor } from './setup/paths.mjs'
import { prepare } from './setup/prepare.mjs'
import { capture, handOver } from './setup/run.mjs'
import { toolPath } from './setup/tools.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ worker?: boolean, web?: boolean, chromium?: boolean, curl?: boolean }} Needs */
/** @type {{ name: string, title: string, needs?: Needs, run: () => Promise<Count> }[]} */
const STEPS = [
  { name: 'lint', title: 'Format, lint and licence headers', run: () => oneCheck(lint) },
  { name: 'types', title: 'Types', run: () => oneCheck(checkTypes) },
  { name: 'boundaries', title: 'Boundaries between folders', run: () => oneCheck(checkBoundaries) },
  { name: 'unused', title: 'Unused code and dependencies', run: () => oneCheck(checkUnused) },
  { name: 'spec', title: 'Rules of SPEC.md and their tests', run: () => oneCheck(() => runScript('check-spec.mjs')) },
  { name: 'unit', title: 'Unit tests', run: () => runTests('unit') },
  { name: 'integration', title: 'Integration tests', needs: { worker: true }, run: () => runTests('integration') },
  { name: 'web', title: 'Web build', run: () => oneCheck(buildWeb) },
  {
    name: 'e2e',
    title: 'Browser tests',
    needs: { worker: true, web: true, chromium: true, curl: true },
    run: runScenarios,
  },
]

const TYPE_CHECKED = [
  '.',
  'scripts',
  'packages/protocol',
  'packages/meeting',
  'packages/server',
  'packages/client',
  'packages/web',
  'packages/embed',
  'examples/react',
  'e2e',
  'bench',
]

await runMain(async () => {
  const steps = chosenSteps(process.argv.slice(2))
  await prepare()
  const startedAtMs = Date.now()
  /** @type {Count} */
  const total = { passed: 0, failed: 0, skipped: 0 }
  const failedTitles = []
  for (const step of steps) {
    const count = await runStep(step)
    if (count.failed > 0) failedTitles.push(step.title)
    total.passed += count.passed
    total.failed += count.failed
    total.skipped += count.skipped
  }
  say(failedTitles.length > 0 ? `Failed: ${failedTitles.join('; ')}` : 'All is well')
  say(`Took ${elapsed(startedAtMs)}`)
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`)
  return total.failed > 0 ? 1 : 0
})

/** @param {string[]} args */
function chosenSteps(args) {
  if (args.length === 0) return STEPS
  const names = (args[0] === '--only' ? (args[1] ?? '') : (/^--only=(.*)$/.exec(args[0])?.[1] ?? '')).split(',')
  const chosen = STEPS.filter((step) => names.includes(step.name))
  if (chosen.length !== names.length) {
    throw new SetupError(
      `Say \`npm test -- --only NAME,…\` with names out of ${STEPS.map((step) => step.name).join(', ')}.`,
    )
  }
  return chosen
}

/** @param {(typeof STEPS)[number]} step */
async function runStep(step) {
  process.stdout.write('\n')
  say(`── ${step.title} ──`)
  const startedAtMs = Date.now()
  /** @type {Count} */
  let count
  try {
    if (step.needs) await prepare(step.needs)
    count = await step.run()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    process.stderr.write(`${error.message}\n`)
    count = { passed: 0, failed: 1, skipped: 0 }
  }
  say(`${count.failed > 0 ? 'FAILED' : 'passed'}: ${step.title} (${elapsed(startedAtMs)})`)
  return count
}

/**
 * @param {() => Promise<boolean>} check
 * @returns {Promise<Count>}
 */
async function oneCheck(check) {
  return (await check()) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/**
 * @param {string} program
 * @param {string[]} args
 */
async function runTool(program, args) {
  return (await handOver(process.execPath, [program, ...args], { cwd: repositoryRoot, reachesAll: true })) === 0
}

/** @param {string} name */
function runScript(name) {
  return runTool(join(repositoryRoot, 'scripts', name), [])
}

async function lint() {
  const formatted = await runTool(toolPath('@biomejs/biome', 'bin/biome'), ['check', '--error-on-warnings', '.'])
  return (await runScript('check-headers.mjs')) && formatted
}

async function checkTypes() {
  const caches = join(localStateFolder, 'types')
  mkdirSync(caches, { recursive: true })
  const results = await inPairs(TYPE_CHECKED, async (project) => {
    const cache = join(caches, `${project.replaceAll('/', '-')}.tsbuildinfo`)
    // One checker each: two projects at a time are as many as small machines have cores.
    const args = ['-p', project, '--checkers', '1', '--incremental', '--tsBuildInfoFile', cache]
    const { ok, output } = await capture(process.execPath, [toolPath('typescript7', 'bin/tsc'), ...args], {
      cwd: repositoryRoot,
    })
    if (!ok) process.stdout.write(output)
    return ok
  })
  return results.every(Boolean)
}

function checkBoundaries() {
  const folders = ['packages', 'e2e', 'bench']
  const args = ['--config', '.dependency-cruiser.mjs', ...folders]
  return runTool(toolPath('dependency-cruiser', 'bin/dependency-cruiser.mjs'), args)
}

function checkUnused() {
  return runTool(toolPath('knip', 'bin/knip.js'), ['--no-progress'])
}

async function buildWeb() {
  await prepare({ web: true })
  return true
}

/**
 * Those that leave the machine alone run beside the others, and are shown after them.
 * @returns {Promise<Count>}
 */
async function runScenarios() {
  let beside = ''
  const counts = await Promise.all([
    runTests('e2e'),
    runTests('e2e-beside', async (args) => {
      const { ok, output } = await capture(process.execPath, args, { cwd: repositoryRoot })
      beside = output
      return ok
    }),
  ])
  process.stdout.write(beside)
  const [count, more] = counts
  return {
    passed: count.passed + more.passed,
    failed: count.failed + more.failed,
    skipped: count.skipped + more.skipped,
  }
}

/**
 * @param {'unit' | 'integration' | 'e2e' | 'e2e-beside'} project of vitest.config.ts
 * @param {(args: string[]) => Promise<boolean>} [run] how Node is run with the arguments
 * @returns {Promise<Count>}
 */
async function runTests(project, run = ([program = '', ...args]) => runTool(program, args)) {
  mkdirSync(localStateFolder, { recursive: true })
  const report = `${temporaryNameFor(join(localStateFolder, `report-${project}`))}.json`
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const ok = await run([toolPath('vitest', 'vitest.mjs'), 'run', '--project', project, ...reporters])
    const count = existsSync(report) ? readReport(report) : { passed: 0, failed: 0, skipped: 0 }
    // A file that cannot be loaded, or an error outside of any test, fails the run without a failed test.
    if (!ok && count.failed === 0) count.failed = 1
    return count
  } finally {
    rmSync(report, { force: true })
  }
}

/**
 * @param {string} path
 * @returns {Count}
 */
function readReport(path) {
  const report = JSON.parse(readFileSync(path, 'utf8'))
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * Like Promise.all over the items, two at a time: small machines have two cores.
 * @template T, R
 * @param {T[]} items
 * @param {(item: T) => Promise<R>} work
 */
async function inPairs(items, work) {
  const queue = [...items]
  /** @type {R[]} */
  const results = []
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) results.push(await work(item))
  }
  await Promise.all([lane(), lane()])
  return results
}
