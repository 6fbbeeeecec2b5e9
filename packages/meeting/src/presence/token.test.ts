// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { ann, ask, bob, given, join, resume, settings, tokenHashOf } from '../testing/index.ts'

const strict = { ...settings, firstIsModerator: false }
const moderator = { role: 'moderator', skipsLobby: true } as const
const participant = { role: 'participant', skipsLobby: false } as const
const identity = { userId: 'user-1', attributes: {} }

it.each([
  [moderator, true, 'moderator'],
  [moderator, false, 'moderator'],
  [participant, true, 'participant'],
  [participant, false, 'participant'],
  [{ skipsLobby: false }, true, 'moderator'],
  [{ skipsLobby: false }, false, 'participant'],
] as const)('[TK1] %j, first is moderator: %s: the first one in is %s', (grant, firstIsModerator, role) => {
  const command = join(ann, { settings: { ...settings, firstIsModerator }, identity, grant })
  expect(given(command).running.seats.get(ann)?.role).toBe(role)
})

it('[TK1] who comes later has the role of the token, and none of being early', () => {
  const meeting = given(join(ann, { settings: strict }))
  expect(meeting.running.seats.get(ann)?.role).toBe('participant')
  expect(meeting.and(join(bob, { grant: moderator })).running.seats.get(bob)?.role).toBe('moderator')
})

it('[TK2] an expected moderator stays one', () => {
  const people = [{ participantId: bob, displayName: 'Bob', role: 'moderator', identity }] as const
  const meeting = given(join(ann)).and(ask(ann, { type: 'ExpectPeople', people }))
  const joined = meeting.and(
    join(ann, { participantId: ann, tokenHash: 'other'.padEnd(64, '0'), identity, grant: participant }),
  )
  expect(joined.running.seats.get(bob)?.role).toBe('moderator')
})

it('[TK3] a seat is its user\u2019s alone, by whichever request', () => {
  const meeting = given(join(ann, { identity }))
  const other = { userId: 'user-2', attributes: {} }
  meeting.when({ ...resume(ann), userId: 'user-2' }).thenRejected('TOKEN_USER_DIFFERENT')
  meeting.when(join(bob, { tokenHash: tokenHashOf(ann), identity: other })).thenRejected('TOKEN_USER_DIFFERENT')
  meeting.when({ ...resume(ann), userId: 'user-1' }).thenNothing()
  meeting.when(resume(ann)).thenNothing()
  const guest = given(join(ann))
  guest.when({ ...resume(ann), userId: 'user-1' }).thenRejected('TOKEN_USER_DIFFERENT')
})

it('[TK4] the role does not pass on', () => {
  const meeting = given(join(ann, { settings: strict, grant: moderator }), join(bob))
  expect(meeting.when(ask(ann, { type: 'LeaveMeeting' })).events.map(({ type }) => type)).toEqual(['ParticipantLeft'])
})
