// SPDX-License-Identifier: Apache-2.0
// Events about what this page captures. Pure.
import type { EmbedDevice, EmbedDevices } from '@alcove/protocol/embed'
import type { DeviceState, LocalMediaSnapshot } from '../devices/LocalMedia.ts'
import type { DeviceChoice } from '../devices/openDevice.ts'
import type { EmbedEvent, Picture } from './picture.ts'

export function toDeviceEvents({ local: before }: Picture, { local: after, view }: Picture): EmbedEvent[] {
  const events: EmbedEvent[] = []
  const { microphone, camera } = after
  if (microphone.wanted !== before.microphone.wanted)
    events.push({ name: 'audioMuteStatusChanged', payload: { muted: !microphone.wanted } })
  if (camera.wanted !== before.camera.wanted)
    events.push({ name: 'videoMuteStatusChanged', payload: { muted: !camera.wanted } })
  if (isAvailable(microphone) !== isAvailable(before.microphone))
    events.push({ name: 'audioAvailabilityChanged', payload: { available: isAvailable(microphone) } })
  if (isAvailable(camera) !== isAvailable(before.camera))
    events.push({ name: 'videoAvailabilityChanged', payload: { available: isAvailable(camera) } })
  if (microphone.problem && microphone.problem !== before.microphone.problem)
    events.push({ name: 'micError', payload: { type: microphone.problem, message: microphone.problem } })
  if (camera.problem && camera.problem !== before.camera.problem)
    events.push({ name: 'cameraError', payload: { type: camera.problem, message: camera.problem } })
  if (view && (after.screen !== undefined) !== (before.screen !== undefined)) events.push(toSharingEvent(after))
  const { speakers } = after
  if (
    microphone.choices !== before.microphone.choices ||
    camera.choices !== before.camera.choices ||
    speakers !== before.speakers
  )
    events.push({ name: 'deviceListChanged', payload: { devices: toDevices(after) } })
  return events
}

export function isAvailable({ track, choices, problem }: DeviceState): boolean {
  return track !== undefined || (problem === undefined && choices.length > 0)
}

/** Where the browser lets nobody choose where voices are heard, there are no outputs. */
export function toDevices({ microphone, camera, speakers = [] }: LocalMediaSnapshot): EmbedDevices {
  const toList = (kind: EmbedDevice['kind'], choices: readonly DeviceChoice[]) =>
    choices.map(({ deviceId, label }) => ({ deviceId, groupId: '', kind, label }))
  return {
    audioInput: toList('audioinput', microphone.choices),
    audioOutput: toList('audiooutput', speakers),
    videoInput: toList('videoinput', camera.choices),
  }
}

function toSharingEvent({ screen }: LocalMediaSnapshot): EmbedEvent {
  const { displaySurface } = screen?.getSettings() ?? {}
  const sourceType = displaySurface === 'monitor' ? 'screen' : displaySurface === 'browser' ? 'browser' : 'window'
  return {
    name: 'screenSharingStatusChanged',
    payload: { on: screen !== undefined, details: screen === undefined ? {} : { sourceType } },
  }
}
