// SPDX-License-Identifier: Apache-2.0
// Entry of what tests of this and of other packages share.
export { carryOut, type Given, given, type When } from './given.ts'
export { histories, tightSettings, timesOf, toCommand } from './histories.ts'
export { everybodySends, tracks } from './moments.ts'
export * from './people.ts'
export type { Step } from './steps/step.ts'
