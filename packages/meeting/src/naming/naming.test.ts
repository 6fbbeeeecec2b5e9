// SPDX-License-Identifier: Apache-2.0
import { type Actor, operator, type ParticipantId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { ann, ask, bob, cat, given, join, main, move } from '../testing/index.ts'
import { meetingPart, selfPart } from '../views/parts.ts'

const rename = (by: Actor, participantId: ParticipantId, displayName: string) =>
  ask(by, { type: 'RenameParticipant', participantId, displayName })
const identity = { userId: 'user-1', attributes: {} }

describe('names of people', () => {
  const meeting = given(join(ann), join(bob))

  it.each<[string, Actor]>([
    ['by oneself', bob],
    ['by a moderator', ann],
    ['by the operator', operator],
  ])('[NA1] are changed %s, and everybody sees it', (_words, by) => {
    const { running } = meeting.and(rename(by, bob, 'Robert'))
    expect(meetingPart(running).people[bob]?.displayName).toBe('Robert')
    given(join(ann), join(bob), rename(by, bob, 'Robert'))
      .when(rename(by, bob, 'Robert'))
      .thenNothing()
  })

  it('[NA1] of others are changed by moderators only', () => {
    meeting.when(rename(bob, ann, 'Anna')).thenRejected('PERMISSION_DENIED')
  })

  it('[NA2] that a token or a list gave are changed by moderators only', () => {
    const known = given(join(ann), join(bob, { identity }))
    known.when(rename(bob, bob, 'Robert')).thenRejected('PERMISSION_DENIED')
    expect(selfPart(known.running, bob).can.rename).toBe(false)
    const { running } = known.and(rename(ann, bob, 'Robert'))
    expect(running.seats.get(bob)?.displayName).toBe('Robert')
    const promoted = known.and(ask(ann, { type: 'ChangeRole', participantId: bob, role: 'moderator' }))
    expect(selfPart(promoted.running, bob).can.rename).toBe(true)
    expect(promoted.and(rename(bob, bob, 'Robert')).running.seats.get(bob)?.displayName).toBe('Robert')
  })

  it('[NA3] of nobody who is here are refused', () => {
    meeting.when(rename(ann, cat, 'Cat')).thenRejected('PARTICIPANT_UNKNOWN')
    meeting
      .and(ask(bob, { type: 'LeaveMeeting' }))
      .when(rename(ann, bob, 'Bob'))
      .thenRejected('PARTICIPANT_UNKNOWN')
  })
})

it('[NA4] the meeting has the subject that moderators give it, until they take it away', () => {
  const subject = (by: typeof ann, text: string | undefined) => ask(by, { type: 'ChangeSubject', subject: text })
  const meeting = given(join(ann), join(bob))
  expect(meetingPart(meeting.running).subject).toBeUndefined()
  meeting.when(subject(bob, 'Retrospective')).thenRejected('PERMISSION_DENIED')
  meeting.when(subject(ann, undefined)).thenNothing()
  const named = meeting.and(subject(ann, 'Retrospective'))
  expect(meetingPart(named.running).subject).toBe('Retrospective')
  named.when(subject(ann, 'Retrospective')).thenNothing()
  expect(meetingPart(named.and(subject(ann, undefined)).running)).not.toHaveProperty('subject')
})

it('[EX7] everybody sees who was put out last, and by whom', () => {
  const meeting = given(join(ann), join(bob), join(cat))
  expect(meetingPart(meeting.running).lastRemoved).toBeUndefined()
  const removed = ask(ann, { type: 'RemoveParticipant', participantId: bob, bar: false }, { at: 2_000_000 })
  expect(meetingPart(meeting.and(removed).running).lastRemoved).toEqual({ participantId: bob, by: ann, at: 2_000_000 })
  const left = meeting.and(ask(bob, { type: 'LeaveMeeting' }), move(ann, cat, main))
  expect(meetingPart(left.running).lastRemoved).toBeUndefined()
})

it('[VI7] the meeting tells since when it is; each sees what is known of themself', () => {
  const { running } = given(
    join(ann, { at: 123 }),
    join(bob, { identity: { ...identity, avatar: 'https://example.org/bob.png' } }),
  )
  expect(meetingPart(running).startedAt).toBe(123)
  expect(selfPart(running, ann)).not.toHaveProperty('identity')
  expect(selfPart(running, bob).identity).toEqual({ ...identity, avatar: 'https://example.org/bob.png' })
})
