// SPDX-License-Identifier: Apache-2.0
// Holds the memory store to the contract of every event store.
import { describe } from 'vitest'
import { openMemoryStore } from '../memory/openMemoryStore.ts'
import { describeEventStore } from './eventStore.contract.ts'
import { describeOutbox } from './outbox.contract.ts'

describe('the memory store', () => describeEventStore(async () => openMemoryStore()))

describe('the outbox in memory', () =>
  describeOutbox(async () => {
    const store = openMemoryStore()
    return { store, openDead: () => store.outbox.dead }
  }))
