// SPDX-License-Identifier: Apache-2.0
// View model of the podium: who speaks to one's room from elsewhere, and to which rooms one speaks oneself. Pure.
import type { MeetingView, RemoteTrack } from '@alcove/client'
import type { ParticipantId, PodiumRooms } from '@alcove/protocol'
import { ofPeopleInOrder, roomIdsInOrder } from '../../state/inOrder.ts'
import type { ShownPicture } from '../meeting/shown.ts'
import { roomNameOf } from '../rooms/roomsPane.ts'

export interface PodiumSpeaker {
  readonly participantId: ParticipantId
  readonly name: string
  readonly speaking: boolean
  readonly muted: boolean
  readonly cameraOn: boolean
  /** Undefined while the picture is on its way. */
  readonly camera: MediaStreamTrack | undefined
}

export interface OwnPodium {
  readonly rooms: PodiumRooms
  /** Names of the rooms; undefined for all. */
  readonly names: readonly string[] | undefined
}

export interface PodiumModel {
  readonly speakers: readonly PodiumSpeaker[]
  readonly isSpeaking: boolean
  readonly own: OwnPodium | undefined
}

/** Height of a tile of the strip, in CSS pixels. */
const podiumTileHeight = 99

export function toPodium(view: MeetingView, remoteTracks: readonly RemoteTrack[]): PodiumModel {
  const { meeting, room, self } = view
  const cameras = new Map(
    remoteTracks.filter(({ source }) => source === 'camera').map((one) => [one.participantId, one.track]),
  )
  const speakers = ofPeopleInOrder(view, room.podium).map(([participantId, { media, speaks }]): PodiumSpeaker => {
    const cameraOn = media.camera === 'on'
    return {
      participantId,
      name: meeting.people[participantId]?.displayName ?? '',
      speaking: speaks && media.microphone === 'on',
      muted: media.microphone !== 'on',
      cameraOn,
      camera: cameraOn ? cameras.get(participantId) : undefined,
    }
  })
  return {
    speakers,
    isSpeaking: speakers.some(({ speaking }) => speaking),
    own: toOwn(view, meeting.podium[self.participantId]),
  }
}

/** What has to be received for the strip. */
export function toPodiumPictures({ speakers }: PodiumModel): readonly ShownPicture[] {
  return speakers
    .filter(({ cameraOn }) => cameraOn)
    .map(({ participantId }) => ({ participantId, source: 'camera', height: podiumTileHeight }))
}

function toOwn(view: MeetingView, rooms: PodiumRooms | undefined): OwnPodium | undefined {
  if (rooms === undefined) return undefined
  if (rooms === 'all') return { rooms, names: undefined }
  const order = roomIdsInOrder(view)
  const inOrder = [...rooms].sort((first, second) => order.indexOf(first) - order.indexOf(second))
  return { rooms, names: inOrder.map((roomId) => roomNameOf(view, roomId)) }
}
