// SPDX-License-Identifier: Apache-2.0
// From state and moment to what each receiver should consume (SPEC ME). All that is in a plan satisfies mayReceive; nothing else may exist.
import { kindOf, type ParticipantId, type RoomId, type ShownItem, type Source } from '@alcove/protocol'
import { isPresent, presentByRoom } from '../seats.ts'
import type { MeetingState, RunningMeeting, Seat } from '../state.ts'
import { mayReceive } from './mayReceive.ts'
import { maySend } from './maySend.ts'
import type { Moment } from './moment.ts'
import type { MediaPlan, ProducerRef, Wanted } from './plan.ts'
import { maxSpeakers } from './speakers.ts'

/** Up to this many audio tracks in a room (muted ones count), everybody hears all of them; above, only the speaker set is sent. */
const maxAudioForAll = 12
/** What is sent before a client said what it shows: every screen and the first cameras. */
const defaultCameras = 9
const defaultCameraHeight = 180
const defaultScreenHeight = 720

/** What everybody in one room has in common. */
interface RoomMedia {
  readonly audio: readonly ProducerRef[]
  readonly screens: readonly ProducerRef[]
  readonly cameras: readonly ProducerRef[]
}

/**
 * The plan for the receivers that `changed` affects: those named and everybody present in the room of one that is named. Who was left behind by
 * a move cannot be seen from the state after it: pass what changedBetween(before, after) returns.
 */
export function mediaPlan(state: MeetingState, moment: Moment, changed: ReadonlySet<ParticipantId> | 'all'): MediaPlan {
  const affected = affectedBy(state, moment, changed)
  if (state.status !== 'running') return new Map([...affected].map((id) => [id, []]))
  const rooms = new Map<RoomId, RoomMedia>()
  const people = presentByRoom(state.seats)
  const mediaOf = (roomId: RoomId): RoomMedia => {
    const media = rooms.get(roomId) ?? roomMedia(state, people.get(roomId) ?? [], roomId, moment)
    rooms.set(roomId, media)
    return media
  }
  return new Map(
    [...affected].map((id) => {
      const seat = state.seats.get(id)
      const receives = isPresent(seat) && moment.receivers.has(id)
      return [id, receives ? planFor(state, moment, seat, mediaOf(seat.roomId)) : []]
    }),
  )
}

function affectedBy(
  state: MeetingState,
  moment: Moment,
  changed: ReadonlySet<ParticipantId> | 'all',
): ReadonlySet<ParticipantId> {
  const seats = state.status === 'running' ? state.seats : new Map<ParticipantId, Seat>()
  if (changed === 'all') return new Set([...moment.receivers, ...seats.keys()])
  const rooms = new Set<RoomId>()
  for (const id of changed) {
    const seat = seats.get(id)
    if (isPresent(seat)) rooms.add(seat.roomId)
  }
  const together = [...seats.values()].filter((seat) => isPresent(seat) && rooms.has(seat.roomId))
  return new Set([...changed, ...together.map((seat) => seat.id)])
}

function roomMedia(state: RunningMeeting, people: readonly Seat[], roomId: RoomId, moment: Moment): RoomMedia {
  const sent = (wanted: (source: Source, paused: boolean) => boolean): readonly ProducerRef[] =>
    people.flatMap(({ id }) =>
      [...(moment.producers.get(id) ?? [])]
        .filter(([source, { paused }]) => wanted(source, paused) && maySend(state, id, source))
        .map(([source]) => ({ participantId: id, source })),
    )
  const audio = sent((source) => kindOf[source] === 'audio')
  const speakers = new Set(
    (moment.speakers.get(roomId) ?? []).slice(0, maxSpeakers).map((speaker) => speaker.participantId),
  )
  return {
    audio: audio.length <= maxAudioForAll ? audio : audio.filter((producer) => speakers.has(producer.participantId)),
    screens: sent((source, paused) => source === 'screen' && !paused),
    cameras: sent((source, paused) => source === 'camera' && !paused),
  }
}

function planFor(state: RunningMeeting, moment: Moment, seat: Seat, room: RoomMedia): readonly Wanted[] {
  const allowed = (producer: ProducerRef) => mayReceive(state, seat.id, producer)
  const shows = moment.shows.get(seat.id)
  const audio = room.audio.filter(allowed).map((producer) => ({ ...producer, height: undefined }))
  if (shows?.roomId === seat.roomId) return [...audio, ...shownVideo(shows.items, moment).filter(allowed)]
  const screens = room.screens.filter(allowed).map((producer) => ({ ...producer, height: defaultScreenHeight }))
  const cameras = room.cameras.filter(allowed).slice(0, defaultCameras)
  return [...audio, ...screens, ...cameras.map((producer) => ({ ...producer, height: defaultCameraHeight }))]
}

/** Shown items that somebody sends; an item shown twice counts at its greater height. */
function shownVideo(items: readonly ShownItem[], moment: Moment): readonly Wanted[] {
  const wanted = new Map<string, Wanted>()
  for (const { participantId, source, height } of items) {
    if (moment.producers.get(participantId)?.get(source)?.paused !== false) continue
    const key = `${participantId} ${source}`
    wanted.set(key, { participantId, source, height: Math.max(height, wanted.get(key)?.height ?? 0) })
  }
  return [...wanted.values()]
}
