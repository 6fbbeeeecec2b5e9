// SPDX-License-Identifier: Apache-2.0
// Speaking to rooms from wherever one is.

export const podium = {
  'podium.speakToRooms': 'Speak to rooms',
  'podium.change': 'Other rooms…',
  'podium.end': 'Stop speaking',
  'podium.endMenu': 'Stop their speaking to rooms',
  'podium.stop': 'Stop',
  'podium.endOf': 'Stop {{name}} speaking to rooms',
  'podium.liveAll': 'You speak to all rooms',
  'podium.live': 'You speak to {{rooms}}',
  'podium.muted': 'Your microphone is off.',
  'podium.speaks': '{{name}} speaks to this room',
  'podium.takenOff': '{{name}} ended your speaking to rooms',
  'podium.mark': 'speaks to rooms',
} as const
