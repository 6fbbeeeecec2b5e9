// SPDX-License-Identifier: Apache-2.0
// What a moderator sees of one room without entering it: facts from the view, and what they say at a given time. Pure.
import type { MeetingView, RemoteTrack } from '@alcove/client'
import { mainRoomId, type RoomId } from '@alcove/protocol'
import { ofPeopleInOrder } from '../../state/inOrder.ts'

export interface RoomSeeing {
  readonly peopleCount: number
  readonly microphonesOn: number
  readonly isSpeaking: boolean
  /** How loud it is, 1 to maxLevel; 0 while nobody speaks. */
  readonly level: number
  /** By the server's clock. */
  readonly spokeAt: number | undefined
  readonly togetherSince: number | undefined
  /** People are sent there: an empty room says something. */
  readonly isExpected: boolean
  readonly lookIn: LookIn
  /** Other moderators who look in. */
  readonly otherLookers: readonly string[]
}

export type LookIn =
  /** One is there, nobody is, or the meeting does not allow it. */
  | { readonly status: 'unavailable' }
  | { readonly status: 'off' }
  | { readonly status: 'on'; readonly picture: LookInPicture | undefined }

export interface LookInPicture {
  readonly name: string
  readonly track: MediaStreamTrack
}

export type QuietHint =
  | { readonly kind: 'nobody-came' }
  | { readonly kind: 'alone' }
  | { readonly kind: 'quiet'; readonly minutes: number }

const minuteMs = 60_000
const quietAfterMs = 2 * minuteMs

/** Undefined for who is no moderator. */
export function toSeeing(
  view: MeetingView,
  roomId: RoomId,
  peopleCount: number,
  remoteTracks: readonly RemoteTrack[],
): RoomSeeing | undefined {
  const { meeting, moderators, self } = view
  if (!moderators) return undefined
  const others = ofPeopleInOrder(view, moderators.lookingInto).filter(
    ([id, rooms]) => id !== self.participantId && rooms.includes(roomId),
  )
  return {
    peopleCount,
    microphonesOn: moderators.microphonesOn[roomId] ?? 0,
    isSpeaking: (moderators.speakers[roomId] ?? []).length > 0,
    level: moderators.levels[roomId] ?? 0,
    spokeAt: moderators.spokeAt[roomId],
    togetherSince: moderators.togetherSince[roomId],
    isExpected: roomId !== mainRoomId && meeting.rooms[roomId]?.underWay === true,
    lookIn: toLookIn(view, roomId, peopleCount > 0, remoteTracks),
    otherLookers: others.map(([id]) => meeting.people[id]?.displayName ?? ''),
  }
}

/** What may need a moderator, by the server's time; nothing about the main room. */
export function toQuietHint(seeing: RoomSeeing, serverNow: number): QuietHint | undefined {
  const { peopleCount, isExpected, isSpeaking, spokeAt = 0, togetherSince } = seeing
  if (isExpected && peopleCount === 0) return { kind: 'nobody-came' }
  if (isExpected && peopleCount === 1) return { kind: 'alone' }
  if (togetherSince === undefined || isSpeaking || peopleCount < 2) return undefined
  const quietMs = serverNow - Math.max(spokeAt, togetherSince)
  return quietMs >= quietAfterMs ? { kind: 'quiet', minutes: Math.floor(quietMs / minuteMs) } : undefined
}

/** Whole minutes since somebody last spoke; undefined where nobody has. */
export function minutesSinceSpoken({ spokeAt }: RoomSeeing, serverNow: number): number | undefined {
  return spokeAt === undefined ? undefined : Math.max(0, Math.floor((serverNow - spokeAt) / minuteMs))
}

function toLookIn(
  view: MeetingView,
  roomId: RoomId,
  isSomebodyThere: boolean,
  remoteTracks: readonly RemoteTrack[],
): LookIn {
  const { meeting, moderators, self, room } = view
  if (moderators?.lookingInto[self.participantId]?.includes(roomId)) {
    // Whoever is in a room that one is not in shows there only because one looks in.
    const shown = remoteTracks.find(
      ({ source, participantId }) =>
        source === 'camera' &&
        meeting.people[participantId]?.roomId === roomId &&
        !Object.hasOwn(room.podium, participantId),
    )
    const name = shown && meeting.people[shown.participantId]?.displayName
    return { status: 'on', picture: shown && { name: name ?? '', track: shown.track } }
  }
  const mayLook = meeting.mayLookIn && room.roomId !== roomId && isSomebodyThere
  return { status: mayLook ? 'off' : 'unavailable' }
}
