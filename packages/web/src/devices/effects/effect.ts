// SPDX-License-Identifier: Apache-2.0
// What may happen to a captured track before it is sent. Which one follows from preferences; its code is loaded when it is first used.
import type { Background, Preferences } from '../../state/preferences.ts'
import type { DeviceKind } from '../openDevice.ts'
import type { Processed } from './processed.ts'

/** Rejects where the browser cannot do it. */
export type Effect = (source: MediaStreamTrack) => Promise<Processed>

export function toEffect(kind: DeviceKind, preferences: Preferences): Effect | undefined {
  return kind === 'camera' ? backgroundEffects[preferences.background] : noiseEffect(preferences.noiseSuppression)
}

/** A picture that the person or a host page gave, as a data address. */
export function toPictureEffect(picture: string): Effect {
  return async (source) => (await import('./replaceBackground.ts')).replaceBackground(source, { picture })
}

function noiseEffect(isOn: boolean): Effect | undefined {
  return isOn ? suppressNoise : undefined
}

const suppressNoise: Effect = async (source) => (await import('./suppressNoise.ts')).suppressNoise(source)

function withBackground(background: Exclude<Background, 'none' | 'own'>): Effect {
  return async (source) => (await import('./replaceBackground.ts')).replaceBackground(source, background)
}

/** The same function for the same choice, so that nothing begins anew when nothing was chosen. A picture of one's own is {@link toPictureEffect}'s. */
const backgroundEffects: Readonly<Record<Background, Effect | undefined>> = {
  none: undefined,
  own: undefined,
  blur: withBackground('blur'),
  dawn: withBackground('dawn'),
  study: withBackground('study'),
  slate: withBackground('slate'),
}
