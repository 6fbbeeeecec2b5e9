// SPDX-License-Identifier: Apache-2.0
// Whose picture those who look into a room get: of who sends one the one who speaks, held so that it does not flicker (SPEC GL). Part of the moment, pure: time
// comes in as data, and nothing here says who may receive.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { maySend } from '../media/maySend.ts'
import type { Moment, Picture, Pictures } from '../media/moment.ts'
import { speakingNow } from '../media/speakers.ts'
import { presentByRoom } from '../seats.ts'
import type { MeetingState, RunningMeeting } from '../state.ts'

/** Pictures change together, and no more often than this. */
const picturesEveryMs = 1_000
/** The mark stands in the room for this long before the first picture is sent. */
const markFirstMs = 1_000
/** A picture stays at least this long, whoever speaks meanwhile. */
const pictureHoldMs = 5_000

export function isAnybodyLookingIn(state: MeetingState): boolean {
  return state.status === 'running' && state.glance.lookers.size > 0
}

/** The next choice; the same object when it is not time for one, or nothing changes. */
export function choosePictures(state: MeetingState, moment: Moment, at: number): Pictures {
  const before = moment.pictures
  if (state.status !== 'running' || at - before.chosenAt < picturesEveryMs) return before
  const rooms = new Map<RoomId, Picture>()
  for (const [roomId, lookers] of lookersByRoom(state, at)) {
    const participantId = choose(state, moment, roomId, at)
    if (participantId === undefined) continue
    const last = before.rooms.get(roomId)
    const since = last?.participantId === participantId ? last.since : at
    rooms.set(roomId, { participantId, since, lookers })
  }
  return isSame(before.rooms, rooms) ? before : { chosenAt: at, rooms }
}

function isSame(before: Pictures['rooms'], now: Pictures['rooms']): boolean {
  if (before.size !== now.size) return false
  return [...now].every(([roomId, { participantId, lookers }]) => {
    const last = before.get(roomId)
    return (
      last?.participantId === participantId &&
      last.lookers.size === lookers.size &&
      [...lookers].every((id) => last.lookers.has(id))
    )
  })
}

/** Those whose mark has stood long enough. */
function lookersByRoom({ glance }: RunningMeeting, at: number): ReadonlyMap<RoomId, ReadonlySet<ParticipantId>> {
  const lookers = new Map<RoomId, Set<ParticipantId>>()
  for (const [id, glances] of glance.lookers) {
    for (const { roomId, since } of glances) {
      if (at - since >= markFirstMs) lookers.set(roomId, (lookers.get(roomId) ?? new Set()).add(id))
    }
  }
  return lookers
}

/** Of those whose camera may be seen: who speaks, else who spoke last, else who is shown already, else who joined first. */
function choose(state: RunningMeeting, moment: Moment, roomId: RoomId, at: number): ParticipantId | undefined {
  const people = (presentByRoom(state.seats).get(roomId) ?? [])
    .map(({ id }) => id)
    .filter((id) => moment.producers.get(id)?.get('camera')?.paused === false && maySend(state, id, 'camera'))
  const last = moment.pictures.rooms.get(roomId)
  const shown = last && people.includes(last.participantId) ? last : undefined
  if (shown && at - shown.since < pictureHoldMs) return shown.participantId
  const heard = (moment.speakers.get(roomId) ?? []).filter(({ participantId }) => people.includes(participantId))
  const speaking = speakingNow(heard, at)[0]
  if (speaking !== undefined) return speaking
  const latest = heard.reduce<(typeof heard)[number] | undefined>(
    (best, next) => (best === undefined || next.lastHeardAt > best.lastHeardAt ? next : best),
    undefined,
  )
  return latest?.participantId ?? shown?.participantId ?? people[0]
}
