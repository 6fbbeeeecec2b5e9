// SPDX-License-Identifier: Apache-2.0
// docs/jitsi-compat.md, made of the tables: `npm run format` writes it, and a test holds it.
import { commandSupport } from './commandSupport.ts'
import { type ConfigName, configKeys, interfaceConfigKeys } from './configKeys.ts'
import { configLater, configNotes } from './configNotes.ts'
import { eventSupport } from './eventSupport.ts'
import { deviceRequestSupport, requestSupport, scriptFunctionSupport } from './functionSupport.ts'
import type { Support } from './support.ts'

const intro = `# Compatibility with Jitsi Meet

Made of the tables in \`packages/protocol/src/embed\` by \`npm run format\`; do not edit it here. How to embed a meeting: [embedding.md](embedding.md).

Code written for \`JitsiMeetExternalAPI\` runs as it is: the same script, constructor, messages and payloads. Whatever is not supported says so:
a command makes the event \`errorOccurred\` with \`{error: {name: 'notSupported', type: 'CONFIG', isFatal: false, message}}\`, a function resolves with
\`{error: {name: 'notSupported', message}}\`. Nothing is silent, and nothing throws inside the meeting.

Where Jitsi is silent, this product speaks: a command that the server refuses makes \`errorOccurred\` with a code of [errors.md](errors.md) as its name.

P0: breakout rooms and what a meeting with them needs. P1: commonly used. P2: exotic. own: beyond Jitsi.

## What is different on purpose

- Rooms are meant by their id or their jid, people by their endpoint id or one of their jids, by moderators also by the user id of a token, in every command and function.
- Ids of breakout rooms are 8 hex digits, not UUIDs. The name of a room without one is \`Room <n>\`, numbered by the server.
- Moderators act on every room from every room. Splitting leaves moderators where they are and levels the rooms.
- Removing a room that is occupied brings its people back first; nobody is thrown out.
- With a lobby and a password both are asked for; Jitsi lets past the lobby whoever knows the password.
- Who waits in the lobby goes on waiting when everybody inside has left: the meeting is still theirs to come back to.
- The limit of people puts out no moderator, and moderators come in where it is reached.
- Whoever presses *Join* without a name is asked for one; in Jitsi the button is off.
- Hanging up by a plain link, without a host page, shows a page that says so, from which one can come back.
- Only the page that embeds a meeting is heard, and once it has spoken, only its origin.
- A page that sends more than 50 messages a second over some time is not heard until it slows down.
- Of the options of the constructor \`iceServers\` and \`release\` change nothing: the server says which ICE servers there are. \`invitees\` and \`e2eeKey\` make what \`invite\` and \`setMediaEncryptionKey\` make.
- Webhooks: [operate/webhooks.md](operate/webhooks.md) lists those that are sent, \`CHAT_UPLOADED\` among them. One file has the chat of all rooms, and each message says where it was written.
`

/** The whole page. */
export function toCompatPage(): string {
  return [
    intro,
    '## Commands\n',
    '`api.executeCommand(name, …arguments)`\n',
    ...toTable(commandSupport, 'Arguments'),
    '\n## Events\n',
    '`api.addListener(name, listener)`\n',
    ...toTable(eventSupport, 'Payload'),
    '\n## Functions that ask the page\n',
    'Each gives a promise.\n',
    ...toTable({ ...requestSupport, ...deviceRequestSupport }, 'Result'),
    '\n## Functions of the script itself\n',
    ...toTable(scriptFunctionSupport, 'Arguments or result'),
    '\n## Configuration\n',
    'Keys of `configOverwrite`, of `config.…` in the fragment of an address, and of the command `overwriteConfig`. They hold for one page; what holds',
    'for a meeting is decided on the server. Keys that are not here vanish without a message, as in Jitsi.\n',
    '| Key | Kind | Note |',
    '|---|---|---|',
    ...Object.entries(configNotes).map(
      ([name, note]) => `| \`${name}\` | ${configKeys[name as ConfigName]} | ${note} |`,
    ),
    '\nKeys of `interfaceConfigOverwrite`:\n',
    '| Key | Stands for |',
    '|---|---|',
    ...Object.entries(interfaceConfigKeys).map(([name, meant]) => `| \`${name}\` | \`${meant}\` |`),
    '\nIgnored, because the feature is not there:\n',
    '| Key | Why |',
    '|---|---|',
    ...Object.entries(configLater).map(([name, why]) => `| \`${name}\` | ${why} |`),
    '',
  ].join('\n')
}

const states: Readonly<Record<Support['state'], string>> = {
  supported: 'supported',
  later: 'not supported yet',
  unsupported: 'not supported',
}

function toTable(table: Readonly<Record<string, Support>>, shapeTitle: string): string[] {
  const rows = Object.entries(table).map(([name, support]) => {
    const [shape, note] = support.state === 'supported' ? [support.shape, support.note] : ['', capitalised(support.why)]
    return `| \`${name}\` | ${support.priority} | ${states[support.state]} | ${toCode(shape)} | ${note.replaceAll('|', '\\|')} |`
  })
  return [`| Name | | State | ${shapeTitle} | Note |`, '|---|---|---|---|---|', ...rows]
}

function toCode(shape: string): string {
  return shape === '' ? '' : `\`${shape.replaceAll('|', '\\|')}\``
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
