// SPDX-License-Identifier: Apache-2.0
// What is told of a meeting: names and fields of JaaS, in the order in which things happen.
import { ann, ask, blue, bob, cat, join, lose, passTime, red, resume, start } from '@alcove/meeting/testing'
import { describe, expect, it } from 'vitest'
import { lastWebhooksFor, naming, webhooksFor } from './testing/hooks.ts'
import type { Webhook } from './translate.ts'

const avatar = 'https://example.org/ann.png'
const identity = { userId: 'user-1', email: 'ann@example.org', avatar, attributes: { group: 'red' } }
const [joinAnn, joinBob] = [join(ann, { displayName: 'Ann', identity }), join(bob, { displayName: 'Bob' })]
const createRed = ask(ann, { type: 'CreateRoom', roomId: red, name: 'Red' })
const move = (who: typeof ann, toRoomId: typeof red | 'main') =>
  ask(ann, { type: 'MoveParticipant', participantId: who, toRoomId: toRoomId as typeof red })
const types = (webhooks: readonly Webhook[]) => webhooks.map(({ eventType }) => eventType)
const brief = (webhooks: readonly Webhook[]) =>
  webhooks.map(({ eventType, data }) => {
    const { name, participantId, breakoutRoomId, disconnectReason, isBreakout } = data as Record<string, unknown>
    return [
      eventType,
      participantId ?? name ?? (isBreakout ? breakoutRoomId : 'main'),
      breakoutRoomId ?? '',
      disconnectReason ?? '',
    ]
      .join(' ')
      .trim()
  })

describe('the envelope', () => {
  const [first] = webhooksFor(joinAnn)

  it('has the fields of JaaS', () => {
    expect(first).toEqual({
      idempotencyKey: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
      customerId: '0123456789abcdef0123456789abcdef',
      appId: naming.appId,
      eventType: 'ROOM_CREATED',
      sessionId: expect.stringMatching(/^[\da-f-]{36}$/),
      timestamp: start,
      fqn: `${naming.appId}/weekly`,
      data: { conference: `weekly@conference.${naming.appId}.meet.example.org`, isBreakout: false },
    })
  })

  it('has a key of its own for each event, the same whenever it is made', () => {
    const history = [joinAnn, joinBob, createRed, move(bob, red), move(ann, red)]
    const keys = webhooksFor(...history).map(({ idempotencyKey }) => idempotencyKey)
    expect(new Set(keys).size).toBe(keys.length)
    expect(webhooksFor(...history).map(({ idempotencyKey }) => idempotencyKey)).toEqual(keys)
  })

  it('has one session as long as somebody is there, and another when somebody comes again', () => {
    const leave = ask(ann, { type: 'LeaveMeeting' }, { at: start + 1 })
    const told = webhooksFor(joinAnn, leave, resume(ann, start + 2))
    expect(types(told)).toEqual([
      'ROOM_CREATED',
      'PARTICIPANT_JOINED',
      'PARTICIPANT_LEFT',
      'ROOM_DESTROYED',
      'ROOM_CREATED',
      'PARTICIPANT_JOINED',
    ])
    const sessions = told.map(({ sessionId }) => sessionId)
    expect(new Set(sessions.slice(0, 4)).size).toBe(1)
    expect(new Set(sessions.slice(4)).size).toBe(1)
    expect(sessions[0]).not.toBe(sessions[4])
  })
})

describe('people', () => {
  it('who join are described as JaaS describes them', () => {
    expect(webhooksFor(joinAnn)[1]).toMatchObject({
      eventType: 'PARTICIPANT_JOINED',
      data: {
        moderator: true,
        name: 'Ann',
        group: 'red',
        email: 'ann@example.org',
        id: 'user-1',
        avatar,
        participantJid: `${ann}@meet.example.org`,
        participantId: ann,
        participantFullJid: `weekly@conference.${naming.appId}.meet.example.org/${ann}`,
        role: 'moderator',
        isBreakout: false,
      },
    })
  })

  it('use is told of the first two together, then of each', () => {
    const told = webhooksFor(joinAnn, joinBob, join(cat)).filter(({ eventType }) => eventType === 'USAGE')
    expect(
      told.map(({ data }) => (data as { participantId: string }[]).map(({ participantId }) => participantId)),
    ).toEqual([[ann, bob], [cat]])
    expect(told[0]?.data).toMatchObject([
      { userId: 'user-1', email: 'ann@example.org', customerId: '0123456789abcdef0123456789abcdef' },
      { userId: '', email: '' },
    ])
  })

  it('a lost connection is told when it has lasted too long, not before', () => {
    expect(lastWebhooksFor(joinAnn, joinBob, lose(bob))).toEqual([])
    const gone = lastWebhooksFor(joinAnn, joinBob, lose(bob), passTime(start + 60_000))
    expect(brief(gone)).toEqual([`PARTICIPANT_LEFT ${bob}  unknown`])
  })

  it('leaving, removal, a new role', () => {
    const leave = ask(bob, { type: 'LeaveMeeting' })
    expect(brief(lastWebhooksFor(joinAnn, joinBob, leave))).toEqual([`PARTICIPANT_LEFT ${bob}  left`])
    const remove = ask(ann, { type: 'RemoveParticipant', participantId: bob, bar: true })
    expect(brief(lastWebhooksFor(joinAnn, joinBob, remove))).toEqual([`PARTICIPANT_LEFT ${bob}  kicked`])
    const grant = ask(ann, { type: 'ChangeRole', participantId: bob, role: 'moderator' })
    expect(lastWebhooksFor(joinAnn, joinBob, grant)).toMatchObject([
      {
        eventType: 'ROLE_CHANGED',
        data: {
          role: 'moderator',
          grantedTo: { participantId: bob },
          grantedBy: { participantId: ann, participantJid: `${ann}@meet.example.org` },
        },
      },
    ])
    const passed = lastWebhooksFor(joinAnn, joinBob, ask(ann, { type: 'LeaveMeeting' }))
    expect(passed.find(({ eventType }) => eventType === 'ROLE_CHANGED')?.data).toEqual({
      role: 'moderator',
      grantedTo: { participantId: bob, participantJid: `${bob}@meet.example.org` },
      grantedBy: {},
    })
  })

  it('the end of a meeting is the leaving of everybody and the end of every room', () => {
    const end = ask(ann, { type: 'EndMeeting' })
    expect(brief(lastWebhooksFor(joinAnn, joinBob, createRed, move(bob, red), end))).toEqual([
      `PARTICIPANT_LEFT ${ann}  left`,
      `PARTICIPANT_LEFT ${bob} ${red} left`,
      `ROOM_DESTROYED ${red} ${red}`,
      'ROOM_DESTROYED main',
    ])
  })

  it('who spoke how long is told at the end of the session, of that session alone', () => {
    const spoke = (participantId: typeof ann, spokenMs: number, at: number) =>
      ({ type: 'CountSpeaking', spoken: [{ participantId, roomId: 'main' as typeof red, spokenMs }], at }) as const
    const leave = (who: typeof ann, at: number) => ask(who, { type: 'LeaveMeeting' }, { at })
    const first = [joinAnn, joinBob, spoke(ann, 1_500, start + 1), spoke(ann, 500, start + 2), leave(bob, start + 3)]
    const over = lastWebhooksFor(...first, leave(ann, start + 4))
    expect(types(over)).toEqual(['PARTICIPANT_LEFT', 'SPEAKER_STATS', 'ROOM_DESTROYED'])
    const jid = (id: string) => `weekly@conference.${naming.appId}.meet.example.org/${id}`
    const annSpoke = { [jid(ann)]: { time: 2_000, id: 'user-1', name: 'Ann', email: 'ann@example.org' } }
    expect(over[1]?.data).toEqual(annSpoke)
    const again = [...first, leave(ann, start + 4), resume(bob, start + 5), spoke(bob, 700, start + 6)]
    const second = lastWebhooksFor(...again, leave(bob, start + 7))
    expect(second.find(({ eventType }) => eventType === 'SPEAKER_STATS')?.data).toEqual({
      [jid(bob)]: { time: 700, id: '', name: 'Bob', email: '' },
    })
    // Also where it is ended for everybody; and nothing of those who were silent.
    expect(
      lastWebhooksFor(...first, ask(ann, { type: 'EndMeeting' })).find(({ data }) => jid(ann) in data)?.data,
    ).toEqual(annSpoke)
    expect(types(lastWebhooksFor(joinAnn, leave(ann, start + 1)))).not.toContain('SPEAKER_STATS')
  })

  it('the lobby is a place of its own', () => {
    const lobby = ask(ann, { type: 'ChangeLobby', lobby: true })
    const history = [joinAnn, lobby, joinBob]
    expect(brief(lastWebhooksFor(...history))).toEqual([`PARTICIPANT_JOINED_LOBBY ${bob}`])
    const admit = ask(ann, { type: 'AdmitPeople', participantIds: [bob] })
    expect(brief(lastWebhooksFor(...history, admit)).slice(0, 2)).toEqual([
      `PARTICIPANT_LEFT_LOBBY ${bob}  left`,
      `PARTICIPANT_JOINED ${bob}`,
    ])
    const refuse = ask(ann, { type: 'RemoveParticipant', participantId: bob, bar: false })
    expect(brief(lastWebhooksFor(...history, refuse))).toEqual([`PARTICIPANT_LEFT_LOBBY ${bob}  kicked`])
  })
})

describe('breakout rooms', () => {
  it('a move is leaving and joining; the room comes alive with the first and dies with the last', () => {
    const history = [joinAnn, joinBob, createRed, ask(ann, { type: 'CreateRoom', roomId: blue })]
    expect(brief(lastWebhooksFor(...history, move(bob, red)))).toEqual([
      `PARTICIPANT_MOVED main`,
      `PARTICIPANT_LEFT ${bob}  switch_room`,
      `ROOM_CREATED ${red} ${red}`,
      `PARTICIPANT_JOINED ${bob} ${red}`,
    ])
    expect(brief(lastWebhooksFor(...history, move(bob, red), move(bob, blue)))).toEqual([
      `PARTICIPANT_MOVED main`,
      `PARTICIPANT_LEFT ${bob} ${red} switch_room`,
      `ROOM_DESTROYED ${red} ${red}`,
      `ROOM_CREATED ${blue} ${blue}`,
      `PARTICIPANT_JOINED ${bob} ${blue}`,
    ])
    expect(types(lastWebhooksFor(...history, move(bob, red), move(ann, red)))).not.toContain('ROOM_DESTROYED')
  })

  it('a move tells from where to where, and who', () => {
    const [moved] = lastWebhooksFor(joinAnn, joinBob, createRed, move(bob, red))
    expect(moved?.data).toMatchObject({
      participant: { participantId: bob, name: 'Bob' },
      from: { isBreakout: false },
      to: { isBreakout: true, breakoutRoomId: red },
      conference: `weekly@conference.${naming.appId}.meet.example.org`,
    })
  })

  it.each([
    ['created', [], createRed, 'BREAKOUT_CREATED', { breakoutRoomId: red, isBreakout: true, name: 'Red' }],
    [
      'renamed',
      [createRed],
      ask(ann, { type: 'ChangeRoom', roomId: red, name: 'Rosso', change: {} }),
      'BREAKOUT_RENAMED',
      { name: 'Rosso' },
    ],
    ['closed', [createRed], ask(ann, { type: 'CloseRoom', roomId: red }), 'BREAKOUT_CLOSED', { name: 'Red' }],
    ['removed', [createRed], ask(ann, { type: 'RemoveRoom', roomId: red }), 'BREAKOUT_REMOVED', { name: 'Red' }],
    [
      'assigned',
      [createRed],
      ask(ann, { type: 'AssignParticipant', participantId: bob, roomId: red }),
      'BREAKOUT_ASSIGNED',
      { breakoutRoomId: red, name: 'Red', participant: { participantId: bob } },
    ],
    [
      'help asked',
      [createRed, move(bob, red)],
      ask(bob, { type: 'AskForHelp', text: 'Question 3?' }),
      'HELP_ASKED',
      { breakoutRoomId: red, requestId: 1, text: 'Question 3?', participant: { participantId: bob } },
    ],
    ['opened', [createRed], ask(ann, { type: 'OpenAllRooms' }), 'BREAKOUT_STARTED', { breakoutRoomId: red }],
    [
      'a round begun',
      [createRed, ask(ann, { type: 'AddRound', name: 'Pairs', groups: [{ roomId: red, participantIds: [bob] }] })],
      ask(ann, { type: 'StartNextRound' }),
      'ROUND_STARTED',
      {
        roundId: 1,
        name: 'Pairs',
        number: 1,
        rooms: [{ isBreakout: true, breakoutRoomId: red, participantIds: [bob] }],
      },
    ],
    [
      'a round over',
      [
        createRed,
        ask(ann, { type: 'AddRound', groups: [{ roomId: red, participantIds: [bob] }] }),
        ask(ann, { type: 'StartNextRound' }),
      ],
      ask(ann, { type: 'CloseAllRooms' }),
      'ROUND_ENDED',
      { roundId: 1, number: 1 },
    ],
    [
      'timed',
      [createRed],
      ask(ann, { type: 'StartTimer', durationMs: 60_000, atEnd: 'bring-back' }),
      'BREAKOUT_TIMER_STARTED',
      { endsAt: start + 60_000, atEnd: 'bring-back' },
    ],
  ] as const)('%s', (_words, history, command, eventType, data) => {
    const told = lastWebhooksFor(joinAnn, joinBob, ...history, command)
    expect(told.find((one) => one.eventType === eventType)).toMatchObject({ data })
  })

  it('has the groups of a round as the rooms stand, however they were given', () => {
    const groups = [blue, red].map((roomId) => ({ roomId, participantIds: [] }))
    const told = lastWebhooksFor(
      joinAnn,
      createRed,
      ask(ann, { type: 'CreateRoom', roomId: blue }),
      ask(ann, { type: 'AddRound', groups }),
      ask(ann, { type: 'StartNextRound' }),
    )
    const rooms = [red, blue].map((breakoutRoomId) => ({ breakoutRoomId }))
    expect(told.find(({ eventType }) => eventType === 'ROUND_STARTED')).toMatchObject({ data: { rooms } })
  })
})
