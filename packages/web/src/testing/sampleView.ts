// SPDX-License-Identifier: Apache-2.0
// Builder of sample meeting views for the unit tests of view models.
import type { MeetingView } from '@alcove/client'
import type {
  MediaView,
  MeetingId,
  ModeratorsPart,
  ParticipantId,
  PersonView,
  RoomId,
  RoomView,
} from '@alcove/protocol'

export const idOf = (text: string) => text as ParticipantId
export const roomOf = (text: string) => text as RoomId

interface SamplePerson extends Partial<PersonView> {
  readonly id: string
  readonly media?: Partial<MediaView>
}

export interface Sample {
  readonly people: readonly SamplePerson[]
  readonly rooms?: Readonly<Record<string, Partial<RoomView>>>
  readonly speakers?: readonly string[]
  readonly self?: string
  readonly can?: Partial<MeetingView['self']['can']>
  readonly selfMove?: MeetingView['meeting']['selfMove']
  readonly lateJoin?: MeetingView['meeting']['lateJoin']
  readonly moderators?: Partial<ModeratorsPart>
  readonly room?: Partial<MeetingView['room']>
  readonly doors?: Pick<MeetingView['self'], 'welcomeIn' | 'passwordOnlyIn' | 'knockingAt'>
  readonly ownHelp?: Pick<MeetingView['self'], 'help' | 'returnTo'>
  readonly podium?: MeetingView['meeting']['podium']
  readonly mayLookIn?: boolean
  readonly meeting?: Pick<MeetingView['meeting'], 'subject' | 'lastRemoved' | 'tellsChat'>
  readonly identity?: MeetingView['self']['identity']
  readonly denied?: MeetingView['self']['denied']
  readonly retentionMs?: number
  readonly door?: Partial<MeetingView['meeting']['door']>
}

/** People come in the order given, into the main room unless said otherwise; the first one is oneself. */
const no = { audio: false, video: false }
const ownMedia: MeetingView['self']['media'] = { stopped: {}, mustAsk: no, asking: no, invited: {} }

/** What moderators see when nothing happens. */
const quiet: ModeratorsPart = {
  speakers: {},
  levels: {},
  lately: {},
  messages: {},
  asking: {},
  assignments: {},
  hands: {},
  help: {},
  tasks: {},
  knocks: {},
  rounds: {},
  canUndo: false,
  waiting: {},
  expected: {},
  identities: {},
  spokeAt: {},
  togetherSince: {},
  microphonesOn: {},
  lookingInto: {},
}

export function sampleView(sample: Sample): MeetingView {
  const self = idOf(sample.self ?? sample.people[0]?.id ?? '')
  const people: Record<ParticipantId, PersonView> = {}
  for (const [order, { id, media: _media, ...person }] of sample.people.entries()) {
    people[idOf(id)] = {
      displayName: id.toUpperCase(),
      role: 'participant',
      roomId: roomOf('main'),
      order,
      absent: false,
      ...person,
    }
  }
  const roomId = people[self]?.roomId ?? roomOf('main')
  const media: Record<ParticipantId, MediaView> = {}
  for (const { id, media: sent } of sample.people) {
    if (sent) media[idOf(id)] = { microphone: 'off', camera: 'off', screen: 'off', screenAudio: 'off', ...sent }
  }
  const rooms: Record<RoomId, RoomView> = {}
  for (const [order, [id, room]] of Object.entries(sample.rooms ?? {}).entries()) {
    rooms[roomOf(id)] = {
      name: `Room ${order + 1}`,
      order,
      open: true,
      underWay: false,
      number: order + 1,
      locked: false,
      hasPassword: false,
      hosts: [],
      ...room,
    }
  }
  return {
    meeting: {
      meetingId: 'test' as MeetingId,
      startedAt: 1_790_000_000_000,
      ...sample.meeting,
      selfMove: sample.selfMove ?? 'anywhere',
      mustAsk: { audio: false, video: false },
      lateJoin: sample.lateJoin ?? 'main',
      door: {
        lobby: false,
        password: false,
        moderatorKey: false,
        beforeModerator: 'join',
        toldOutside: 'count',
        ...sample.door,
      },
      people,
      rooms,
      podium: sample.podium ?? {},
      mayLookIn: sample.mayLookIn ?? true,
      retentionMs: sample.retentionMs ?? 86_400_000,
    },
    self: {
      participantId: self,
      can: { moderate: false, enterRooms: true, returnToMain: true, host: false, rename: true, ...sample.can },
      denied: sample.denied ?? [],
      ...(sample.identity && { identity: sample.identity }),
      media: ownMedia,
      welcomeIn: [],
      ...sample.ownHelp,
      ...sample.doors,
    },
    room: {
      roomId,
      media,
      speakers: (sample.speakers ?? []).map(idOf),
      hands: [],
      knocks: [],
      podium: {},
      lookers: [],
      ...sample.room,
    },
    moderators: sample.moderators && { ...quiet, ...sample.moderators },
  }
}
