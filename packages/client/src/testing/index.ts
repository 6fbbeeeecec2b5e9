// SPDX-License-Identifier: Apache-2.0
// Entry of what tests and load programs use beside the SDK.
export { type ControlBotOptions, openControlBot } from './openControlBot.ts'
export { subscribeUntil } from './subscribeUntil.ts'
