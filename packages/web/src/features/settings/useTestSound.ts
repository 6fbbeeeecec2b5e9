// SPDX-License-Identifier: Apache-2.0
// The sound by which somebody hears whether their speaker works: on which one it plays, and how that goes.
import { useState } from 'react'
import { playTestSound } from '../../devices/playTestSound.ts'
import { usePreferences } from '../../state/preferences.ts'

export interface TestSound {
  readonly state: 'idle' | 'playing' | 'failed'
  /** Does nothing while it plays: a button that is switched off under the finger loses the focus. */
  readonly play: () => void
}

/** @param speakers those that are there: one that was chosen and is gone is not played on */
export function useTestSound(speakers: readonly { readonly deviceId: string }[]): TestSound {
  const { speakerId } = usePreferences()
  const [state, setState] = useState<TestSound['state']>('idle')
  const play = () => {
    if (state === 'playing') return
    setState('playing')
    playTestSound(speakers.some(({ deviceId }) => deviceId === speakerId) ? speakerId : undefined).then(
      () => setState('idle'),
      () => setState('failed'),
    )
  }
  return { state, play }
}
