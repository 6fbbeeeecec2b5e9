// SPDX-License-Identifier: Apache-2.0
// Checks that every source file begins with its licence. Part of `npm test`; prints each file that does not.

import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { filesBelow, repositoryRoot } from './setup/paths.mjs'

const LICENCE = 'SPDX-License-Identifier: Apache-2.0'
/** @type {[RegExp, string][]} file ending → the first line */
const FIRST_LINES = [
  [/\.(ts|tsx|mjs|js|h)$/, `// ${LICENCE}`],
  [/\.css$/, `/* ${LICENCE} */`],
]

const wrong = filesBelow(repositoryRoot).flatMap((file) => {
  const expected = FIRST_LINES.find(([ending]) => ending.test(file))?.[1]
  if (!expected) return []
  const [first, second] = readFileSync(file, 'utf8').split(/\r?\n/, 2)
  return (first.startsWith('#!') ? second : first) === expected
    ? []
    : [`${relative(repositoryRoot, file)}: the first line must be \`${expected}\``]
})
for (const line of wrong) console.error(line)
process.exitCode = wrong.length > 0 ? 1 : 0
