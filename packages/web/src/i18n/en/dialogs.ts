// SPDX-License-Identifier: Apache-2.0
// Smaller dialogs of the rooms pane: removing somebody, how many may be here, speaking and announcing to rooms, renaming and removing a room.

export const dialogs = {
  'moderation.removeTitle': 'Remove {{name}} from the meeting?',
  'moderation.remove': 'Remove',
  'moderation.removeText': 'They are out at once, from whatever room they are in.',
  'moderation.bar': 'Do not let them back in',
  'moderation.barHint':
    'Their place in this meeting is closed. Somebody who comes anew, in another browser or under another name, is not recognised.',
  'door.limitTitle': 'How many people may be here',
  'door.limitText':
    'When that many are in the meeting, others wait outside until somebody has left. Nobody is put out, and moderators can always come back.',
  'door.limitLabel': 'At most at once',
  'door.noLimit': 'No limit',
  'door.setLimit': 'Set the limit',
  'podium.title': 'Speak to rooms',
  'podium.text': 'You stay where you are. People in the rooms hear and see you, and each other; you do not hear them.',
  'podium.which': 'Which rooms',
  'podium.all': 'All rooms',
  'podium.allHint': 'Also rooms that you add later',
  'podium.some': 'Some rooms',
  'podium.someHint': 'You choose which',
  'podium.start': 'Start speaking',
  'announce.title': 'Announce to rooms',
  'announce.text': 'Announcement',
  'announce.allRooms': 'All rooms',
  'announce.allRoomsHint': 'The main room, too',
  'announce.someRooms': 'These rooms',
  'announce.to': 'To',
  'announce.send': 'Announce',
  'door.passwordDigits_one': 'It is {{count}} digit.',
  'door.passwordDigits_other': 'It has {{count}} digits.',
  'rooms.renameTitle': 'Rename the room',
  'rooms.renameConfirm': 'Rename',
  'rooms.removeTitle': 'Remove {{name}}?',
  'rooms.removeText_one': '{{count}} person is in it. They come back to the main room first.',
  'rooms.removeText_other': '{{count}} people are in it. They all come back to the main room first.',
} as const
