// SPDX-License-Identifier: Apache-2.0
// Tests of messages (SPEC CH): to whom they go, who reads them, how many are kept.
import type { ChatTarget, ParticipantId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import type { MeetingSettings } from '../commands.ts'
import { evolve } from '../evolve.ts'
import { emptyMoment } from '../media/moment.ts'
import { withoutPerson } from '../roster/forget.ts'
import type { MeetingState, RunningMeeting } from '../state.ts'
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
  personId,
  red,
  resume,
  settings,
  start,
} from '../testing/index.ts'
import { meetingPart, moderatorsPart } from '../views/parts.ts'
import { maxMessages, maxMessagesPerChannel, pruneEvery } from './chat.ts'
import { mayRead } from './mayRead.ts'
import { publicMessageOf } from './publicMessage.ts'
import { messagesBetween, readHistory } from './readMessages.ts'
import { chatRate } from './sendMessage.ts'

const everybody: ChatTarget = { kind: 'meeting' }
const inRoom = (roomId: typeof main): ChatTarget => ({ kind: 'room', roomId })
const toPerson = (participantId: ParticipantId): ChatTarget => ({ kind: 'person', participantId })
const write = (by: ParticipantId, to: ChatTarget, text: string, at = start) =>
  ask(by, { type: 'SendMessage', to, text }, { at })

/** What somebody reads, oldest first. */
function read(meeting: Given, reader: ParticipantId): string[] {
  return readHistory(meeting.state, reader, { limit: 10_000 }).messages.map(({ text }) => text)
}

/** Ann moderates from the main room; Bob and Cat are in Red, Dan is in Blue. */
const splitIn = (settingsOfMeeting: MeetingSettings) =>
  given(
    join(ann, { settings: settingsOfMeeting }),
    join(bob),
    join(cat),
    join(dan),
    create(ann, red),
    create(ann, blue),
    move(ann, bob, red),
    move(ann, cat, red),
    move(ann, dan, blue),
  )
const split = splitIn(settings)

describe('sending', () => {
  it('[CH1] a message is stored with its number, which counts over the whole meeting', () => {
    split
      .when(write(bob, inRoom(red), 'Hi'))
      .then([{ type: 'MessageSent', from: bob, to: inRoom(red), text: 'Hi', at: start }], { seq: 1 })
    const second = split.and(write(bob, inRoom(red), 'Hi')).when(write(ann, everybody, 'All'))
    expect(second.decision).toMatchObject({ ok: true, result: { seq: 2 } })
  })

  it('[CH2] a message for a room in which the writer is not is refused, also for moderators', () => {
    split.when(write(bob, inRoom(blue), 'Hi')).thenRejected('CHAT_ROOM_LEFT')
    split.when(write(ann, inRoom(red), 'Hi')).thenRejected('CHAT_ROOM_LEFT')
    split
      .and(move(ann, bob, main))
      .when(write(bob, inRoom(red), 'Hi'))
      .thenRejected('CHAT_ROOM_LEFT')
  })

  it('[CH3] a private message needs somebody else who is active', () => {
    expect(split.and(lose(cat)).when(write(bob, toPerson(cat), 'Hi')).decision.ok).toBe(true)
    const left = split.and(ask(cat, { type: 'LeaveMeeting' }))
    left.when(write(bob, toPerson(cat), 'Hi')).thenRejected('PARTICIPANT_UNKNOWN')
    split.when(write(bob, toPerson(personId(99)), 'Hi')).thenRejected('PARTICIPANT_UNKNOWN')
    split.when(write(bob, toPerson(bob), 'Hi')).thenRejected('PARTICIPANT_UNKNOWN')
  })

  it('[CH4] too many messages of one person in a short time are refused until enough of it has passed', () => {
    const many = Array.from({ length: chatRate.times }, (_, index) =>
      write(bob, inRoom(red), `${index}`, start + index),
    )
    const busy = split.and(...many)
    const next = busy.when(write(bob, everybody, 'more', start + 100))
    next.thenRejected('CHAT_TOO_FAST')
    expect(next.decision).toMatchObject({ error: { retryAfterMs: chatRate.withinMs - 100 } })
    expect(busy.when(write(bob, everybody, 'more', start + chatRate.withinMs)).decision.ok).toBe(true)
    expect(busy.when(write(cat, everybody, 'mine', start + 100)).decision.ok).toBe(true)
  })
})

describe('reading', () => {
  it('[CH5] a message in a room is read by those in it then, present or absent, and by nobody else', () => {
    const said = split.and(lose(cat), write(bob, inRoom(red), 'in Red'), write(dan, inRoom(blue), 'in Blue'))
    expect([ann, bob, cat, dan].map((id) => read(said, id))).toEqual([[], ['in Red'], ['in Red'], ['in Blue']])
  })

  it('[CH6] who comes later into a room reads nothing older, who comes back reads that of their own time, wherever they are', () => {
    const said = split.and(
      write(bob, inRoom(red), '1 with Cat'),
      move(ann, cat, blue),
      write(bob, inRoom(red), '2 alone'),
      move(ann, dan, red),
      write(bob, inRoom(red), '3 with Dan'),
    )
    expect(read(said, cat)).toEqual(['1 with Cat'])
    expect(read(said, dan)).toEqual(['3 with Dan'])
    const back = said.and(move(ann, cat, red), write(bob, inRoom(red), '4 with both'))
    expect(read(back, cat)).toEqual(['1 with Cat', '4 with both'])
    expect(read(back, dan)).toEqual(['3 with Dan', '4 with both'])
    const removed = back.and(ask(ann, { type: 'RemoveRoom', roomId: red }))
    expect(read(removed, dan)).toEqual(['3 with Dan', '4 with both'])
  })

  it('[CH6] who is gone is nowhere, though the seat keeps its room', () => {
    const said = split.and(
      ask(cat, { type: 'LeaveMeeting' }),
      lose(dan),
      passTime(start + settings.absenceGraceMs),
      write(bob, inRoom(red), 'while away'),
      move(ann, bob, blue),
      write(bob, inRoom(blue), 'in Blue'),
      resume(cat),
      resume(dan),
    )
    expect([read(said, cat), read(said, dan)]).toEqual([[], []])
  })

  it('[CH7] a message to the meeting is read by everybody with a seat, also those who come later', () => {
    const said = split.and(write(bob, everybody, 'all'), join(personId(9)))
    for (const id of [ann, bob, cat, dan, personId(9)]) expect(read(said, id)).toEqual(['all'])
    expect(read(said, personId(99))).toEqual([])
  })

  it('[CH8] a private message is read by its two people, never by a moderator', () => {
    const said = split.and(write(bob, toPerson(cat), 'psst'), write(dan, toPerson(ann), 'help'))
    expect([ann, bob, cat, dan].map((id) => read(said, id))).toEqual([['help'], ['psst'], ['psst'], ['help']])
  })

  it('[CH9] history comes in pages, newest first, and tells whether there is more', () => {
    const said = split.and(...['1', '2', '3', '4', '5'].map((text) => write(ann, everybody, text)))
    const page = readHistory(said.state, bob, { limit: 2 })
    expect([page.messages.map(({ text }) => text), page.more]).toEqual([['4', '5'], true])
    const older = readHistory(said.state, bob, { before: 4, limit: 3 })
    expect([older.messages.map(({ text }) => text), older.more]).toEqual([['1', '2', '3'], false])
    const [first] = older.messages
    expect(first).toEqual({ seq: 1, from: ann, fromName: ann, to: everybody, text: '1', at: start })
  })

  it('[CH10] the last messages of each channel are kept, of a loud one not at the cost of a quiet one', () => {
    let state: MeetingState = split.and(write(bob, inRoom(red), 'quiet')).state
    const say = (to: ChatTarget, text: string) => {
      state = evolve(state, { type: 'MessageSent', from: bob, to, text, at: start })
    }
    const loud = maxMessagesPerChannel + 3 * pruneEvery
    for (let count = 1; count <= loud; count += 1) say(everybody, `${count}`)
    const texts = readHistory(state, bob, { limit: 10_000 }).messages.map(({ text }) => text)
    expect(texts[0]).toBe('quiet')
    expect(texts.length).toBeGreaterThanOrEqual(maxMessagesPerChannel + 1)
    expect(texts.length).toBeLessThanOrEqual(maxMessagesPerChannel + pruneEvery)
    expect(texts.at(-1)).toBe(`${loud}`)

    for (let count = 0; count < maxMessages + pruneEvery; count += 1) say(toPerson(personId(100 + (count % 50))), 'x')
    expect(readHistory(state, bob, { limit: 10_000 }).messages.length).toBeLessThan(maxMessages + pruneEvery)
  })

  it('[CH11] moderators see how much is written in each room, which tells nothing of what', () => {
    const said = split.and(write(bob, inRoom(red), 'a'), write(cat, inRoom(red), 'b'), write(ann, inRoom(main), 'c'))
    expect(moderatorsPart(said.running, emptyMoment, start).messages).toEqual({ [main]: 1, [red]: 2 })
    const removed = said.and(ask(ann, { type: 'RemoveRoom', roomId: red }))
    expect(moderatorsPart(removed.running, emptyMoment, start).messages).toEqual({ [main]: 1 })
  })

  it('[CH12] what a step added is told once, with the names of writer and addressee', () => {
    const said = split.and(write(bob, toPerson(cat), 'psst'))
    const added = messagesBetween(split.state, said.state)
    expect(added).toMatchObject([{ seq: 1, fromName: bob, toName: cat }])
    expect(messagesBetween(said.state, said.state)).toEqual([])
    for (const message of added) expect(mayRead(said.state, cat, message)).toBe(true)
  })

  it('[CH13] what was written in rooms and to everybody is told to programs by the name of then, nothing that is private or forgotten', () => {
    const telling = splitIn({ ...settings, tellsChat: true })
    const said = (command: ReturnType<typeof write>, meeting = telling) => {
      const [event] = meeting.when(command).events
      if (event?.type !== 'MessageSent') throw new Error('nothing was written')
      return [event, publicMessageOf(meeting.when(command).after.state, event)] as const
    }
    const [event, inRed] = said(write(bob, inRoom(red), 'in Red'))
    expect(inRed).toEqual({ from: bob, fromName: bob, roomId: red, text: 'in Red', at: start })
    expect(said(write(ann, everybody, 'all'))[1]).toMatchObject({ from: ann, roomId: main, text: 'all' })
    const renamed = telling.and(ask(bob, { type: 'RenameParticipant', participantId: bob, displayName: 'Robert' }))
    expect(said(write(bob, inRoom(red), 'again'), renamed)[1]).toMatchObject({ fromName: 'Robert' })
    expect(said(write(bob, toPerson(cat), 'psst'))[1]).toBeUndefined()
    expect(publicMessageOf(telling.state, withoutPerson(event, bob))).toBeUndefined()
    expect(publicMessageOf(telling.state, { type: 'RoomRemoved', roomId: red, at: start })).toBeUndefined()
  })

  it('[CH13] a meeting says whether what is written goes to programs, and tells nothing where it does not say so', () => {
    const seen = ({ state }: Given) => meetingPart(state as RunningMeeting).tellsChat
    expect(seen(splitIn({ ...settings, tellsChat: true }))).toBe(true)
    const silent = splitIn({ ...settings, tellsChat: false })
    for (const meeting of [split, silent]) {
      expect(seen(meeting)).toBeUndefined()
      const { events, after } = meeting.when(write(ann, everybody, 'all'))
      expect(events.map((event) => publicMessageOf(after.state, event))).toEqual([undefined])
    }
  })
})
