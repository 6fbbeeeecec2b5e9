// SPDX-License-Identifier: Apache-2.0
// Tests of asking for help (SPEC HE).
import type { ParticipantId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { emptyMoment } from '../media/moment.ts'
import {
  ann,
  ask,
  blue,
  bob,
  cat,
  create,
  dan,
  type Given,
  given,
  join,
  lose,
  main,
  move,
  passTime,
  red,
  resume,
  settings,
  start,
} from '../testing/index.ts'
import { moderatorsPart, selfPart } from '../views/parts.ts'
import { helpRate } from './help.ts'
import { maxPastRequests } from './requests.ts'

const askHelp = (by: ParticipantId, text?: string, at = start) =>
  ask(by, { type: 'AskForHelp', ...(text !== undefined && { text }) }, { at })
const withdraw = (by: ParticipantId, at = start) => ask(by, { type: 'WithdrawHelp' }, { at })
const take = (by: ParticipantId, requestId = 1, enter = false) => ask(by, { type: 'TakeHelp', requestId, enter })
const answer = (by: ParticipantId, requestId = 1) => ask(by, { type: 'AnswerHelp', requestId })
const goBack = (by: ParticipantId) => ask(by, { type: 'ReturnFromHelp' })
const demote = (participantId: ParticipantId) => ask(ann, { type: 'ChangeRole', participantId, role: 'participant' })
const leave = { type: 'LeaveMeeting' } as const

// Ann and Dan moderate from the main room; Bob is in Red, Cat is in Blue.
const split = given(
  join(ann),
  join(bob),
  join(cat),
  join(dan),
  ask(ann, { type: 'ChangeRole', participantId: dan, role: 'moderator' }),
  create(ann, red, 'Red'),
  create(ann, blue),
  move(ann, bob, red),
  move(ann, cat, blue),
)
const asked = split.and(askHelp(bob, 'We are stuck'))
const queue = (meeting: Given) => moderatorsPart(meeting.running, emptyMoment, start).help
const own = (meeting: Given, id: ParticipantId) => selfPart(meeting.running, id)
const progressOf = (meeting: Given, id = 1) =>
  meeting.running.help.requests.find((request) => request.id === id)?.progress

describe('asking for help', () => {
  it('[HE1] works from a breakout room, once at a time, with or without a text', () => {
    split
      .when(askHelp(bob, 'We are stuck'))
      .then([{ type: 'HelpAsked', participantId: bob, roomId: red, text: 'We are stuck', at: start }], { requestId: 1 })
    split.when(askHelp(bob)).then([{ type: 'HelpAsked', participantId: bob, roomId: red, at: start }], { requestId: 1 })
    asked.when(askHelp(bob, 'Still')).thenNothing({ requestId: 1 })
    split
      .and(move(ann, bob, main))
      .when(askHelp(bob))
      .thenRejected('HELP_IN_MAIN')
  })

  it('[HE2] is seen by all moderators with its time and text, and by whoever asked; nobody else is told', () => {
    expect(queue(asked)).toEqual({ 1: { participantId: bob, roomId: red, askedAt: start, text: 'We are stuck' } })
    expect(own(asked, bob).help).toEqual({ requestId: 1, askedAt: start })
    expect(own(asked, cat).help).toBeUndefined()
  })

  it('[HE3] again and again is refused until enough time has passed', () => {
    const often = Array.from({ length: helpRate.times }, () => [askHelp(bob), withdraw(bob)]).flat()
    const tired = split.and(...often)
    expect(tired.when(askHelp(bob, undefined, start + 10)).decision).toEqual({
      ok: false,
      error: { code: 'TOO_OFTEN', retryAfterMs: helpRate.withinMs - 10 },
    })
    expect(tired.when(askHelp(bob, undefined, start + helpRate.withinMs)).decision.ok).toBe(true)
  })
})

describe('taking a request', () => {
  it('[HE4] shows who comes, to the other moderators and to whoever asked', () => {
    asked.when(take(ann)).then([{ type: 'HelpTaken', requestId: 1, by: ann, at: start }])
    const taken = asked.and(take(ann))
    expect(queue(taken)).toMatchObject({ 1: { takenBy: ann } })
    expect(own(taken, bob).help?.takenBy).toBe(ann)
  })

  it('[HE4] is for the first one; another takes over only from somebody whose connection is lost', () => {
    const taken = asked.and(take(ann))
    taken.when(take(dan)).thenRejected('HELP_TAKEN')
    taken.when(take(ann)).thenNothing()
    expect(queue(taken.and(lose(ann), take(dan)))).toMatchObject({ 1: { takenBy: dan } })
    asked.when(take(ann, 7)).thenRejected('HELP_UNKNOWN')
    asked.and(withdraw(bob)).when(take(ann)).thenRejected('HELP_UNKNOWN')
  })

  it('[HE5] enters the room with the same step, or later, and remembers where to return to', () => {
    const inside = asked.and(take(ann, 1, true))
    expect(inside.running.seats.get(ann)?.roomId).toBe(red)
    expect(own(inside, ann).returnTo).toBe(main)
    expect(own(asked.and(take(ann), take(ann, 1, true)), ann).returnTo).toBe(main)
    expect(own(asked.and(take(ann)), ann).returnTo).toBeUndefined()
  })

  it('[HE6] ends with the return to where the moderator was before, in one step', () => {
    const inside = asked.and(move(ann, ann, blue), take(ann, 1, true))
    inside.when(goBack(ann)).then([{ type: 'ParticipantMoved', participantId: ann, toRoomId: blue, at: start }])
    const back = inside.and(goBack(ann))
    expect(queue(back)).toEqual({})
    expect(progressOf(back)).toMatchObject({ status: 'over', how: 'answered', taken: { by: ann, takenAt: start } })
    expect(own(back, ann).returnTo).toBeUndefined()
    back.when(goBack(ann)).thenNothing()
  })

  it('[HE6] returns over several rooms to the first one, to the main room when that is removed, and nowhere after another move', () => {
    const tour = asked.and(askHelp(cat), take(ann, 1, true), take(ann, 2, true))
    expect(own(tour, ann).returnTo).toBe(main)
    expect(Object.keys(queue(tour))).toEqual(['2'])
    const fromBlue = asked.and(move(ann, ann, blue), take(ann, 1, true), ask(ann, { type: 'RemoveRoom', roomId: blue }))
    expect(own(fromBlue, ann).returnTo).toBe(main)
    expect(own(tour.and(move(ann, ann, red)), ann).returnTo).toBeUndefined()
    const home = asked.and(askHelp(cat), move(ann, ann, red), take(ann, 2, true), take(ann, 1, true))
    expect(own(home, ann).returnTo).toBeUndefined()
  })

  it('[HE7] is given up by leaving the meeting or losing the role: then it waits again, as long as before', () => {
    const taken = asked.and(take(dan, 1, true))
    for (const gone of [taken.and(ask(dan, leave)), taken.and(demote(dan))]) {
      expect(queue(gone)).toEqual({ 1: { participantId: bob, roomId: red, askedAt: start, text: 'We are stuck' } })
      expect(gone.running.help.returnTo.size).toBe(0)
    }
    expect(queue(taken.and(lose(dan)))).toMatchObject({ 1: { takenBy: dan } })
  })
})

describe('the end of a request', () => {
  it('[HE8] is that it is withdrawn, or that a moderator says it is answered', () => {
    asked.when(withdraw(bob)).then([{ type: 'HelpWithdrawn', requestId: 1, at: start }])
    split.when(withdraw(bob)).thenNothing()
    asked.when(answer(dan)).then([{ type: 'HelpAnswered', requestId: 1, at: start }])
    const answered = asked.and(take(ann, 1, true), answer(ann))
    expect(answered.running.seats.get(ann)?.roomId).toBe(red)
    expect(own(answered, ann).returnTo).toBe(main)
    answered.when(answer(ann)).thenNothing()
    asked.when(answer(ann, 9)).thenRejected('HELP_UNKNOWN')
  })

  it('[HE9] is that whoever asked is in that room no more', () => {
    const endings = [
      asked.and(move(ann, bob, blue)),
      asked.and(ask(bob, leave)),
      asked.and(ask(ann, { type: 'RemoveRoom', roomId: red })),
      asked.and(ask(ann, { type: 'CloseAllRooms' })),
      asked.and(ask(ann, { type: 'RemoveParticipant', participantId: bob, bar: false })),
      asked.and(lose(bob), passTime(start + settings.absenceGraceMs)),
    ]
    for (const ended of endings) {
      expect(queue(ended)).toEqual({})
      expect(progressOf(ended)).toMatchObject({ status: 'over', how: 'left' })
    }
  })

  it('[HE10] does not come with a lost connection or a restart of the server', () => {
    const at = start + 1000
    const restarted = asked.and(take(ann, 1, true), { type: 'RestartClocks', at }, resume(bob, at), resume(ann, at))
    expect(queue(restarted)).toMatchObject({ 1: { takenBy: ann } })
    expect(own(restarted, ann).returnTo).toBe(main)
  })

  it('[HE11] leaves what the report tells: who asked where, who took it, when it ended and how; the last 500', () => {
    const [request] = asked.and(take(ann), ask(bob, leave, { at: start + 9 })).running.help.requests
    expect(request).toEqual({
      id: 1,
      participantId: bob,
      roomId: red,
      roomName: 'Red',
      text: 'We are stuck',
      askedAt: start,
      progress: { status: 'over', how: 'left', endedAt: start + 9, taken: { by: ann, takenAt: start } },
    })
    let many = split
    for (let count = 0; count < maxPastRequests + 3; count += 1) {
      const at = start + count * helpRate.withinMs
      many = many.and(askHelp(bob, undefined, at), withdraw(bob, at))
    }
    expect(many.running.help.requests).toHaveLength(maxPastRequests)
    expect(many.running.help.made).toBe(maxPastRequests + 3)
  })
})
