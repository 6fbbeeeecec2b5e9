// SPDX-License-Identifier: Apache-2.0
import type { ChatLog } from '@alcove/client'
import type { ChatMessage, ChatTarget } from '@alcove/protocol'
import { expect, it } from 'vitest'
import { idOf, roomOf, sampleView } from '../../testing/sampleView.ts'
import { toChatText } from './exportText.ts'

function message(seq: number, to: ChatTarget, text: string, toName?: string): ChatMessage {
  return { seq, from: idOf('bo'), fromName: 'Bo', to, text, at: seq, ...(toName === undefined ? {} : { toName }) }
}

it('lists all threads in the order in which they were written', () => {
  const view = sampleView({ people: [{ id: 'me' }], rooms: { r1: { name: 'Garden' } } })
  const threads: ChatLog['threads'] = new Map([
    ['meeting', [message(2, { kind: 'meeting' }, 'Hello')]],
    ['room:r1', [message(1, { kind: 'room', roomId: roomOf('r1') }, 'one\ntwo')]],
    ['room:r9', [message(4, { kind: 'room', roomId: roomOf('r9') }, 'old')]],
    ['person:bo', [message(3, { kind: 'person', participantId: idOf('me') }, 'psst', 'Me')]],
  ])
  expect(toChatText({ threads, isComplete: true, lastSeq: 4 }, view, (at) => `10:0${at}`)).toBe(
    '10:01  [Garden]  Bo: one\n    two\n10:02  [Everyone]  Bo: Hello\n10:03  [to Me]  Bo: psst\n10:04  [A room that was removed]  Bo: old\n',
  )
})
