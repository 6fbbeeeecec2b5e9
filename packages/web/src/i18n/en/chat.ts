// SPDX-License-Identifier: Apache-2.0
// Messages: to the room, to everyone, to one person; and the file one can save.

export const chat = {
  'chat.title': 'Chat',
  'chat.writeToOne': 'Write to one person',
  'chat.writeOnlyTo': 'Write only to',
  'chat.save': 'Save the messages as a text file',
  'chat.fileName': '{{meeting}} messages.txt',
  'chat.toWhom': 'To whom',
  'chat.unread': 'unread',
  'chat.mayNotWrite': 'Your invitation does not allow you to write here.',
  'chat.hasLeft': '{{name}} has left the meeting.',
  'chat.messagesOf': 'Messages: {{name}}',
  'chat.loading': 'Messages are loading…',
  'chat.messageToEveryone': 'Message to everyone',
  'chat.messageTo': 'Message to {{name}}',
  'chat.hintRoom': 'Only the people in {{name}} read this. Who comes later does not see what was written before.',
  'chat.hintEveryone': 'Everybody in the meeting reads this, in every room.',
  'chat.hintPerson': 'Only you and {{name}} read this.',
  'chat.sending': 'Sending…',
  'chat.charactersLeft_one': '{{count}} character left',
  'chat.charactersLeft_other': '{{count}} characters left',
  'chat.send': 'Send',
  'chat.youCameTo': 'You came to {{room}}',
  'chat.somebody': 'Somebody',
  'chat.to': 'to {{name}}',
  'chat.removedRoom': 'A room that was removed',
} as const
