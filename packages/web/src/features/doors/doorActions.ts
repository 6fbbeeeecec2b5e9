// SPDX-License-Identifier: Apache-2.0
// What people can do at doors, and what hosts can do inside.
import type { MeetingClient, RoomChange } from '@alcove/client'
import type { ParticipantId, RoomId, Whom } from '@alcove/protocol'

export interface DoorActions {
  readonly knock: (roomId: RoomId, knocking: boolean) => void
  readonly admit: (roomId: RoomId, participantId: ParticipantId, admitted: boolean) => void
  /** Hosts, in their room. */
  readonly mute: (whom: Whom) => void
  readonly lowerHands: (whom: Whom) => void
}

export interface RoomSettingActions {
  readonly changeRoom: (roomId: RoomId, change: RoomChange) => void
  readonly placeRoom: (roomId: RoomId, before: RoomId | undefined) => void
  readonly setHost: (roomId: RoomId, participantId: ParticipantId, isHost: boolean) => void
}

type Tried = (work: Promise<unknown>) => void

export function toDoorActions(client: MeetingClient, tried: Tried): DoorActions {
  return {
    knock: (roomId, knocking) => tried(client.knock(roomId, knocking)),
    admit: (roomId, participantId, admitted) => tried(client.admitToRoom(roomId, participantId, admitted)),
    mute: (whom) => tried(client.stopMedia('microphone', whom)),
    lowerHands: (whom) => tried(client.lowerHands(whom)),
  }
}

export function toRoomSettingActions(client: MeetingClient, tried: Tried): RoomSettingActions {
  return {
    changeRoom: (roomId, change) => tried(client.changeRoom(roomId, change)),
    placeRoom: (roomId, before) => tried(client.placeRoom(roomId, before)),
    setHost: (roomId, participantId, isHost) => tried(client.setHost(roomId, participantId, isHost)),
  }
}
