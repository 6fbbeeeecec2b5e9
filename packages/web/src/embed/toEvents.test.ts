// SPDX-License-Identifier: Apache-2.0
import type { ChatLog, MeetingSnapshot, MeetingView } from '@alcove/client'
import type { ChatMessage } from '@alcove/protocol'
import type { EmbedConfig } from '@alcove/protocol/embed'
import { describe, expect, it } from 'vitest'
import type { DeviceState, LocalMediaSnapshot } from '../devices/LocalMedia.ts'
import { PageStore } from '../state/PageStore.ts'
import { idOf, roomOf, type Sample, sampleView } from '../testing/sampleView.ts'
import { type Picture, toPicture } from './picture.ts'
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
  const still = {
    chat: emptyChat,
    local,
    page,
    mediaState: 'connected',
    hadLine: true,
    hadToAsk: { audio: true, video: true },
    isTileView: true,
    title: 'Test',
  } as const
  return { state, view, ...still, ...more }
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
      { name: 'conferenceCreatedTimestamp', payload: { timestamp: 1_790_000_000_000 } },
      { name: 'subjectChange', payload: { subject: 'Test' } },
    ])
  })

  it('tells what a token says of oneself, and moderators of whom each is', () => {
    const identity = { userId: 'u1', email: 'ann@example.org', avatar: 'https://example.org/a.png', attributes: {} }
    const bobs = { userId: 'u2', attributes: {} }
    const people = [{ id: ann, role: 'moderator', avatar: identity.avatar }, { id: bob }] as const
    const view = sampleView({ people, identity, moderators: { identities: { [idOf(bob)]: bobs } } })
    const events = told(picture(undefined), picture(view))
    expect(events[0]?.payload).toMatchObject({ id: bob, userContext: { id: 'u2', name: 'BBBBBBBB' } })
    expect(events[1]?.payload).toMatchObject({ email: 'ann@example.org', avatarURL: 'https://example.org/a.png' })
  })

  it('tells of addresses: of oneself what the host page says unless a token does, of others to moderators', () => {
    const before = picture(sampleView(two))
    const named = { ...before, page: { ...before.page, email: 'ann@example.org' } }
    expect(told(before, named)).toEqual([{ name: 'emailChange', payload: { id: ann, email: 'ann@example.org' } }])
    const bobs = { email: 'bob@example.org', attributes: {} }
    const known = picture(sampleView({ ...two, moderators: { identities: { [idOf(bob)]: bobs } } }))
    expect(told(before, known)).toEqual([{ name: 'emailChange', payload: { id: bob, email: 'bob@example.org' } }])
    const identity = { email: 'token@example.org', attributes: {} }
    const vouched = picture(sampleView({ ...two, identity }))
    expect(told(vouched, { ...vouched, page: named.page })).toEqual([])
  })

  it('tells of pictures: after somebody joined, and whenever theirs changes', () => {
    const having = (avatar?: string) =>
      picture(sampleView({ people: [{ id: ann }, { id: bob, ...(avatar && { avatar }) }] }))
    const url = 'https://example.org/b.png'
    expect(told(picture(undefined), having(url)).slice(0, 2)).toMatchObject([
      { name: 'participantJoined' },
      { name: 'avatarChanged', payload: { id: bob, avatarURL: url } },
    ])
    expect(told(having(), having(url))).toEqual([{ name: 'avatarChanged', payload: { id: bob, avatarURL: url } }])
    expect(told(having(url), having())).toEqual([{ name: 'avatarChanged', payload: { id: bob } }])
  })

  it('tells who was put out by whom: to those who stay, and with other words to the person', () => {
    const before = picture(sampleView(two))
    const lastRemoved = { participantId: idOf(bob), by: idOf(ann), at: 1 }
    const after = sampleView({ people: [{ id: ann, role: 'moderator' }], meeting: { lastRemoved } })
    expect(told(before, picture(after))[0]).toEqual({
      name: 'participantKickedOut',
      payload: {
        kicked: { id: bob, local: false, name: 'BBBBBBBB' },
        kicker: { id: ann, local: true, name: 'AAAAAAAA' },
      },
    })
    expect(names(picture(after), picture(after))).toEqual([])
    const three = sampleView({ people: [{ id: ann }, { id: bob }, { id: cem }] })
    const atOnce = sampleView({
      people: [{ id: ann }],
      meeting: { lastRemoved: { ...lastRemoved, participantId: idOf(cem) } },
    })
    const between = { ...three, meeting: { ...three.meeting, lastRemoved } }
    expect(names(picture(between), picture(atOnce))).toContain('participantKickedOut')
    const state = { status: 'failed', code: 'SEAT_REMOVED', by: bob } as const
    const out = told(before, picture(undefined, { state }))
    expect(out.map(({ name }) => name)).toEqual(['participantKickedOut', 'videoConferenceLeft', 'errorOccurred'])
    expect(out[0]?.payload).toEqual({
      kicked: { id: 'local', local: true, name: 'AAAAAAAA' },
      kicker: { id: bob, name: 'BBBBBBBB' },
    })
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

  it('says nothing when what has no order comes back in another one', () => {
    const sharing = { microphone: 'off', camera: 'off', screen: 'on', screenAudio: 'off' } as const
    const turned = <Value extends object>(value: Value) => Object.fromEntries(Object.entries(value).reverse()) as Value
    const seen = (order: typeof turned) => {
      const view = sampleView({
        ...two,
        rooms: { [garden]: {} },
        moderators: {
          assignments: order({ [idOf(ann)]: roomOf(garden), [idOf(bob)]: roomOf(garden) }),
          help: { 1: order({ participantId: idOf(bob), roomId: roomOf(garden), askedAt: 1 }) },
        },
        podium: order({ [idOf(ann)]: 'all', [idOf(bob)]: 'all' }),
        room: { media: order({ [idOf(ann)]: sharing, [idOf(bob)]: sharing }) },
      })
      return picture({ ...view, meeting: { ...view.meeting, rounds: order({ status: 'over', count: 2 }) } })
    }
    const same = <Value extends object>(value: Value) => value
    expect(told(seen(same), seen(turned))).toEqual([])
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

it('tells of hands that went up in several rooms at once as they were raised', () => {
  const hands = {
    [roomOf(garden)]: [{ participantId: idOf(bob), since: 2 }],
    [roomOf('main')]: [{ participantId: idOf(ann), since: 1 }],
  }
  const raised = told(picture(sampleView(two)), picture(sampleView({ ...two, moderators: { hands } })))
  expect(raised.map(({ payload }) => payload)).toEqual([
    { id: ann, handRaised: 1 },
    { id: bob, handRaised: 2 },
  ])
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
      identities: {},
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

describe('the door', () => {
  const waiting = (...ids: string[]) => {
    const people = ids.map((id) => [id, { displayName: id.toUpperCase(), since: 0, lost: false }])
    return sampleView({ ...two, moderators: { waiting: Object.fromEntries(people) } })
  }

  it('tells moderators of each knock once, also of those from before they became it', () => {
    const knock = (id: string) => ({
      name: 'knockingParticipant',
      payload: { participant: { id, name: id.toUpperCase() } },
    })
    expect(told(picture(sampleView(two)), picture(waiting(cem)))).toEqual([knock(cem)])
    expect(told(picture(waiting(cem)), picture(waiting(cem, 'dddddddd')))).toEqual([knock('dddddddd')])
    expect(told(picture(waiting(cem)), picture(waiting()))).toEqual([])
    const since = (at: number) => ({ displayName: `${at}`, since: at, lost: false })
    const moderators = { waiting: { [idOf(cem)]: since(2), [idOf(bob)]: since(1) } }
    const both = told(picture(sampleView(two)), picture(sampleView({ ...two, moderators })))
    expect(both.map(({ payload }) => payload)).toEqual(
      [bob, cem].map((id, place) => ({ participant: { id, name: `${place + 1}` } })),
    )
  })

  it('has something to close for who waited before it', () => {
    expect(names(picture(undefined, { state: { status: 'waiting', talk: [] } }), picture(undefined))).toEqual([
      'readyToClose',
    ])
  })
})

describe('pictures', () => {
  const view = sampleView(two)
  const page = picture(view).page
  const after = (change: Partial<Picture>) => told(picture(view, { page }), picture(view, { page, ...change }))

  it('tell of the layout, of quality, of the small window and of a broken line', () => {
    expect(after({ isTileView: false })).toEqual([{ name: 'tileViewChanged', payload: { enabled: false } }])
    expect(after({ page: { ...page, maxHeight: 180 } })).toEqual([
      { name: 'videoQualityChanged', payload: { videoQuality: 180 } },
    ])
    expect(after({ page: { ...page, audioOnly: true } })).toEqual([
      { name: 'audioOnlyChanged', payload: { enabled: true } },
      { name: 'lowBandwidthModeChanged', payload: { enabled: true } },
    ])
    expect(after({ page: { ...page, smallWindow: true } })).toEqual([{ name: 'pipEntered', payload: {} }])
    expect(after({ mediaState: 'failed' })).toEqual([
      { name: 'peerConnectionFailure', payload: { isP2P: false, wasConnected: true } },
    ])
  })
})

it('a line that fails had stood before, unless it never did', () => {
  const page = new PageStore({ config: {}, paneOpen: false }).getSnapshot()
  const at = (mediaState: MeetingSnapshot['mediaState'], before?: Picture) => {
    const snapshot = { state: { status: 'joined' }, view: sampleView(two), chat: emptyChat, mediaState }
    return toPicture(snapshot as MeetingSnapshot, local, page, 'tiles', 'Test', before)
  }
  const failed = (before: Picture) => told(before, at('failed', before)).map(({ payload }) => payload)
  const stood = at('connecting', at('connected'))
  expect(failed(stood)).toEqual([{ isP2P: false, wasConnected: true }])
  const again = at('connecting', at('failed', stood))
  for (const never of [at('connecting'), again]) expect(failed(never)).toEqual([{ isP2P: false, wasConnected: false }])
})

it('the moment between two patches is no approval of oneself, and no withdrawal of one', () => {
  const page = new PageStore({ config: {}, paneOpen: false }).getSnapshot()
  const view = sampleView({ people: [{ id: bob }, { id: ann, role: 'moderator' }] })
  const at = (meetingAsks: boolean, selfAsks: boolean, before?: Picture) => {
    const asks = (audio: boolean) => ({ audio, video: false })
    const meeting = { ...view.meeting, mustAsk: asks(meetingAsks) }
    const self = { ...view.self, media: { ...view.self.media, mustAsk: asks(selfAsks) } }
    const snapshot = { state: { status: 'joined' }, view: { ...view, meeting, self }, chat: emptyChat }
    return toPicture(snapshot as MeetingSnapshot, local, page, 'tiles', 'Test', before)
  }
  const free = at(false, false)
  const between = at(true, false, free)
  const held = at(true, true, between)
  const approved = at(true, false, held)
  const rejected = at(true, true, approved)
  expect(names(free, between)).toEqual(['moderationStatusChanged'])
  expect(names(between, held)).toEqual([])
  expect(names(held, approved)).toEqual(['moderationParticipantApproved'])
  expect(names(approved, rejected)).toEqual(['moderationParticipantRejected'])
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
