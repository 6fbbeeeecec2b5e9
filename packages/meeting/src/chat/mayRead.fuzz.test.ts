// SPDX-License-Identifier: Apache-2.0
// Random histories against a model of its own, made from the events alone in the plainest way: for each message, the list of those who were there.
import { mainRoomId, type ParticipantId, type RoomId } from '@alcove/protocol'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { decide } from '../decide.ts'
import type { MeetingEvent } from '../events.ts'
import { type MeetingState, newMeeting } from '../state.ts'
import { carryOut, histories, timesOf, toCommand } from '../testing/index.ts'
import { mayRead } from './mayRead.ts'

const runs = 4_000
const maxSteps = 60

interface Model {
  /** Where everybody is who is not gone. */
  readonly here: Map<ParticipantId, RoomId>
  /** Where everybody was last. */
  readonly last: Map<ParticipantId, RoomId>
  /** Who was not let in yet, or was removed and has not come back. */
  readonly putOut: Set<ParticipantId>
  /** Who was in before and waits for a moderator now. */
  readonly waiting: Set<ParticipantId>
  readonly messages: {
    readonly event: Extract<MeetingEvent, { type: 'MessageSent' }>
    readonly readers: Set<ParticipantId>
  }[]
}

function follow({ here, last, putOut, waiting, messages }: Model, event: MeetingEvent): void {
  switch (event.type) {
    case 'ParticipantWaiting':
      waiting.add(event.participantId)
      break
    case 'ParticipantExpected':
    case 'ParticipantKnocked':
      if (event.type === 'ParticipantExpected' && last.has(event.participantId)) break
      last.set(event.participantId, mainRoomId)
      putOut.add(event.participantId)
      break
    case 'ExpectationDropped':
      last.delete(event.participantId)
      putOut.delete(event.participantId)
      break
    case 'ParticipantJoined':
      putOut.delete(event.participantId)
      here.set(event.participantId, mainRoomId)
      last.set(event.participantId, mainRoomId)
      break
    case 'ParticipantMoved':
      if (here.has(event.participantId)) here.set(event.participantId, event.toRoomId)
      last.set(event.participantId, event.toRoomId)
      break
    case 'ParticipantLeft':
    case 'ParticipantGone':
      waiting.delete(event.participantId)
      here.delete(event.participantId)
      break
    case 'ParticipantRemoved':
      waiting.delete(event.participantId)
      here.delete(event.participantId)
      putOut.add(event.participantId)
      break
    case 'ParticipantAdmitted':
    case 'ParticipantResumed':
      putOut.delete(event.participantId)
      waiting.delete(event.participantId)
      here.set(event.participantId, last.get(event.participantId) ?? mainRoomId)
      break
    case 'MessageSent': {
      const { from, to } = event
      const readers =
        to.kind === 'person'
          ? [from, to.participantId]
          : [...here].filter(([, roomId]) => to.kind === 'room' && roomId === to.roomId).map(([id]) => id)
      messages.push({ event, readers: new Set(readers) })
      break
    }
  }
}

it(`[CH5] [CH6] [CH7] [CH8] in ${runs} random histories everybody may read what the model says, and nothing else`, () => {
  let [allowed, denied] = [0, 0]
  fc.assert(
    fc.property(histories(maxSteps), (steps) => {
      let state: MeetingState = newMeeting
      const model: Model = { here: new Map(), last: new Map(), putOut: new Set(), waiting: new Set(), messages: [] }
      const times = timesOf(steps)
      for (const [index, step] of steps.entries()) {
        if (state.status === 'ended') return
        const command = toCommand(state, step, index, times[index] ?? 0)
        const decision = decide(state, command)
        state = carryOut(state, command, decision)
        if (decision.ok && !decision.repeated) for (const event of decision.events) follow(model, event)
      }
      if (state.status !== 'running') return
      expect(state.chat.messages.length).toBe(model.messages.length)
      for (const [index, message] of state.chat.messages.entries()) {
        const expected = model.messages[index]
        for (const id of state.seats.keys()) {
          const isReader = message.to.kind === 'meeting' || expected?.readers.has(id) === true
          const may = isReader && !model.putOut.has(id) && !model.waiting.has(id)
          if (mayRead(state, id, message) !== may) throw new Error(`${id} and message ${message.seq}: should be ${may}`)
          if (may) allowed += 1
          else denied += 1
        }
      }
    }),
    { numRuns: runs },
  )
  // Histories in which everybody reads everything, or nobody anything, would prove nothing.
  expect(Math.min(allowed, denied)).toBeGreaterThan(runs)
}, 600_000)
