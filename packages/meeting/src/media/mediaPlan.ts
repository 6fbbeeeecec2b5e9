// SPDX-License-Identifier: Apache-2.0
// From state and moment to what each receiver should consume (SPEC ME). All that is in a plan satisfies mayReceive; nothing else may exist.
import { kindOf, type ParticipantId, type RoomId, type ShownItem, type Source } from '@alcove/protocol'
import { lookersAt } from '../glance/glanceState.ts'
import { doRoomsHold, speakingToFromElsewhere } from '../podium/reach.ts'
import { isPresent, presentByRoom } from '../seats.ts'
import type { MeetingState, RunningMeeting, Seat } from '../state.ts'
import { mayGlanceAt, mayReceiveInRoom } from './mayReceive.ts'
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
/** Small: enough to know who it is. */
const glanceHeight = 180

/** What everybody in one room has in common; who speaks to it from the podium comes first. */
interface RoomMedia {
  readonly audio: readonly ProducerRef[]
  readonly screens: readonly ProducerRef[]
  readonly cameras: readonly ProducerRef[]
}

/**
 * The plan for the receivers that `changed` affects: those named and everybody present in the room of one that is named, or in a room to which one
 * that is named speaks, and those who look into such a room. Who was left behind by a move cannot be seen from the state after it: pass what changedBetween(before, after) returns.
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
  const podium = state.status === 'running' ? [...state.podium].filter(([id]) => changed.has(id)) : []
  const rooms = new Set<RoomId>()
  for (const id of changed) {
    const seat = seats.get(id)
    if (isPresent(seat)) rooms.add(seat.roomId)
  }
  const isReached = (roomId: RoomId) =>
    rooms.has(roomId) || podium.some(([, spokenTo]) => doRoomsHold(spokenTo, roomId))
  const reached = [...seats.values()].filter((seat) => isPresent(seat) && isReached(seat.roomId))
  const lookers = state.status === 'running' ? lookersAt(state.glance, (roomId) => rooms.has(roomId)) : []
  return new Set([...changed, ...reached.map((seat) => seat.id), ...lookers])
}

function roomMedia(state: RunningMeeting, people: readonly Seat[], roomId: RoomId, moment: Moment): RoomMedia {
  const sentBy = (
    ids: readonly ParticipantId[],
    isWanted: (source: Source, paused: boolean) => boolean,
  ): readonly ProducerRef[] =>
    ids.flatMap((id) =>
      [...(moment.producers.get(id) ?? [])]
        .filter(([source, { paused }]) => isWanted(source, paused) && maySend(state, id, source))
        .map(([source]) => ({ participantId: id, source })),
    )
  const inRoom = people.map(({ id }) => id)
  const onPodium = speakingToFromElsewhere(state, roomId)
  const isAudio = (source: Source) => kindOf[source] === 'audio'
  const audio = sentBy(inRoom, isAudio)
  const speakers = new Set(
    (moment.speakers.get(roomId) ?? []).slice(0, maxSpeakers).map((speaker) => speaker.participantId),
  )
  const heard =
    audio.length <= maxAudioForAll ? audio : audio.filter((producer) => speakers.has(producer.participantId))
  const everybody = [...onPodium, ...inRoom]
  return {
    audio: [...sentBy(onPodium, isAudio), ...heard],
    screens: sentBy(everybody, (source, paused) => source === 'screen' && !paused),
    cameras: sentBy(everybody, (source, paused) => source === 'camera' && !paused),
  }
}

function planFor(state: RunningMeeting, moment: Moment, seat: Seat, room: RoomMedia): readonly Wanted[] {
  const inRoom = roomPlanFor(state, moment, seat, room)
  const glances = glancesOf(state, moment, seat.id).filter(
    ({ participantId }) =>
      !inRoom.some((wanted) => wanted.source === 'camera' && wanted.participantId === participantId),
  )
  return [...inRoom, ...glances]
}

function roomPlanFor(state: RunningMeeting, moment: Moment, seat: Seat, room: RoomMedia): readonly Wanted[] {
  const allowed = (producer: ProducerRef) => mayReceiveInRoom(state, seat.id, producer)
  const shows = moment.shows.get(seat.id)
  const audio = room.audio.filter(allowed).map((producer) => ({ ...producer, height: undefined }))
  if (shows?.roomId === seat.roomId) return [...audio, ...shownVideo(shows.items, moment).filter(allowed)]
  const screens = room.screens.filter(allowed).map((producer) => ({ ...producer, height: defaultScreenHeight }))
  const cameras = room.cameras.filter(allowed).slice(0, defaultCameras)
  return [...audio, ...screens, ...cameras.map((producer) => ({ ...producer, height: defaultCameraHeight }))]
}

/** Of each room into which this person looks, the one picture that was chosen for it, whatever their client says that it shows. */
function glancesOf(state: RunningMeeting, moment: Moment, id: ParticipantId): readonly Wanted[] {
  if (!state.glance.lookers.has(id)) return []
  return [...moment.pictures.rooms]
    .filter(
      ([roomId, { participantId, lookers }]) => lookers.has(id) && state.seats.get(participantId)?.roomId === roomId,
    )
    .map(([, { participantId }]) => ({ participantId, source: 'camera' as const, height: glanceHeight }))
    .filter((wanted) => isSent(moment, wanted) && mayGlanceAt(state, id, wanted))
}

function isSent(moment: Moment, { participantId, source }: ProducerRef): boolean {
  return moment.producers.get(participantId)?.get(source)?.paused === false
}

/** Shown items that somebody sends; an item shown twice counts at its greater height. */
function shownVideo(items: readonly ShownItem[], moment: Moment): readonly Wanted[] {
  const wanted = new Map<string, Wanted>()
  for (const { participantId, source, height } of items) {
    if (!isSent(moment, { participantId, source })) continue
    const key = `${participantId} ${source}`
    wanted.set(key, { participantId, source, height: Math.max(height, wanted.get(key)?.height ?? 0) })
  }
  return [...wanted.values()]
}
