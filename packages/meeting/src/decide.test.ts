// SPDX-License-Identifier: Apache-2.0
// Tests of what holds for every command of a participant (SPEC CO).
import { describe, expect, it } from 'vitest'
import { decide } from './decide.ts'
import { remember } from './evolve.ts'
import { newMeeting } from './state.ts'
import { ann, ask, blue, bob, cat, commandId, create, given, green, join, main, move, red } from './testing/index.ts'

describe('commands', () => {
  const two = given(join(ann), join(bob))

  it('[CO1] a resent command gets its first result and changes nothing', () => {
    const made = ask(ann, { type: 'CreateRoom', roomId: red })
    const again = { ...made, roomId: blue }
    expect(two.and(made).when(again).decision).toEqual({
      ok: true,
      events: [],
      result: { roomId: red },
      repeated: true,
    })
    const after = two.and(made)
    expect(after.when(again).after.state).toBe(after.state)
  })

  it('[CO1] also when it changed nothing the first time, and would change something now', () => {
    const stay = move(bob, bob, main)
    const meeting = two.and(create(ann, red), stay, move(ann, bob, red))
    expect(meeting.when(stay).decision).toMatchObject({ repeated: true, events: [] })
  })

  it('[CO1] also after its sender left or lost the role', () => {
    const leave = ask(bob, { type: 'LeaveMeeting' })
    expect(two.and(leave).when(leave).decision).toMatchObject({ ok: true, repeated: true })
    const made = ask(ann, { type: 'CreateRoom', roomId: red })
    const demoted = two.and(made, ask(ann, { type: 'ChangeRole', participantId: bob, role: 'moderator' }))
    expect(
      demoted.and(ask(bob, { type: 'ChangeRole', participantId: ann, role: 'participant' })).when(made).decision,
    ).toMatchObject({ repeated: true })
  })

  it('[CO1] the same id of another seat is another command', () => {
    const frame = { commandId: commandId(1) }
    const meeting = two.and(
      ask(ann, { type: 'ChangeRole', participantId: bob, role: 'moderator' }),
      ask(ann, { type: 'CreateRoom', roomId: red }, frame),
    )
    expect(meeting.when(ask(bob, { type: 'CreateRoom', roomId: blue }, frame)).decision).toMatchObject({
      repeated: false,
      result: { roomId: blue },
    })
  })

  it('[CO2] the last 64 outcomes of each seat are remembered', () => {
    const first = ask(ann, { type: 'ChangePolicy', selfMove: 'nowhere' })
    const more = Array.from({ length: 63 }, () => ask(ann, { type: 'CloseAllRooms' }))
    expect(two.and(first, ...more).when(first).decision).toMatchObject({ repeated: true })
    const full = two.and(first, ...more, ask(ann, { type: 'CloseAllRooms' }))
    expect(full.when(first).decision).toMatchObject({ repeated: false })
    expect(full.running.outcomes.get(ann)).toHaveLength(64)
    expect(full.running.outcomes.has(bob)).toBe(false)
  })

  it('[CO2] a meeting that is new or ended remembers nothing', () => {
    expect(remember(newMeeting, ann, { commandId: commandId(1), result: null })).toBe(newMeeting)
  })

  it('[CO3] a rejected command is not remembered: sent again, it may be accepted', () => {
    const early = ask(ann, { type: 'ChangeRoom', roomId: green, name: 'Green', change: {} })
    const { state } = two
    expect(decide(state, early)).toEqual({ ok: false, error: { code: 'ROOM_UNKNOWN', details: { roomId: green } } })
    expect(two.and(create(ann, green)).when(early).decision).toMatchObject({ ok: true, repeated: false })
    two.when(move(ann, cat, main)).thenRejected('PARTICIPANT_UNKNOWN')
  })
})
