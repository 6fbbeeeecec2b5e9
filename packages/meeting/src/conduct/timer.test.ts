// SPDX-License-Identifier: Apache-2.0
// Tests of the time that the rooms have (SPEC RU).
import type { TimerEnd } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { nextDueAt } from '../presence/nextDueAt.ts'
import { ann, ask, bob, create, given, join, main, move, passTime, red, start } from '../testing/index.ts'

const minute = 60_000
const hour = 60 * minute
const startTimer = (durationMs: number, atEnd: TimerEnd = 'bring-back', at = start) =>
  ask(ann, { type: 'StartTimer', durationMs, atEnd }, { at })
const extend = (byMs: number, at = start) => ask(ann, { type: 'ExtendTimer', byMs }, { at })
const stop = () => ask(ann, { type: 'StopTimer' })
const closeAll = (inMs = 0) => ask(ann, { type: 'CloseAllRooms', inMs })

const inRoom = given(join(ann), join(bob), create(ann, red), move(ann, bob, red))
const running = inRoom.and(startTimer(10 * minute))
const endsAt = start + 10 * minute
const over = running.and(passTime(endsAt))

describe('the timer', () => {
  it('[RU11] has an end from its start on, and a new one takes its place', () => {
    inRoom.when(startTimer(10 * minute)).then([{ type: 'TimerStarted', endsAt, atEnd: 'bring-back', at: start }])
    expect(nextDueAt(running.state)).toBe(endsAt)
    expect(nextDueAt(running.and(startTimer(minute)).state)).toBe(start + minute)
    given(join(ann)).when(startTimer(minute)).thenRejected('ROOM_NONE')
  })

  it('[RU12] is extended by two moderators at once by both, never beyond 8 hours from now', () => {
    running.when(extend(5 * minute)).then([{ type: 'TimerExtended', endsAt: endsAt + 5 * minute, at: start }])
    expect(nextDueAt(running.and(extend(5 * minute), extend(5 * minute)).state)).toBe(endsAt + 10 * minute)
    const longest = running.and(extend(8 * hour))
    expect(nextDueAt(longest.state)).toBe(start + 8 * hour)
    longest.when(extend(minute)).thenNothing()
    inRoom.when(extend(minute)).thenRejected('TIMER_NONE')
  })

  it('[RU12] after its end runs anew from now', () => {
    const at = endsAt + 7
    over.when(extend(5 * minute, at)).then([
      { type: 'CountdownCancelled', at },
      { type: 'TimerExtended', endsAt: at + 5 * minute, at },
    ])
    const again = over.and(extend(5 * minute, at), passTime(at + 5 * minute))
    expect(again.running.conduct.timer.status).toBe('over')
  })

  it('[RU13] is gone when stopped and when all rooms close', () => {
    running.when(stop()).then([{ type: 'TimerStopped', at: start }])
    inRoom.when(stop()).thenNothing()
    for (const after of [running.and(stop()), running.and(closeAll())])
      expect(after.running.conduct.timer).toEqual({ status: 'off' })
    running.and(stop()).when(passTime(endsAt)).thenNothing()
  })

  it('[RU14] ends with a countdown to the return, and then the return', () => {
    const dueAt = endsAt + 30_000
    running.when(passTime(endsAt - 1)).thenNothing()
    running.when(passTime(endsAt)).then([
      { type: 'TimerEnded', at: endsAt },
      { type: 'CountdownStarted', action: 'bring-back', dueAt, cause: 'timer', at: endsAt },
    ])
    over.when(passTime(dueAt)).then([
      { type: 'CountdownEnded', at: dueAt },
      { type: 'RoomClosed', roomId: red, at: dueAt },
      { type: 'ParticipantMoved', participantId: bob, toRoomId: main, at: dueAt },
      { type: 'TimerStopped', at: dueAt },
    ])
  })

  it('[RU14] just ends when nothing is to follow, or nothing is to be closed', () => {
    const ended = [{ type: 'TimerEnded' as const, at: endsAt }]
    inRoom
      .and(startTimer(10 * minute, 'nothing'))
      .when(passTime(endsAt))
      .then(ended)
    running
      .and(move(ann, bob, main), ask(ann, { type: 'CloseRoom', roomId: red }))
      .when(passTime(endsAt))
      .then(ended)
  })

  it('[RU14] leaves a return that is pending as it is, and takes the place of an opening', () => {
    const returning = running.and(ask(ann, { type: 'CloseAllRooms', inMs: minute }, { at: endsAt - 1000 }))
    returning.when(passTime(endsAt)).then([{ type: 'TimerEnded', at: endsAt }])
    const opening = running.and(
      ask(ann, { type: 'OpenAllRooms', inMs: minute }, { at: endsAt - 1000 }),
      passTime(endsAt),
    )
    expect(opening.running.conduct.countdown).toMatchObject({ action: 'bring-back', dueAt: endsAt + 30_000 })
  })

  it('[RU10] that ended while the server was down brings people back at once when the countdown is past, too', () => {
    const at = endsAt + 10 * minute
    const { after } = running.and({ type: 'RestartClocks', at }).when(passTime(at))
    expect(after.running.seats.get(bob)?.roomId).toBe(main)
    expect(after.running.conduct).toMatchObject({ countdown: { status: 'none' }, timer: { status: 'off' } })
    const soon = running.and({ type: 'RestartClocks', at: endsAt + 10_000 }, passTime(endsAt + 10_000))
    expect(soon.running.conduct.countdown).toMatchObject({ dueAt: endsAt + 30_000 })
    expect(soon.running.seats.get(bob)?.roomId).toBe(red)
  })

  it('[RU15] given more time or started anew ends its own countdown, not the one that a moderator began', () => {
    expect(over.and(startTimer(minute, 'nothing', endsAt)).running.conduct.countdown).toEqual({ status: 'none' })
    const asked = over.and(closeAll(minute))
    for (const more of [extend(minute, endsAt), startTimer(minute, 'nothing', endsAt)])
      expect(asked.and(more).running.conduct.countdown).toMatchObject({ status: 'pending', cause: 'moderator' })
  })
})
