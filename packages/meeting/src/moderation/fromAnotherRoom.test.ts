// SPDX-License-Identifier: Apache-2.0
// Everything a moderator does to people, done to somebody in one room by a moderator in another (SPEC PE3), and holding there.
import { describe, expect, it } from 'vitest'
import { mayReceive } from '../media/mayReceive.ts'
import {
  type Ask,
  ann,
  ask,
  blue,
  bob,
  cat,
  create,
  type Given,
  given,
  join,
  main,
  move,
  red,
  resume,
} from '../testing/index.ts'

// Ann moderates from Blue; Bob and Cat are in Red.
const apart = given(
  join(ann),
  join(bob),
  join(cat),
  create(ann, red),
  create(ann, blue),
  move(ann, ann, blue),
  move(ann, bob, red),
  move(ann, cat, red),
)
const by = (what: Ask) => apart.and(ask(ann, what))
const hears = (meeting: Given, source: 'microphone' | 'camera' | 'screen') =>
  mayReceive(meeting.state, cat, { participantId: bob, source })

describe('a moderator in another room', () => {
  it.each([
    ['one person', { participantId: bob }],
    ['the room', { roomId: red }],
    ['everybody', 'everybody'],
  ] as const)('[PE3] mutes, stops cameras and screens of %s', (_, whom) => {
    for (const source of ['microphone', 'camera', 'screen'] as const) {
      expect(hears(apart, source)).toBe(true)
      expect(hears(by({ type: 'StopMedia', source, whom }), source)).toBe(false)
    }
  })

  it('[PE3] asks somebody to unmute', () => {
    const asked = by({ type: 'InviteToStart', participantId: bob, source: 'microphone' })
    expect(asked.running.moderation.people.get(bob)?.invited).toEqual({ microphone: ann })
  })

  it('[PE3] makes people ask first, in every room, and allows them', () => {
    const asking = by({ type: 'SetMustAsk', kind: 'audio', mustAsk: true })
    expect(hears(asking, 'microphone')).toBe(false)
    const allow: Ask = { type: 'AllowMedia', kind: 'audio', whom: { roomId: red }, allowed: true }
    expect(hears(asking.and(ask(ann, allow)), 'microphone')).toBe(true)
    expect(hears(asking.and(move(ann, bob, main), move(ann, cat, main)), 'microphone')).toBe(false)
  })

  it('[PE3] removes somebody for good', () => {
    const removed = by({ type: 'RemoveParticipant', participantId: bob, bar: true })
    expect(removed.running.seats.get(bob)?.presence.status).toBe('gone')
    removed.when(resume(bob)).thenRejected('SEAT_BARRED')
  })

  it('[PE3] grants the role of moderator and takes it back', () => {
    const granted = by({ type: 'ChangeRole', participantId: bob, role: 'moderator' })
    expect(granted.when(ask(bob, { type: 'CloseAllRooms' })).decision.ok).toBe(true)
    granted
      .and(ask(ann, { type: 'ChangeRole', participantId: bob, role: 'participant' }))
      .when(ask(bob, { type: 'CloseAllRooms' }))
      .thenRejected('PERMISSION_DENIED')
  })

  it('[PE3] lowers the hands of one person, of a room and of all', () => {
    const raised = apart.and(ask(bob, { type: 'RaiseHand', raised: true }))
    for (const whom of [{ participantId: bob }, { roomId: red }, 'everybody'] as const)
      expect(raised.and(ask(ann, { type: 'LowerHands', whom })).running.hands).toEqual([])
  })
})
