// SPDX-License-Identifier: Apache-2.0
// What host pages are told, exactly: each event with every key that docs/jitsi-compat.md lists for it, and no other.
import type { MeetingView } from '@alcove/client'
import type { AnnouncementView, ModeratorsPart } from '@alcove/protocol'
import { eventSupport } from '@alcove/protocol/embed'
import { expect, it } from 'vitest'
import type { DeviceState, LocalMediaSnapshot } from '../devices/LocalMedia.ts'
import { PageStore } from '../state/PageStore.ts'
import { idOf, roomOf, type Sample, sampleView } from '../testing/sampleView.ts'
import type { EmbedEvent, Picture } from './picture.ts'
import { createPlaces } from './places.ts'
import { toEvents } from './toEvents.ts'

const [ann, bob, garden] = ['aaaaaaaa', 'bbbbbbbb', '00000001']
const rooms = { [garden]: { name: 'Garden' } }
const people: Sample['people'] = [{ id: ann, role: 'moderator' }, { id: bob }]
const device: DeviceState = {
  wanted: true,
  opening: false,
  track: undefined,
  problem: undefined,
  choices: [],
  chosenId: undefined,
}
const still: LocalMediaSnapshot = { microphone: device, camera: device, screen: undefined, canShareScreen: true }
const page = new PageStore({ config: {}, paneOpen: false }).getSnapshot()
const quiet = sampleView({ people, rooms, moderators: {} })
const places = createPlaces(quiet.meeting.meetingId, 'meet.example')

function picture(change: Partial<Picture> = {}): Picture {
  return {
    state: { status: 'joined' },
    view: quiet,
    chat: { threads: new Map(), isComplete: true, lastSeq: 0 },
    local: still,
    page,
    mediaState: 'connected',
    hadLine: true,
    hadToAsk: { audio: true, video: true },
    isTileView: true,
    title: 'Test',
    ...change,
  }
}

const withModerators = (part: Partial<ModeratorsPart>): Partial<Picture> => ({
  view: sampleView({ people, rooms, moderators: part }),
})
const withMeeting = (change: Partial<MeetingView['meeting']>): Partial<Picture> => ({
  view: { ...quiet, meeting: { ...quiet.meeting, ...change } },
})
const withRoom = (change: Partial<MeetingView['room']>): Partial<Picture> => ({
  view: { ...quiet, room: { ...quiet.room, ...change } },
})
const withLocal = (change: Partial<LocalMediaSnapshot>): Partial<Picture> => ({ local: { ...still, ...change } })
const screen = (displaySurface: string) => ({ getSettings: () => ({ displaySurface }) }) as unknown as MediaStreamTrack
const announcement: AnnouncementView = {
  id: 3,
  text: 'Five minutes',
  from: idOf(ann),
  fromName: 'Ann',
  at: 7,
} as AnnouncementView
const one = { deviceId: 'd1', label: 'One' }

const cases: readonly (readonly [Partial<Picture>, EmbedEvent])[] = [
  [
    withRoom({ hands: [{ participantId: idOf(bob), since: 9 }] }),
    { name: 'raiseHandUpdated', payload: { id: bob, handRaised: 9 } },
  ],
  [
    withRoom({ announcement }),
    { name: 'announcementReceived', payload: { id: 3, text: 'Five minutes', from: ann, fromName: 'Ann' } },
  ],
  [
    withModerators({ help: { 4: { participantId: idOf(bob), roomId: roomOf(garden), text: 'Stuck', askedAt: 5 } } }),
    {
      name: 'helpRequestsChanged',
      payload: { requests: [{ requestId: 4, id: bob, room: garden, text: 'Stuck', askedAt: 5 }] },
    },
  ],
  [
    withModerators({ assignments: { [idOf(bob)]: roomOf(garden) } }),
    { name: 'breakoutAssignmentsChanged', payload: { assignments: { [bob]: garden } } },
  ],
  [
    withModerators({ knocks: { [roomOf(garden)]: [{ participantId: idOf(bob), since: 6 }] } }),
    { name: 'breakoutKnocksChanged', payload: { knocks: [{ id: bob, room: garden, since: 6 }] } },
  ],
  [
    withMeeting({ podium: { [idOf(ann)]: [roomOf(garden)], [idOf(bob)]: 'all' } }),
    {
      name: 'podiumChanged',
      payload: {
        speakers: [
          { id: ann, rooms: [garden] },
          { id: bob, rooms: 'all' },
        ],
      },
    },
  ],
  [
    withMeeting({ countdown: { action: 'bring-back', dueAt: 8, cause: 'moderator' } }),
    { name: 'breakoutCountdownChanged', payload: { action: 'bring-back', dueAt: 8 } },
  ],
  [
    withMeeting({ timer: { endsAt: 8, atEnd: 'bring-back' } }),
    { name: 'breakoutTimerChanged', payload: { endsAt: 8, atEnd: 'bring-back' } },
  ],
  [
    withLocal({ screen: screen('monitor') }),
    { name: 'screenSharingStatusChanged', payload: { on: true, details: { sourceType: 'screen' } } },
  ],
  [
    withLocal({ speakers: [one], microphone: { ...device, choices: [one] } }),
    {
      name: 'deviceListChanged',
      payload: {
        devices: {
          audioInput: [{ deviceId: 'd1', groupId: '', kind: 'audioinput', label: 'One' }],
          audioOutput: [{ deviceId: 'd1', groupId: '', kind: 'audiooutput', label: 'One' }],
          videoInput: [],
        },
      },
    },
  ],
  [
    withLocal({ microphone: { ...device, choices: [one] } }),
    { name: 'audioAvailabilityChanged', payload: { available: true } },
  ],
  [
    withLocal({ camera: { ...device, choices: [one] } }),
    { name: 'videoAvailabilityChanged', payload: { available: true } },
  ],
  [
    withLocal({ microphone: { ...device, wanted: false } }),
    { name: 'audioMuteStatusChanged', payload: { muted: true } },
  ],
  [withLocal({ camera: { ...device, wanted: false } }), { name: 'videoMuteStatusChanged', payload: { muted: true } }],
  [
    withLocal({ microphone: { ...device, problem: 'busy' } }),
    { name: 'micError', payload: { type: 'busy', message: 'busy' } },
  ],
  [
    withLocal({ camera: { ...device, problem: 'missing' } }),
    { name: 'cameraError', payload: { type: 'missing', message: 'missing' } },
  ],
  [{ page: { ...page, paneOpen: true } }, { name: 'participantsPaneToggled', payload: { open: true } }],
  [
    { page: { ...page, unread: 2, chatOpen: false } },
    { name: 'chatUpdated', payload: { unreadCount: 2, isOpen: false } },
  ],
  [{ title: 'Weekly' }, { name: 'subjectChange', payload: { subject: 'Weekly' } }],
]

it.each(cases)('%#', (change, event) => {
  expect(toEvents(picture(), picture(change), places)).toContainEqual(event)
  expect(keysOf(event.payload)).toEqual(listedKeys(event.name))
})

it('what stops is told as such: a hand, a shared screen, a timer, the small window', () => {
  const hand = picture(withRoom({ hands: [{ participantId: idOf(bob), since: 9 }] }))
  const timed = picture(withMeeting({ timer: { endsAt: 8, atEnd: 'nothing' } }))
  const small = picture({ page: { ...page, smallWindow: true } })
  const shared = picture(withLocal({ screen: screen('browser') }))
  expect(toEvents(hand, picture(), places)).toEqual([{ name: 'raiseHandUpdated', payload: { id: bob, handRaised: 0 } }])
  expect(toEvents(timed, picture(), places)).toEqual([{ name: 'breakoutTimerChanged', payload: {} }])
  expect(toEvents(small, picture(), places)).toEqual([{ name: 'pipLeft', payload: {} }])
  expect(toEvents(shared, picture(), places)).toEqual([
    { name: 'screenSharingStatusChanged', payload: { on: false, details: {} } },
  ])
})

const keysOf = (payload: object) => Object.keys(payload).sort()

/** The keys at the first level of the shape in the table. */
function listedKeys(name: EmbedEvent['name']): readonly string[] {
  const shape = eventSupport[name].shape.replace(/^\{|\}$/g, '').replace(/: (\{[^}]*\}|\[[^\]]*\]|'[^']*')/g, '')
  return shape
    .split(',')
    .map((key) => key.trim().replace(/[?:].*$/, ''))
    .filter((key) => key !== '')
    .sort()
}
