// SPDX-License-Identifier: Apache-2.0
// How microphone and camera begin, as the configuration of the page and its address say.
import type { EmbedConfig } from '@alcove/protocol/embed'
import type { LocalMedia } from '../devices/LocalMedia.ts'
import type { TabMedia } from '../devices/remembered.ts'
import { changePreferences } from '../state/preferences.ts'
import type { NamedDevices } from './readAddress.ts'

/** Before joining. */
export function startMediaOf(wanted: TabMedia, config: EmbedConfig): TabMedia {
  if (config.startSilent) return { microphone: 'off', camera: wanted.camera }
  const closed = config.disableInitialGUM ? ('off' as const) : undefined
  return {
    microphone: closed ?? (config.startWithAudioMuted && wanted.microphone === 'on' ? 'muted' : wanted.microphone),
    camera: closed ?? (config.startWithVideoMuted ? 'off' : wanted.camera),
  }
}

/** Browsers tell the labels once devices are open: then those that were named take the place of the others. */
export async function startWithDevices(media: LocalMedia, wanted: TabMedia, named: NamedDevices): Promise<void> {
  await media.start(wanted)
  const { microphone, camera, speakers = [] } = media.getSnapshot()
  for (const [kind, { choices, chosenId }] of [['microphone', microphone] as const, ['camera', camera] as const]) {
    const device = choices.find(({ label }) => label === named[kind])
    if (device && device.deviceId !== chosenId) await media.choose(kind, device.deviceId)
  }
  const speaker = speakers.find(({ label }) => label === named.speaker)
  if (speaker) changePreferences({ speakerId: speaker.deviceId })
}

/** What is switched off on joining because enough people are there already. */
export function lateStopsOf(peopleThere: number, config: EmbedConfig): readonly ('microphone' | 'camera')[] {
  const { startAudioMuted = Infinity, startVideoMuted = Infinity, ignoreStartMuted } = config
  if (ignoreStartMuted) return []
  return [
    ...(peopleThere > startAudioMuted ? (['microphone'] as const) : []),
    ...(peopleThere > startVideoMuted ? (['camera'] as const) : []),
  ]
}
