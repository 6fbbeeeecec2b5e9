// SPDX-License-Identifier: Apache-2.0
import type { MeetingId } from '@alcove/protocol'
import { expect, it } from 'vitest'
import { createAskSettings } from './askSettings.ts'

const naming = { appId: 'my-app', domain: 'meet.example.org' }
const log = { info: () => {}, warn: () => {}, error: () => {} }
const meeting = 'weekly' as MeetingId

/** What is asked, and what is made of this answer. */
async function asked(text: string, status = 200) {
  const bodies: string[] = []
  const ask = createAskSettings({
    naming,
    clock: { now: () => 1_790_000_000_000 },
    log: log as never,
    send: async ({ body }) => {
      bodies.push(body)
      return { status, text }
    },
  })
  const door = await ask(meeting).catch((error: unknown) => (error as { code: string }).code)
  return { door, question: JSON.parse(bodies[0] ?? '{}') }
}

it('asks with the envelope of JaaS', async () => {
  const { question } = await asked('{}')
  expect(question).toMatchObject({
    eventType: 'SETTINGS_PROVISIONING',
    fqn: 'my-app/weekly',
    appId: 'my-app',
    timestamp: 1_790_000_000_000,
  })
})

it.each([
  ['{}', {}],
  ['', undefined],
  ['{"lobbyEnabled": true}', { lobby: true }],
  ['{"lobbyEnabled": true, "lobbyType": "WAIT_FOR_APPROVAL"}', { lobby: true }],
  ['{"lobbyEnabled": true, "lobbyType": "WAIT_FOR_MODERATOR"}', { beforeModerator: 'wait' }],
  ['{"lobbyEnabled": false, "lobbyType": "WAIT_FOR_MODERATOR"}', {}],
  ['{"passcode": "12345"}', { password: '12345' }],
  ['{"passcode": "open sesame"}', {}],
  ['{"maxOccupants": 2, "transcriberType": "GOOGLE"}', { maxPeople: 2 }],
  ['{"maxOccupants": 1}', {}],
])('makes of %s how the door stands', async (text, door) => {
  expect((await asked(text)).door).toEqual(door)
})

it.each([
  ['an error', '{}', 500],
  ['no JSON', 'hello', 200],
  ['no object', '7', 200],
])('takes %s for no answer: the meeting does not begin', async (_words, text, status) => {
  expect((await asked(text, status)).door).toBe('SETTINGS_UNAVAILABLE')
})
