// SPDX-License-Identifier: Apache-2.0
// What people are told of what moderators see, and of how long it is kept.

export const told = {
  'told.title': 'Who sees what here',
  'told.see': 'What moderators see of every room',
  'told.youSee': 'What you see as a moderator, of every room',
  'told.where': 'Who is in which room, as everybody in the meeting does, and where they belong.',
  'told.activity':
    'Who speaks and how loud it is, how many microphones are on, when somebody last spoke, raised hands, and who asks for help.',
  'told.counts': 'How many messages were written in a room.',
  'told.lookIn': 'On request a small picture of who speaks in a room. Before it can be seen the room shows who looks.',
  'told.noLookIn': 'Nobody looks into rooms in this meeting.',
  'told.report':
    'A report of who was where, from when to when, how long they spoke, who asked for help with what, and what was announced. It can be saved as a file.',
  'told.prepared': 'What was prepared about people, such as an e-mail address or a team.',
  'told.never': 'What nobody sees or hears from outside a room',
  'told.neverHear': 'What is said there. Who looks in hears nothing.',
  'told.neverRead': 'What is written there. Messages to one person are read by that person alone.',
  'told.programsTitle': 'What goes to programs of whoever runs this server',
  'told.programsChat':
    'What was written to rooms and to everybody, with names, after the last person has left. Never messages to one person.',
  'told.outsideTitle': 'What people see before they enter',
  'told.outside.nothing': 'Nothing: neither what the meeting is about nor who is here.',
  'told.outside.count': 'What the meeting is about, and how many people are here.',
  'told.outside.names': 'What the meeting is about, how many people are here, and the names of those in the main room.',
  'told.keptTitle': 'How long it is kept',
  'told.kept': 'Names, messages and the report are deleted {{time}} after the last person has left.',
  'told.keptNot': 'Names, messages and the report are deleted when the last person has left.',
  'told.endKept': 'This meeting can be used again: ending it for everybody does not delete it earlier.',
  'told.endEnds':
    'When a moderator ends the meeting for everybody, nobody can go on with it; what happened in it is deleted after the same time.',
  'told.forget':
    'Moderators can forget a person on request: name, address and all that they wrote are then gone at once.',
} as const
