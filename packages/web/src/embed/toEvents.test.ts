// SPDX-License-Identifier: Apache-2.0
import type { ChatLog, MeetingView } from '@alcove/client'
import type { ChatMessage } from '@alcove/protocol'
import type { EmbedConfig } from '@alcove/protocol/embed'
import { describe, expect, it } from 'vitest'
import type { DeviceState, LocalMediaSnapshot } from '../devices/LocalMedia.ts'
import { PageStore } from '../state/PageStore.ts'
import { idOf, roomOf, type Sample, sampleView } from '../testing/sampleView.ts'
import type { Picture } from './picture.ts'
import { createPlaces } from './places.ts'
import { toEvents } from './toEvents.ts'

const ann = 'aaaaaaaa'
const bob = 'bbbbbbbb'
const cem = 'cccccccc'
const garden = '00000001'

const device: DeviceState = {
  wanted: true,
  opening: false,
  track: undefined,
  problem: undefined,
  choices: [{ deviceId: '1', label: 'One' }],
  chosenId: '1',
}
const local: LocalMediaSnapshot = {
  ...({} as LocalMediaSnapshot),
  microphone: device,
  camera: device,
  screen: undefined,
  canShareScreen: true,
}
const emptyChat: ChatLog = { threads: new Map(), isComplete: true, lastSeq: 0 }
const places = createPlaces(sampleView({ people: [{ id: ann }] }).meeting.meetingId, 'meet.example')

function picture(view: MeetingView | undefined, more: Partial<Picture> = {}, config: EmbedConfig = {}): Picture {
  const page = new PageStore({ config, paneOpen: false }).getSnapshot()
  const state = view ? ({ status: 'joined' } as const) : ({ status: 'idle' } as const)
  return { state, view, chat: emptyChat, local, page, title: 'Test', ...more }
}

const two: Sample = { people: [{ id: ann, role: 'moderator' }, { id: bob }] }
const names = (before: Picture, after: Picture) => toEvents(before, after, places).map(({ name }) => name)
const told = (before: Picture, after: Picture) => toEvents(before, after, places)

describe('coming and going', () => {
  it('tells those who are there, then oneself, then the role, then the title', () => {
    expect(told(picture(undefined), picture(sampleView(two)))).toEqual([
      {
        name: 'participantJoined',
        payload: { id: bob, displayName: 'BBBBBBBB', formattedDisplayName: 'BBBBBBBB', userContext: {} },
      },
      {
        name: 'videoConferenceJoined',
        payload: {
          roomName: 'test',
          id: ann,
          displayName: 'AAAAAAAA',
          formattedDisplayName: 'AAAAAAAA (me)',
          breakoutRoom: false,
          visitor: false,
        },
      },
      { name: 'participantRoleChanged', payload: { id: ann, role: 'moderator' } },
      { name: 'subjectChange', payload: { subject: 'Test' } },
    ])
  })

  it('ends with leaving, and then nothing is left to show', () => {
    expect(told(picture(sampleView(two)), picture(undefined))).toEqual([
      { name: 'videoConferenceLeft', payload: { roomName: 'test' } },
      { name: 'readyToClose', payload: {} },
    ])
  })

  it('ends in the same way when the view goes first', () => {
    const between = picture(undefined, { state: { status: 'joined' } })
    expect(names(picture(sampleView(two)), between)).toEqual(['videoConferenceLeft'])
    expect(names(between, picture(undefined))).toEqual(['readyToClose'])
  })

  it('ends with an error when one is removed; the page says why, and is closed by the person', () => {
    const state = { status: 'failed', code: 'SEAT_REMOVED' } as const
    expect(told(picture(sampleView(two)), picture(undefined, { state }))).toEqual([
      { name: 'videoConferenceLeft', payload: { roomName: 'test' } },
      { name: 'errorOccurred', payload: { error: { name: 'SEAT_REMOVED', type: 'CONFERENCE', isFatal: true } } },
    ])
  })

  it('says nothing while the connection is lost and comes back', () => {
    const view = sampleView(two)
    const lost = picture(view, { state: { status: 'reconnecting', since: 0, code: 'SERVER_UNREACHABLE' } })
    expect(names(picture(view), lost)).toEqual([])
    expect(names(lost, picture(view))).toEqual([])
  })

  it('says nothing of a page that never got in', () => {
    expect(names(picture(undefined, { state: { status: 'joining' } }), picture(undefined))).toEqual([])
  })
})

describe('others', () => {
  it('come, go, are renamed and change their role', () => {
    const later = sampleView({
      people: [{ id: ann, role: 'moderator' }, { id: bob, role: 'moderator', displayName: 'Rob' }, { id: cem }],
    })
    expect(told(picture(sampleView(two)), picture(later)).map(({ name, payload }) => [name, payload])).toEqual([
      ['participantJoined', expect.objectContaining({ id: cem })],
      ['participantRoleChanged', { id: bob, role: 'moderator' }],
      ['displayNameChange', { id: bob, displayname: 'Rob', formattedDisplayName: 'Rob' }],
    ])
    expect(names(picture(later), picture(sampleView(two)))).toContain('participantLeft')
  })

  it('in other rooms are told of by the list of rooms only', () => {
    const rooms = { [garden]: { name: 'Garden' } }
    const before = sampleView({ ...two, rooms })
    const after = sampleView({
      people: [
        { id: ann, role: 'moderator' },
        { id: bob, roomId: roomOf(garden) },
      ],
      rooms,
    })
    expect(names(picture(before), picture(after))).toEqual(['participantLeft', 'breakoutRoomsUpdated'])
    expect(names(picture(after), picture(after))).toEqual([])
  })
})

describe('a move', () => {
  const rooms = { [garden]: { name: 'Garden' } }
  const before = sampleView({ people: [{ id: ann }, { id: bob }, { id: cem, roomId: roomOf(garden) }], rooms })
  const after = sampleView({
    people: [{ id: ann, roomId: roomOf(garden) }, { id: bob }, { id: cem, roomId: roomOf(garden) }],
    rooms,
  })

  it('is told in the order of Jitsi, without being ready to close', () => {
    expect(names(picture(before), picture(after))).toEqual([
      'participantLeft',
      'videoConferenceLeft',
      'participantJoined',
      'videoConferenceJoined',
      'participantRoleChanged',
      'breakoutRoomsUpdated',
    ])
  })

  it('goes to the id of the room, and one stays who one is', () => {
    const joined = told(picture(before), picture(after)).find(({ name }) => name === 'videoConferenceJoined')
    expect(joined?.payload).toMatchObject({ id: ann, roomName: garden, breakoutRoom: true })
    const back = told(picture(after), picture(before)).find(({ name }) => name === 'videoConferenceJoined')
    expect(back?.payload).toMatchObject({ id: ann, roomName: 'test', breakoutRoom: false })
  })
})

describe('what people send', () => {
  it('is muted until it is on', () => {
    const on = sampleView({ people: [{ id: ann }, { id: bob, media: { microphone: 'on', screen: 'on' } }] })
    expect(told(picture(sampleView(two)), picture(on)).slice(0)).toEqual(
      expect.arrayContaining([
        { name: 'participantMuted', payload: { id: bob, isMuted: false, mediaType: 'audio' } },
        { name: 'participantMuted', payload: { id: bob, isMuted: false, mediaType: 'desktop' } },
        { name: 'contentSharingParticipantsChanged', payload: { data: [bob] } },
      ]),
    )
    const muted = sampleView({ people: [{ id: ann }, { id: bob, media: { microphone: 'muted', screen: 'on' } }] })
    expect(told(picture(on), picture(muted))).toEqual([
      { name: 'participantMuted', payload: { id: bob, isMuted: true, mediaType: 'audio' } },
    ])
  })

  it('of oneself is told as muted or not', () => {
    const view = sampleView(two)
    const muted = picture(view, { local: { ...local, microphone: { ...device, wanted: false } } })
    expect(told(picture(view), muted)).toEqual([{ name: 'audioMuteStatusChanged', payload: { muted: true } }])
  })

  it('tells who speaks', () => {
    const view = sampleView({ ...two, speakers: [bob] })
    expect(told(picture(sampleView(two)), picture(view))).toEqual([
      { name: 'dominantSpeakerChanged', payload: { id: bob } },
    ])
  })
})

describe('moderation', () => {
  const view = sampleView(two)
  const asking = (allowed: readonly 'audio'[]) => ({
    ...view,
    meeting: { ...view.meeting, mustAsk: { audio: true, video: false } },
    self: { ...view.self, can: { ...view.self.can, moderate: true } },
    moderators: {
      speakers: {},
      messages: {},
      asking: { [idOf(bob)]: { allowed, asking: [] } },
      assignments: {},
    } as unknown as MeetingView['moderators'],
  })
  it('is told when it begins and ends, and for each person', () => {
    expect(told(picture(view), picture(asking([])))).toEqual([
      { name: 'moderationStatusChanged', payload: { mediaType: 'audio', enabled: true } },
    ])
    expect(told(picture(asking([])), picture(asking(['audio'])))).toEqual([
      { name: 'moderationParticipantApproved', payload: { id: bob, mediaType: 'audio' } },
    ])
    expect(told(picture(asking(['audio'])), picture(asking([])))).toEqual([
      { name: 'moderationParticipantRejected', payload: { id: bob, mediaType: 'audio' } },
    ])
  })
})

describe('messages', () => {
  const message = (seq: number, from: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
    seq,
    from: idOf(from),
    fromName: from === ann ? 'Ann' : 'Bob',
    to: { kind: 'meeting' },
    text: `m${seq}`,
    at: 0,
    ...more,
  })
  const log = (...messages: ChatMessage[]): ChatLog => ({
    threads: new Map([['meeting', messages]]),
    isComplete: true,
    lastSeq: messages.at(-1)?.seq ?? 0,
  })
  const view = sampleView(two)

  it('are told once, in order, as incoming or outgoing', () => {
    const before = picture(view, { chat: log(message(1, bob)) })
    const toAnn = { kind: 'person', participantId: idOf(ann) } as const
    const after = picture(view, { chat: log(message(1, bob), message(2, ann), message(4, bob, { to: toAnn })) })
    expect(told(before, after)).toEqual([
      { name: 'outgoingMessage', payload: { message: 'm2', privateMessage: false } },
      {
        name: 'incomingMessage',
        payload: {
          from: bob,
          nick: 'Bob',
          message: 'm4',
          privateMessage: true,
          stamp: '1970-01-01T00:00:00.000Z',
          messageId: '4',
        },
      },
    ])
  })

  it('of before one came are no news', () => {
    const before = picture(view, { chat: { ...emptyChat, isComplete: false } })
    expect(names(before, picture(view, { chat: log(message(1, bob)) }))).toEqual([])
  })
})
