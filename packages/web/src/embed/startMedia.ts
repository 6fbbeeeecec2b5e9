// SPDX-License-Identifier: Apache-2.0
// How microphone and camera begin, as the configuration of the page says. Pure.
import type { EmbedConfig } from '@alcove/protocol/embed'
import type { TabMedia } from '../devices/remembered.ts'

/** Before joining. */
export function startMediaOf(wanted: TabMedia, config: EmbedConfig): TabMedia {
  if (config.startSilent) return { microphone: 'off', camera: wanted.camera }
  const closed = config.disableInitialGUM ? ('off' as const) : undefined
  return {
    microphone: closed ?? (config.startWithAudioMuted && wanted.microphone === 'on' ? 'muted' : wanted.microphone),
    camera: closed ?? (config.startWithVideoMuted ? 'off' : wanted.camera),
  }
}

/** What is switched off on joining because enough people are there already. */
export function lateStopsOf(peopleThere: number, config: EmbedConfig): readonly ('microphone' | 'camera')[] {
  const { startAudioMuted = Infinity, startVideoMuted = Infinity } = config
  return [
    ...(peopleThere > startAudioMuted ? (['microphone'] as const) : []),
    ...(peopleThere > startVideoMuted ? (['camera'] as const) : []),
  ]
}
