// SPDX-License-Identifier: Apache-2.0
// Speaking to rooms from wherever one is.

export const podium = {
  'podium.speakToRooms': 'Speak to rooms',
  'podium.title': 'Speak to rooms',
  'podium.text': 'You stay where you are. People in the rooms hear and see you, and each other; you do not hear them.',
  'podium.which': 'Which rooms',
  'podium.all': 'All rooms',
  'podium.allHint': 'Also rooms that you add later',
  'podium.some': 'Some rooms',
  'podium.someHint': 'You choose which',
  'podium.start': 'Start speaking',
  'podium.change': 'Other rooms…',
  'podium.end': 'Stop speaking',
  'podium.endMenu': 'Stop their speaking to rooms',
  'podium.stop': 'Stop',
  'podium.endOf': 'Stop {{name}} speaking to rooms',
  'podium.liveAll': 'You speak to all rooms',
  'podium.live': 'You speak to {{rooms}}',
  'podium.muted': 'Your microphone is off.',
  'podium.speaks': '{{name}} speaks to this room',
  'podium.mark': 'speaks to rooms',
} as const
