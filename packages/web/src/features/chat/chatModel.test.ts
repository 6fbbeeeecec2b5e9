// SPDX-License-Identifier: Apache-2.0
import type { ChatLog, ThreadKey } from '@alcove/client'
import type { ChatMessage, ChatTarget } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { idOf, roomOf, sampleView } from '../../testing/sampleView.ts'
import { toLines, toTabs, unreadOf, withSeen } from './chatModel.ts'

function message(seq: number, from: string, to: ChatTarget = { kind: 'meeting' }, at = seq): ChatMessage {
  return { seq, from: idOf(from), fromName: from.toUpperCase(), to, text: `text ${seq}`, at }
}

function log(threads: Partial<Record<ThreadKey, readonly ChatMessage[]>>): ChatLog {
  return { threads: new Map(Object.entries(threads)) as ChatLog['threads'], isComplete: true, lastSeq: 99 }
}

const view = sampleView({
  people: [
    { id: 'me', roomId: roomOf('r1') },
    { id: 'bo', displayName: 'Bo' },
  ],
  rooms: { r1: { name: 'Garden' } },
})
const nothingSeen = { baseline: 0, threads: {} }

describe('tabs', () => {
  it('are the room where one is, everyone, and private talks, the newest first', () => {
    const toMe: ChatTarget = { kind: 'person', participantId: idOf('me') }
    const chat = log({ 'person:bo': [message(3, 'bo', toMe)], 'person:gone': [message(4, 'gone', toMe)] })
    const tabs = toTabs({ view, log: chat, seen: nothingSeen, opened: [idOf('bo'), idOf('new')] })
    expect(tabs.map(({ id, name, canWrite }) => [id, name, canWrite])).toEqual([
      ['room', 'Garden', true],
      ['meeting', 'Everyone', true],
      ['person:gone', 'GONE', false],
      ['person:bo', 'Bo', true],
      ['person:new', 'Somebody', false],
    ])
    expect(tabs[0]?.key).toBe('room:r1')
  })

  it('leave only private talks to write in, where a token denies the others', () => {
    const denied = sampleView({ people: [{ id: 'me' }, { id: 'bo', displayName: 'Bo' }], denied: ['send-groupchat'] })
    const tabs = toTabs({ view: denied, log: log({}), seen: nothingSeen, opened: [idOf('bo')] })
    expect(tabs.map(({ id, canWrite }) => [id, canWrite])).toEqual([
      ['room', false],
      ['meeting', false],
      ['person:bo', true],
    ])
  })

  it('count what others wrote and was not on screen', () => {
    const chat = log({ meeting: [message(1, 'bo'), message(2, 'me'), message(3, 'bo')] })
    const unread = (seen: Parameters<typeof withSeen>[0]) => unreadOf(toTabs({ view, log: chat, seen, opened: [] }))
    expect(unread(nothingSeen)).toBe(2)
    expect(unread({ baseline: 1, threads: {} })).toBe(1)
    const seen = withSeen(nothingSeen, chat, 'meeting')
    expect(unread(seen)).toBe(0)
    expect(withSeen(seen, chat, 'meeting')).toBe(seen)
  })
})

describe('lines', () => {
  const day = (at: number) => `${Math.floor(at / 86_400_000)}`

  it('put a name above the first of several messages of one person', () => {
    const lines = toLines([message(1, 'bo'), message(2, 'bo'), message(3, 'me'), message(4, 'bo')], undefined, day)
    expect(lines.map((line) => line.type === 'message' && line.isFirst)).toEqual([true, false, true, true])
  })

  it('divide days, and what was before one came to the room from what came after', () => {
    const messages = [message(1, 'bo'), message(2, 'bo'), message(3, 'bo', undefined, 86_400_000)]
    const types = (afterSeq: number) =>
      toLines(messages, { roomId: roomOf('r1'), afterSeq }, day).map(({ type }) => type)
    expect(types(1)).toEqual(['message', 'arrival', 'message', 'day', 'message'])
    expect(types(3)).toEqual(['message', 'message', 'day', 'message', 'arrival'])
    expect(toLines([], { roomId: roomOf('r1'), afterSeq: 9 }, day)).toEqual([{ type: 'arrival' }])
  })
})
