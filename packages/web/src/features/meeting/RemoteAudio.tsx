// SPDX-License-Identifier: Apache-2.0
// Plays everybody's sound: one element per remote audio track. Says when the browser holds the sound back until the person clicks.
import type { RemoteTrack } from '@alcove/client'
import { kindOf } from '@alcove/protocol'
import { useEffect, useRef } from 'react'
import { usePreferences } from '../../state/preferences.ts'

export interface RemoteAudioProps {
  readonly remoteTracks: readonly RemoteTrack[]
  /** Counts up at each wish of the person to hear. */
  readonly attempt: number
  readonly onBlocked: () => void
}

export function RemoteAudio({ remoteTracks, attempt, onBlocked }: RemoteAudioProps) {
  return remoteTracks
    .filter((one) => kindOf[one.source] === 'audio')
    .map(({ participantId, source, track }) => (
      <AudioOut key={`${participantId}/${source}/${track.id}`} track={track} attempt={attempt} onBlocked={onBlocked} />
    ))
}

function AudioOut({
  track,
  attempt,
  onBlocked,
}: {
  readonly track: MediaStreamTrack
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
  // biome-ignore lint/a11y/useMediaCaption: live voices of people have no captions
  return <audio ref={audio} autoPlay />
}
