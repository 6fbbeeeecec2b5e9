// SPDX-License-Identifier: Apache-2.0
// Holds packages/meeting/SPEC.md and its tests together: each rule has a test that cites it, and no test cites a rule
// that does not exist. A rule is a list item `- **MV3** …`; a test cites it at the start of its title, `[MV3] …`.

import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { filesBelow, repositoryRoot } from './setup/paths.mjs'

const spec = join(repositoryRoot, 'packages/meeting/SPEC.md')
const problems = existsSync(spec) ? compare() : ['packages/meeting/SPEC.md is missing']
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0

function compare() {
  const rules = [...readFileSync(spec, 'utf8').matchAll(/^- \*\*([A-Z]{2,}\d+)\*\*\s/gm)].map((match) => match[1])
  if (rules.length === 0) return ['SPEC.md states no rule of the form `- **MV3** …`']
  const cited = citations()
  const known = new Set(rules)
  const repeated = [...known].filter((rule) => rules.indexOf(rule) !== rules.lastIndexOf(rule))
  const untested = [...known].filter((rule) => !cited.has(rule))
  const unknown = [...cited].filter(([rule]) => !known.has(rule))
  const found = [
    ...repeated.map((rule) => `SPEC.md states ${rule} more than once`),
    ...untested.map((rule) => `${rule} has no test: none has a title that begins with [${rule}]`),
    ...unknown.map(([rule, file]) => `${file} cites [${rule}], which SPEC.md does not know`),
  ]
  if (found.length === 0) console.log(`${known.size} rules, each with a test`)
  return found
}

/** Rule id → a test file that cites it. */
function citations() {
  const cited = new Map()
  for (const path of filesBelow(join(repositoryRoot, 'packages/meeting/src'))) {
    if (!path.endsWith('.test.ts')) continue
    const file = relative(repositoryRoot, path)
    // Strings that begin with one or several ids in brackets are titles, of whatever form of `it` or `describe`.
    for (const [, ids] of readFileSync(path, 'utf8').matchAll(/['"`]((?:\[[A-Z]{2,}\d+\]\s*)+)/g)) {
      for (const [, rule] of ids.matchAll(/\[([A-Z]{2,}\d+)\]/g)) cited.set(rule, file)
    }
  }
  return cited
}
