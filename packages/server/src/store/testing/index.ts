// SPDX-License-Identifier: Apache-2.0
// What tests elsewhere in the server may use of the stores.
export { type MemoryStore, openMemoryStore } from '../memory/openMemoryStore.ts'
export { commitOf, commitsOf, meeting, snapshotOf, withoutName } from './commits.ts'
