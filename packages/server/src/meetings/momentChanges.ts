// SPDX-License-Identifier: Apache-2.0
// Small pure steps from one moment to the next. The moment is never stored; these are its only writers.
import { type Moment, type Pictures, type ProducerRef, type SentTrack, type Speaker, withHeard } from '@alcove/meeting'
import type { ParticipantId, RoomId, ShownItem, Source } from '@alcove/protocol'

export function withTrack(
  moment: Moment,
  participantId: ParticipantId,
  source: Source,
  track: SentTrack | undefined,
): Moment {
  const tracks = new Map(moment.producers.get(participantId))
  if (track) tracks.set(source, track)
  else tracks.delete(source)
  const producers = new Map(moment.producers)
  if (tracks.size > 0) producers.set(participantId, tracks)
  else producers.delete(participantId)
  return { ...moment, producers }
}

/** Pauses what may not be sent; it stays paused until the person's client says otherwise, so that nobody is unmuted by others. */
export function withPaused(moment: Moment, tracks: readonly ProducerRef[]): Moment {
  return tracks.reduce(
    (before, { participantId, source }) => withTrack(before, participantId, source, { paused: true }),
    moment,
  )
}

export function withReceiver(moment: Moment, participantId: ParticipantId): Moment {
  return { ...moment, receivers: new Set([...moment.receivers, participantId]) }
}

export function withShown(
  moment: Moment,
  participantId: ParticipantId,
  roomId: RoomId,
  items: readonly ShownItem[],
): Moment {
  return { ...moment, shows: new Map(moment.shows).set(participantId, { roomId, items }) }
}

/** @param heard the loudest level of each room where somebody was heard at `at`. */
export function withSpeakers(
  moment: Moment,
  speakers: ReadonlyMap<RoomId, readonly Speaker[]>,
  heard: ReadonlyMap<RoomId, number>,
  at: number,
): Moment {
  if (heard.size === 0) return { ...moment, speakers }
  const spokeAt = new Map([...moment.spokeAt, ...[...heard.keys()].map((roomId) => [roomId, at] as const)])
  const loudness = new Map([...moment.loudness, ...heard])
  return { ...moment, speakers, spokeAt, loudness, lately: withHeard(moment.lately, heard, at) }
}

export function withPictures(moment: Moment, pictures: Pictures): Moment {
  return { ...moment, pictures }
}

/** The person's media is gone (connection lost, worker died, media opened anew). */
export function withoutParticipant(moment: Moment, participantId: ParticipantId): Moment {
  const producers = new Map(moment.producers)
  const receivers = new Set(moment.receivers)
  const shows = new Map(moment.shows)
  producers.delete(participantId)
  receivers.delete(participantId)
  shows.delete(participantId)
  return { ...moment, producers, receivers, shows }
}
