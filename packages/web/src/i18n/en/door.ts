// SPDX-License-Identifier: Apache-2.0
// The door of the meeting: lobby, password, moderator link.

export const door = {
  'entry.password': 'Password of the meeting',

  'lobby.youWait': 'You are in the lobby. A moderator will let you in.',
  'lobby.unseen': 'Until then nobody sees or hears you.',
  'lobby.leave': 'Leave the lobby',
  'lobby.title': 'In the lobby',
  'lobby.letIn': 'Let in',
  'lobby.letInLabel': 'Let in {{name}}',
  'lobby.turnAway': 'Turn away',
  'lobby.turnAwayLabel': 'Turn away {{name}}',
  'lobby.letAllIn': 'Let everybody in',
  'lobby.waits': '<b>{{name}}</b> waits in the lobby',
  'lobby.wait_one': '{{count}} person waits in the lobby',
  'lobby.wait_other': '{{count}} people wait in the lobby',
  'lobby.writes': '<b>{{name}}</b> writes from the lobby: {{text}}',
  'lobby.write': 'Write to the moderators',
  'lobby.answer': 'Your answer',
  'lobby.send': 'Send',
  'lobby.talk': 'Messages',
  'lobby.fromModerator': 'Moderator',
  'lobby.writeTo': 'Write',
  'lobby.writeToLabel': 'Write to {{name}}',
  'lobby.waitsTitle': '{{name}} waits in the lobby',
  'lobby.show': 'Show the lobby',

  'door.title': 'Who comes in',
  'door.lobby': 'People wait in the lobby',
  'door.waitForModerator': 'People wait until a moderator is there',
  'door.newPassword': 'Set a password…',
  'door.changePassword': 'Change the password…',
  'door.copyLink': 'Copy a moderator link…',
  'door.passwordTitle': 'Password of the meeting',
  'door.passwordText':
    'Whoever comes by the plain link is asked for it. People who are in, or come back, are not, nor is anybody with a link of their own.',
  'door.setPassword': 'Set the password',
  'door.linkTitle': 'Moderator link',
  'door.linkText':
    'Whoever opens it becomes moderator, so give it only to people you trust. The meeting is kept from now on, with its rooms and people, also when it ends. An older moderator link no longer works.',
  'door.linkLabel': 'The new moderator link',
  'door.makeLink': 'Make and copy a link',
  'door.linkCopied': 'Copied. Keep it now: it cannot be shown again.',
  'door.linkToCopy': 'Copy it now: it cannot be shown again.',
  'door.copyAgain': 'Copy the link',
  'door.done': 'Done',
} as const
