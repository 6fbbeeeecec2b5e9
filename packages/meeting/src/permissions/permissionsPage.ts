// SPDX-License-Identifier: Apache-2.0
// docs/permissions.md, made of the tables: `npm run format` writes it, and a test holds it.
import { type Action, actionsOf, type Permission, permissions, selfMoves } from './permissions.ts'

const what: Readonly<Record<Action, string>> = {
  leave: 'Leave the meeting',
  'move-self': 'Take oneself to another room',
  'move-others': 'Move somebody else',
  'rename-self': "Change one's own name, unless a token or a list of people gave it",
  'rename-others': 'Change the name of somebody else',
  'show-picture': 'Choose a picture of oneself, where the server lets people',
  'name-meeting': 'Give the meeting a subject',
  'manage-rooms': 'Make, change, order, open, close and remove rooms, name their hosts; countdown and timer',
  assign: 'Assign people to rooms',
  'change-roles': 'Make somebody moderator, or no longer',
  'change-policy': 'Change where people may take themselves and where newcomers go, and whether there are rooms',
  write: 'Write messages',
  'moderate-media':
    'Stop cameras and screens, ask people to start, make people ask first, allow; take somebody off the podium',
  'send-media': 'Start again what was stopped, decline a request, ask to send',
  'remove-people': 'Remove somebody',
  'end-meeting': 'End the meeting for everybody',
  'read-report': 'Read the attendance report',
  'write-from-lobby': 'Write to moderators while one waits in the lobby',
  'keep-door':
    'Keep the door: lobby, answers to people who wait in it, password, how many, what happens before a moderator comes',
  mute: 'Mute people',
  knock: 'Knock at a locked room',
  'admit-to-room': 'Let somebody in who knocks at a room',
  announce: 'Announce to rooms',
  'raise-hand': "Raise and lower one's own hand",
  'lower-hands': 'Lower the hands of others',
  'ask-for-help': 'Ask for help, and take it back',
  'speak-to-rooms': 'Speak to rooms from elsewhere',
  'look-in': 'Look into rooms without entering',
  help: 'Take, answer and leave requests for help',
  'prepare-meeting': 'Prepare a meeting: moderator link, people who are to come, their codes',
  'delete-data': 'Delete the meeting, or what names a person',
  'set-retention': 'Say how long the meeting is kept after the last person left',
  'shorten-retention': 'Have the meeting kept for less time than that',
}

const words: Readonly<Record<Permission, string>> = {
  yes: 'yes',
  no: 'no',
  'by-policy': 'as the policy says',
  'own-room': 'in their room',
}

const intro = `# Who may do what

Made of the tables in \`packages/meeting/src/permissions/permissions.ts\` by \`npm run format\`; a test holds both together. The core checks every command against them, whatever its way in: web app, SDK, REST, a
command of the server. What is refused gets \`PERMISSION_DENIED\`.

- **Moderator**: a role of the meeting, the same in every room. **Participant**: everybody else.
- **Host**: somebody whom a moderator named for the room where they are now. A host may what the column says besides what their role allows; *in their room* means for people there who are no
  moderators, and for nobody elsewhere.
- **Operator**: whoever runs the server, through REST or a command of the server. What only a person can do for themself the operator cannot.
`

/** The page as it stands in the repository. */
export function toPermissionsPage(): string {
  const rows = Object.entries(permissions).map(([action, may]) => {
    const { moderator, host, participant, operator } = may
    const cells = [moderator, host, participant, operator].map((permission) => words[permission])
    return `| ${[what[action as Action], ...cells, commandsOf(action as Action)].join(' | ')} |`
  })
  const policies = Object.entries(selfMoves).map(
    ([policy, { main, breakout }]) => `| \`${policy}\` | ${yesNo(breakout)} | ${yesNo(main)} |`,
  )
  return [
    intro,
    '| What | Moderator | Host | Participant | Operator | Commands |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    '## The policy',
    '',
    'Where people who are no moderators may take themselves; knocking goes by it, too.',
    '',
    '| Policy | Into open rooms | To the main room |',
    '|---|---|---|',
    ...policies,
    '',
  ].join('\n')
}

function commandsOf(action: Action): string {
  const types = Object.entries(actionsOf).filter(([, actions]) => actions.includes(action))
  return types.map(([type]) => `\`${type}\``).join(', ')
}

function yesNo(isSo: boolean): string {
  return isSo ? 'yes' : 'no'
}
