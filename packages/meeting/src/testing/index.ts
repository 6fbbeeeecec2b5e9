// SPDX-License-Identifier: Apache-2.0
// Entry of what tests of this and of other packages share.
export { carryOut, type Given, given, type When } from './given.ts'
export { histories, type Step, tightSettings, timesOf, toCommand } from './histories.ts'
export { everybodySends, tracks } from './moments.ts'
export * from './people.ts'
