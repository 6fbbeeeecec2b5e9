// SPDX-License-Identifier: Apache-2.0
// Plays everybody's sound: one element per remote audio track, those of the room lower while somebody speaks to it from the podium. Says when the
// browser holds the sound back until the person clicks.
import type { RemoteTrack } from '@alcove/client'
import { kindOf, type ParticipantId } from '@alcove/protocol'
import { useEffect, useRef } from 'react'
import { usePreferences } from '../../state/preferences.ts'
import { fade } from './fade.ts'

export interface RemoteAudioProps {
  readonly remoteTracks: readonly RemoteTrack[]
  /** Who is never lowered: the podium. */
  readonly podium: ReadonlySet<ParticipantId>
  /** The podium speaks: everybody else plays lower. */
  readonly isLowered: boolean
  /** How loud people play here, from 0 to 1; who is not listed plays at 1. */
  readonly volumes: Readonly<Record<ParticipantId, number>>
  /** Counts up at each wish of the person to hear. */
  readonly attempt: number
  readonly onBlocked: () => void
}

/** Low enough to follow the podium, loud enough to notice that somebody in the room says something. */
const loweredVolume = 0.25

export function RemoteAudio({ remoteTracks, podium, isLowered, volumes, attempt, onBlocked }: RemoteAudioProps) {
  const volumeOf = (id: ParticipantId) => (volumes[id] ?? 1) * (isLowered && !podium.has(id) ? loweredVolume : 1)
  return remoteTracks
    .filter((one) => kindOf[one.source] === 'audio')
    .map(({ participantId, source, track }) => (
      <AudioOut
        key={`${participantId}/${source}/${track.id}`}
        participantId={participantId}
        track={track}
        volume={volumeOf(participantId)}
        attempt={attempt}
        onBlocked={onBlocked}
      />
    ))
}

function AudioOut({
  participantId,
  track,
  volume,
  attempt,
  onBlocked,
}: {
  readonly participantId: ParticipantId
  readonly track: MediaStreamTrack
  readonly volume: number
  readonly attempt: number
  readonly onBlocked: () => void
}) {
  const audio = useRef<HTMLAudioElement>(null)
  useEffect(() => {
    const element = audio.current
    if (!element) return undefined
    element.srcObject = new MediaStream([track])
    return () => {
      element.srcObject = null
    }
  }, [track])
  const { speakerId } = usePreferences()
  useEffect(() => {
    // A speaker that is gone gives way to the one that the system chose.
    if (speakerId !== undefined) void audio.current?.setSinkId?.(speakerId).catch(() => audio.current?.setSinkId(''))
  }, [speakerId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt plays again, and so does each new track
  useEffect(() => {
    audio.current?.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') onBlocked()
    })
  }, [track, attempt])
  useEffect(() => (audio.current ? fade(audio.current, volume) : undefined), [volume])
  // biome-ignore lint/a11y/useMediaCaption: live voices of people have no captions
  return <audio ref={audio} data-voice-of={participantId} autoPlay />
}
