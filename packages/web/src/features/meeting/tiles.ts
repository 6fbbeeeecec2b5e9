// SPDX-License-Identifier: Apache-2.0
// View model of the tiles: who is in one's room, in which order, what each tile shows, and who is visible when there are more people than fit.
// Pure; knows nothing of pixels or the DOM.
import type { LocalTrack, MeetingView, RemoteTrack } from '@alcove/client'
import type { ParticipantId, TrackState } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { ofPeopleInOrder } from '../../state/inOrder.ts'

export interface TileModel {
  readonly participantId: ParticipantId
  readonly name: string
  readonly isSelf: boolean
  readonly absent: boolean
  readonly muted: boolean
  readonly speaking: boolean
  /** From 1, in the order in which hands went up; undefined: theirs is not. */
  readonly handPlace: number | undefined
  /** The camera's track when there is a picture to show now. */
  readonly camera: MediaStreamTrack | undefined
  /** The camera is on: its picture is here or on its way. */
  readonly cameraOn: boolean
  /** What comes from this person arrives badly. */
  readonly weakLine: boolean
}

export interface ScreenModel {
  readonly participantId: ParticipantId
  readonly name: string
  /** Undefined while the picture is on its way. */
  readonly track: MediaStreamTrack | undefined
}

export interface TilesInput {
  readonly view: MeetingView
  readonly remoteTracks: readonly RemoteTrack[]
  readonly localTracks: readonly LocalTrack[]
  /** Whose connection is weak, as far as it is known here. */
  readonly weak?: ReadonlySet<ParticipantId>
  /** Cameras of others are not shown. */
  readonly audioOnly?: boolean
}

/** Tiles of one's room: in the order in which people came, oneself last. */
export function toTiles({
  view,
  remoteTracks,
  localTracks,
  weak,
  audioOnly = false,
}: TilesInput): readonly TileModel[] {
  const { meeting, room, self } = view
  const cameras = new Map(
    remoteTracks.filter((one) => one.source === 'camera').map((one) => [one.participantId, one.track]),
  )
  const speakers = new Set(room.speakers)
  const handPlaces = new Map(room.hands.map(({ participantId }, index) => [participantId, index + 1]))
  return peopleOfRoom(view).map(([participantId, person]) => {
    const isSelf = participantId === self.participantId
    const sent = isSelf ? toOwnStates(localTracks) : stateOf(view, participantId)
    const camera = isSelf ? ownTrack(localTracks, 'camera') : cameras.get(participantId)
    const cameraOn = sent.camera === 'on' && !person.absent && (isSelf || !audioOnly)
    return {
      participantId,
      name: isSelf ? t('words.you') : (meeting.people[participantId]?.displayName ?? ''),
      isSelf,
      absent: person.absent,
      muted: sent.microphone !== 'on',
      speaking: sent.microphone === 'on' && !person.absent && speakers.has(participantId),
      handPlace: handPlaces.get(participantId),
      camera: cameraOn ? camera : undefined,
      cameraOn,
      weakLine: weak?.has(participantId) === true,
    }
  })
}

/** Screens that others share in one's room, those from the podium first, and each as they came. One's own is not shown back to oneself. */
export function toScreens({ view, remoteTracks }: TilesInput): readonly ScreenModel[] {
  const tracks = new Map(
    remoteTracks.filter((one) => one.source === 'screen').map((one) => [one.participantId, one.track]),
  )
  const shared = (participantId: ParticipantId, name: string) => ({
    participantId,
    name,
    track: tracks.get(participantId),
  })
  const fromPodium = ofPeopleInOrder(view, view.room.podium)
    .filter(([, { media }]) => media.screen === 'on')
    .map(([id]) => shared(id, view.meeting.people[id]?.displayName ?? ''))
  const inRoom = peopleOfRoom(view)
    .filter(([id, person]) => id !== view.self.participantId && !person.absent && stateOf(view, id).screen === 'on')
    .map(([participantId, person]) => shared(participantId, person.displayName))
  return [...fromPodium, ...inRoom]
}

/**
 * Who is visible when only `capacity` tiles fit: the first ones, but whoever spoke lately takes the place of the last one who did not.
 * People keep their place as long as possible; oneself is always visible.
 */
export function pickVisible(
  tiles: readonly TileModel[],
  capacity: number,
  spokeLately: readonly ParticipantId[],
): readonly TileModel[] {
  if (tiles.length <= capacity) return tiles
  const self = tiles.filter((tile) => tile.isSelf)
  const others = tiles.filter((tile) => !tile.isSelf)
  const places = Math.max(1, capacity - self.length)
  const wanted = new Set(spokeLately.slice(0, places))
  const visible = others.slice(0, places)
  const promoted = others.slice(places).filter((tile) => wanted.has(tile.participantId))
  for (const tile of promoted) {
    const place = visible.findLastIndex((one) => !wanted.has(one.participantId))
    if (place >= 0) visible[place] = tile
  }
  return capacity > 1 ? [...visible, ...self] : visible
}

/** The last people who spoke, the latest first; the same list when nothing changed. */
export function recordSpeakers(
  before: readonly ParticipantId[],
  speakers: readonly ParticipantId[],
): readonly ParticipantId[] {
  const next = [...speakers, ...before.filter((id) => !speakers.includes(id))].slice(0, 50)
  return next.length === before.length && next.every((id, index) => id === before[index]) ? before : next
}

function peopleOfRoom(view: MeetingView) {
  return Object.entries(view.meeting.people)
    .map(([id, person]) => [id as ParticipantId, person] as const)
    .filter(([, person]) => person.roomId === view.room.roomId)
    .sort(([firstId, first], [secondId, second]) => {
      const self = view.self.participantId
      return Number(firstId === self) - Number(secondId === self) || first.order - second.order
    })
}

function stateOf(
  view: MeetingView,
  id: ParticipantId,
): { microphone: TrackState; camera: TrackState; screen: TrackState } {
  return view.room.media[id] ?? { microphone: 'off', camera: 'off', screen: 'off' }
}

function toOwnStates(localTracks: readonly LocalTrack[]): { microphone: TrackState; camera: TrackState } {
  const state = (source: 'microphone' | 'camera'): TrackState => {
    const sent = localTracks.find((one) => one.source === source)
    if (!sent) return 'off'
    return sent.muted ? 'muted' : 'on'
  }
  return { microphone: state('microphone'), camera: state('camera') }
}

function ownTrack(localTracks: readonly LocalTrack[], source: 'camera'): MediaStreamTrack | undefined {
  return localTracks.find((one) => one.source === source)?.track
}
