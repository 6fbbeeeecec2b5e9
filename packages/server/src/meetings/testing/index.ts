// SPDX-License-Identifier: Apache-2.0
// What tests of other folders may use.
export { createHandClock, settle } from './handClock.ts'
