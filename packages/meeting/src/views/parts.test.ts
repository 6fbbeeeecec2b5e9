// SPDX-License-Identifier: Apache-2.0
// Tests of what people see (SPEC VI).
import { activityStepMs, activitySteps, type JsonObject } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { type Lately, withHeard } from '../media/loudness.ts'
import type { Moment } from '../media/moment.ts'
import {
  ann,
  ask,
  blue,
  bob,
  breakoutId,
  cat,
  create,
  dan,
  everybodySends,
  given,
  join,
  lose,
  main,
  move,
  red,
  resume,
  settings,
  start,
  tracks,
} from '../testing/index.ts'
import { isCountedSame, meetingPart, moderatorsPart, partsFor, roomPart, selfPart } from './parts.ts'

const noDoor = { locked: false, hasPassword: false, hosts: [] }
const leave = { type: 'LeaveMeeting' } as const
const split = given(
  join(ann),
  join(bob),
  join(cat),
  join(dan),
  create(ann, red),
  create(ann, blue, 'Blue'),
  move(ann, bob, red),
  move(ann, dan, red),
)
const speaking = (...ids: readonly (typeof ann)[]) =>
  ids.map((participantId) => ({ participantId, since: start, lastHeardAt: start }))
const moment: Moment = {
  ...everybodySends([ann, bob, cat], 'microphone'),
  speakers: new Map([
    [main, speaking(cat, bob)],
    [red, speaking(bob)],
    [blue, speaking(ann)],
  ]),
}

describe('parts', () => {
  it('[VI1] are seen by those they are for', () => {
    expect(partsFor(split.state, ann)).toEqual(['meeting', 'self', 'room:main', 'moderators'])
    expect(partsFor(split.state, bob)).toEqual(['meeting', 'self', `room:${red}`])
    const away = split.and(lose(bob), ask(cat, leave))
    for (const id of [bob, cat, 'a9999999' as typeof ann]) expect(partsFor(away.state, id)).toEqual([])
    expect(partsFor({ status: 'new' }, ann)).toEqual([])
    expect(partsFor(away.and(resume(bob)).state, bob)).toHaveLength(3)
  })

  it('[VI2] the meeting shows the people who are active and all rooms', () => {
    const part = meetingPart(
      split.and(lose(bob), ask(cat, leave), ask(ann, { type: 'CloseRoom', roomId: blue })).running,
    )
    expect(part).toEqual({
      meetingId: 'weekly',
      startedAt: start,
      selfMove: 'anywhere',
      mustAsk: { audio: false, video: false },
      lateJoin: 'main',
      door: { lobby: false, password: false, moderatorKey: false, beforeModerator: 'join', toldOutside: 'count' },
      people: {
        [ann]: { displayName: ann, role: 'moderator', roomId: main, order: 1, absent: false },
        [bob]: { displayName: bob, role: 'participant', roomId: red, order: 2, absent: true },
        [dan]: { displayName: dan, role: 'participant', roomId: red, order: 4, absent: false },
      },
      rooms: {
        [red]: { name: 'Room 1', number: 1, order: 1, open: true, underWay: false, ...noDoor },
        [blue]: { name: 'Blue', number: 2, order: 2, open: false, underWay: false, ...noDoor },
      },
      podium: {},
      mayLookIn: true,
      retentionMs: settings.retentionMs,
    })
  })

  it('[VI8] the meeting says how long it is kept once everybody is gone, with a moderator key and without', () => {
    const keyed = split.and(ask(ann, { type: 'SetModeratorKey', moderatorKeyHash: 'key' }))
    expect(meetingPart(split.running).retentionMs).toBe(settings.retentionMs)
    expect(meetingPart(keyed.running).retentionMs).toBe(settings.keyedRetentionMs)
  })

  it('[VI3] a room shows what its people send, and who of them speaks', () => {
    expect(roomPart(split.running, moment, red, start)).toEqual({
      roomId: red,
      media: { [bob]: { microphone: 'on', camera: 'off', screen: 'off', screenAudio: 'off' } },
      speakers: [bob],
      hands: [],
      knocks: [],
      podium: {},
      lookers: [],
    })
    expect(roomPart(split.running, moment, main, start).speakers).toEqual([cat])
    expect(Object.keys(roomPart(split.and(lose(cat)).running, moment, main, start).media)).toEqual([ann])
    expect(roomPart(split.running, moment, red, start + 601).speakers).toEqual([])
  })

  it('[VI3] tells on, muted and off apart', () => {
    const sent = new Map(tracks('camera', 'screen', 'screen-audio')).set('camera', { paused: true })
    const { media } = roomPart(split.running, { ...moment, producers: new Map([[bob, sent]]) }, red, start)
    expect(media[bob]).toEqual({ microphone: 'off', camera: 'muted', screen: 'on', screenAudio: 'on' })
  })

  it('[VI4] moderators see who speaks where', () => {
    expect(moderatorsPart(split.running, moment, start).speakers).toEqual({ [main]: [cat], [red]: [bob] })
    expect(moderatorsPart(split.running, moment, start + 601).speakers).toEqual({})
  })

  it('[SR1] moderators see when somebody was last heard, since when people are together, and who has the microphone on', () => {
    const spokeAt = new Map([
      [main, start - 5],
      [red, start - 7],
      [breakoutId(9), start],
    ])
    const later = split.and(
      ask(ann, { type: 'MoveParticipant', participantId: cat, toRoomId: red }, { at: start + 50 }),
    )
    const quiet = moderatorsPart(later.running, { ...moment, spokeAt }, start + 601)
    expect(quiet.spokeAt).toEqual({ [main]: start - 5, [red]: start - 7 })
    expect(quiet.togetherSince).toEqual({ [red]: start })
    expect(quiet.microphonesOn).toEqual({ [main]: 1, [red]: 2 })
    expect(moderatorsPart(later.running, { ...moment, spokeAt }, start).spokeAt).toEqual({ [main]: start - 5 })
  })

  it('[SR2] moderators see how loud it is where somebody speaks, in steps', () => {
    const levelAt = (dbov: number) =>
      moderatorsPart(split.running, { ...moment, loudness: new Map([[red, dbov]]) }, start).levels[red]
    expect([-60, -56, -54, -35, -12, -3, 0].map(levelAt)).toEqual([1, 1, 2, 5, 10, 10, 10])
    const loud = { ...moment, loudness: new Map([[blue, -20]]) }
    expect(moderatorsPart(split.running, loud, start).levels).toEqual({ [main]: 1, [red]: 1 })
    expect(moderatorsPart(split.running, loud, start + 601).levels).toEqual({})
  })

  it('[SR4] moderators see how loud each room lately was, whoever speaks now, and nothing that is older', () => {
    const hear = (lately: Lately, dbov: number, at: number) =>
      withHeard(lately, new Map([red, breakoutId(9)].map((roomId) => [roomId, dbov])), at)
    const soft = hear(new Map(), -40, start)
    expect(hear(soft, -45, start + 5_000)).toBe(soft)
    const loud = hear(hear(soft, -35, start + 6_000), -20, start + activityStepMs)
    const seen = (lately: Lately) => moderatorsPart(split.running, { ...moment, lately }, start + 601).lately
    const step = start / activityStepMs
    expect(seen(loud)).toEqual({ [red]: { [step]: 5, [step + 1]: 8 } })
    const later = hear(loud, -59, start + activitySteps * activityStepMs)
    expect(seen(later)).toEqual({ [red]: { [step + 1]: 8, [step + activitySteps]: 1 } })
  })

  it('[SR3] messages and hands are those of when moderators were last told', () => {
    const raise = ask(bob, { type: 'RaiseHand', raised: true })
    const after = split.and(raise, ask(bob, { type: 'SendMessage', to: { kind: 'room', roomId: red }, text: 'Hi' }))
    expect(isCountedSame(split.running, after.running)).toBe(false)
    const told = moderatorsPart(after.running, moment, start, split.running)
    expect([told.hands, told.messages]).toEqual([{}, {}])
    const later = moderatorsPart(after.running, moment, start)
    expect([later.hands, later.messages]).toEqual([{ [red]: [{ participantId: bob, since: start }] }, { [red]: 1 }])
  })

  it('[VI5] tells what one may do, as decide does', () => {
    for (const selfMove of ['anywhere', 'main-only', 'nowhere'] as const) {
      const meeting = split.and(ask(ann, { type: 'ChangePolicy', selfMove }))
      for (const id of [ann, bob]) {
        const { can } = selfPart(meeting.running, id)
        expect(can.enterRooms).toBe(meeting.when(move(id, id, blue)).decision.ok)
        expect(can.returnToMain).toBe(meeting.when(move(id, id, main)).decision.ok)
        expect(can.moderate).toBe(meeting.when(create(id, breakoutId(99))).decision.ok)
      }
    }
  })

  it('[VI6] are plain JSON without nulls', () => {
    const { running } = split
    const parts: readonly JsonObject[] = [
      meetingPart(running),
      roomPart(running, moment, red, start),
      moderatorsPart(running, moment, start),
      selfPart(running, ann),
    ]
    for (const part of parts) {
      expect(JSON.parse(JSON.stringify(part))).toStrictEqual(part)
      expect(JSON.stringify(part)).not.toContain('null')
    }
  })
})
