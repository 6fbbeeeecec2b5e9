// SPDX-License-Identifier: Apache-2.0
// Messages without duplicates and gaps, over losses and pages.
import type { ChatMessage, ChatTarget, ParticipantId, RequestOf, RoomId } from '@alcove/protocol'
import { expect, test } from 'vitest'
import { RequestFailed } from '../errors.ts'
import type { SendRequest } from '../signaling/Line.ts'
import { FakeClock, settle } from '../testing/FakeClock.ts'
import { type ChatLog, emptyChatLog } from './ChatStore.ts'
import { ChatSync } from './ChatSync.ts'

const [own, bob] = ['0000000a', '0000000b'] as ParticipantId[] as [ParticipantId, ParticipantId]
const everybody: ChatTarget = { kind: 'meeting' }

function message(seq: number, to: ChatTarget = everybody, from = bob): ChatMessage {
  return { seq, from, fromName: 'Bob', to, text: `text ${seq}`, at: seq }
}

type Page = { readonly messages: readonly ChatMessage[]; readonly more: boolean }

/** A connection on which history is answered when the test says so. */
class Far {
  readonly asked: RequestOf<'chat.history'>[] = []
  #answers: ((page: Page) => void)[] = []
  #fail: ((error: Error) => void)[] = []

  readonly send = ((request: RequestOf<'chat.history'>) => {
    this.asked.push(request)
    return new Promise<Page>((resolve, reject) => {
      this.#answers.push(resolve)
      this.#fail.push(reject)
    })
  }) as SendRequest

  async answer(more: boolean, ...messages: ChatMessage[]): Promise<void> {
    this.#answers.shift()?.({ messages, more })
    await settle()
  }

  async drop(): Promise<void> {
    for (const fail of this.#fail) fail(new RequestFailed('SERVER_UNREACHABLE'))
    await settle()
  }
}

function open() {
  let log: ChatLog = emptyChatLog
  const sync = new ChatSync({
    clock: new FakeClock(),
    ownId: () => own,
    onChange: (next) => {
      log = next
    },
  })
  const numbers = (key: Parameters<ChatLog['threads']['get']>[0] = 'meeting') =>
    log.threads.get(key)?.map(({ seq }) => seq) ?? []
  return { sync, numbers, log: () => log }
}

test('history comes page by page, and what arrives meanwhile is neither lost nor there twice', async () => {
  const { sync, numbers, log } = open()
  const far = new Far()
  sync.handleReady(far.send)
  sync.handleMessage(message(6))
  await far.answer(true, message(4), message(5), message(6))
  expect(log().isComplete).toBe(false)
  sync.handleMessage(message(7))
  expect(far.asked.at(-1)).toMatchObject({ before: 4 })
  await far.answer(false, message(1), message(2))
  expect(numbers()).toEqual([1, 2, 4, 5, 6, 7])
  expect(log().isComplete).toBe(true)
})

test('what somebody wrote who is forgotten is held no more, and nothing else is lost or asked for again', async () => {
  const { sync, numbers, log } = open()
  const far = new Far()
  sync.handleReady(far.send)
  const toBob: ChatTarget = { kind: 'person', participantId: bob }
  await far.answer(false, message(1), message(2, everybody, own), message(3, { kind: 'person', participantId: own }))
  sync.handleMessage(message(4, toBob, own))
  sync.handleForgotten(bob)
  expect([numbers(), numbers(`person:${bob}`)]).toEqual([[2], [4]])
  sync.handleMessage(message(5, everybody, own))
  expect(numbers()).toEqual([2, 5])
  expect(log().isComplete).toBe(true)
  expect(far.asked).toHaveLength(1)
})

test('after a loss only what was missed is asked for, even when newer messages come first', async () => {
  const { sync, numbers } = open()
  const first = new Far()
  sync.handleReady(first.send)
  await first.answer(false, message(1), message(2))
  sync.handleMessage(message(3))
  sync.handleLost()
  const second = new Far()
  sync.handleReady(second.send)
  sync.handleMessage(message(9))
  await second.answer(true, message(6), message(7), message(8), message(9))
  await second.answer(true, message(3), message(4), message(5))
  expect(second.asked).toHaveLength(2)
  expect(numbers()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('a connection that is lost while history comes is begun anew on the next one', async () => {
  const { sync, numbers } = open()
  const first = new Far()
  sync.handleReady(first.send)
  await first.answer(true, message(5))
  await first.drop()
  sync.handleLost()
  const second = new Far()
  sync.handleReady(second.send)
  await second.answer(true, message(4), message(5))
  await second.answer(false, message(1))
  expect(numbers()).toEqual([1, 4, 5])
})

test('threads are rooms, everybody, and the other one of two; another seat begins with nothing', async () => {
  const { sync, numbers, log } = open()
  const room: ChatTarget = { kind: 'room', roomId: 'main' as RoomId }
  const toMe: ChatTarget = { kind: 'person', participantId: own }
  const toBob: ChatTarget = { kind: 'person', participantId: bob }
  for (const one of [message(1, room), message(2), message(3, toMe), message(4, toBob, own)]) sync.handleMessage(one)
  expect([numbers('room:main'), numbers('meeting'), numbers(`person:${bob}`)]).toEqual([[1], [2], [3, 4]])
  const before = log().threads.get('meeting')
  sync.handleMessage(message(5, room))
  expect(log().threads.get('meeting')).toBe(before)
  sync.clear()
  expect(log().threads.size).toBe(0)
})
