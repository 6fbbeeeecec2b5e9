// SPDX-License-Identifier: Apache-2.0
// What this person sends: what runs, what they may send, and how it is switched.
import type { MeetingView } from '@alcove/client'
import type { Kind, Stoppable } from '@alcove/protocol'
import { useCallback, useMemo } from 'react'
import type { LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import type { DeviceKind } from '../../devices/openDevice.ts'
import { type Gate, type Running, toGate } from '../moderation/ownSending.ts'
import type { MeetingActions } from './meetingActions.ts'

export interface OwnMedia {
  /** The same object while nothing is switched. */
  readonly running: Running
  readonly gates: Readonly<Record<Kind, Gate>>
  readonly switchOn: (source: DeviceKind) => void
  readonly switchOff: (source: Stoppable) => void
  /** Absent where one cannot share, or may not. */
  readonly toggleSharing: (() => void) | undefined
  /** Absent for who has one camera, or none that faces a way. */
  readonly flipCamera: (() => void) | undefined
}

export function useOwnMedia(view: MeetingView, local: LocalMediaSnapshot, actions: MeetingActions): OwnMedia {
  const { camera } = local
  const mayShare = local.canShareScreen && !view.self.denied.includes('screen-sharing')
  const canFlip = camera.facing !== undefined && camera.choices.length > 1
  return {
    running: useRunning(local),
    gates: { audio: toGate(view, 'audio'), video: toGate(view, 'video') },
    switchOn: useCallback((source) => actions.setOn(source, true), [actions]),
    switchOff: useCallback(
      (source) => (source === 'screen' ? actions.stopSharing() : actions.setOn(source, false)),
      [actions],
    ),
    toggleSharing: mayShare ? (local.screen ? actions.stopSharing : actions.shareScreen) : undefined,
    flipCamera: canFlip ? actions.flipCamera : undefined,
  }
}

function useRunning({ microphone, camera, screen }: LocalMediaSnapshot): Running {
  const isMicrophoneOn = microphone.wanted
  const isCameraOn = camera.wanted
  const isSharing = screen !== undefined
  return useMemo(
    () => ({ microphone: isMicrophoneOn, camera: isCameraOn, screen: isSharing }),
    [isMicrophoneOn, isCameraOn, isSharing],
  )
}
