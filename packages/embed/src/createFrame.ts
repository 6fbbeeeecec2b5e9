// SPDX-License-Identifier: Apache-2.0
// The iframe that shows the meeting.
import type { ExternalApiOptions } from './api.ts'

const permissions = [
  'autoplay',
  'camera',
  'clipboard-write',
  'compute-pressure',
  'display-capture',
  'hid',
  'microphone',
  'screen-wake-lock',
  'speaker-selection',
]

export function createFrame(url: string, instance: number, options: ExternalApiOptions): HTMLIFrameElement {
  const { width = '100%', height = '100%', parentNode = document.body, sandbox } = options
  const frame = document.createElement('iframe')
  frame.id = `jitsiConferenceFrame${instance}`
  frame.name = frame.id
  frame.allow = permissions.join('; ')
  frame.setAttribute('allowFullScreen', 'true')
  frame.style.border = '0'
  const lengths = { width: toLength(width), height: toLength(height) }
  if (lengths.width) frame.style.width = lengths.width
  if (lengths.height) frame.style.height = lengths.height
  if (sandbox) frame.setAttribute('sandbox', sandbox)
  frame.src = url
  parentNode.append(frame)
  return frame
}

/** @returns undefined for what is no length. */
function toLength(value: unknown): string | undefined {
  if (typeof value === 'number') return `${value}px`
  if (typeof value !== 'string') return undefined
  return /([0-9]*\.?[0-9]+)(em|pt|px|((d|l|s)?v)(h|w)|%)$/.test(value) ? value : undefined
}
