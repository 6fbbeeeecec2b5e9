// SPDX-License-Identifier: Apache-2.0
// Where the programs of our development dependencies are, so that they can be run by the Node that runs us.

import { join } from 'node:path'
import { repositoryRoot } from './paths.mjs'

/**
 * @param {string} packageName
 * @param {string} program its path inside the package
 */
export function toolPath(packageName, program) {
  return join(repositoryRoot, 'node_modules', packageName, program)
}
