// SPDX-License-Identifier: Apache-2.0
// Doors of rooms over the wire: a password that is really checked and cannot be guessed quickly, a lock at which people knock, a restart between.
import { expect, test } from 'vitest'
import { openRaw, type RawClient, type RawReply } from '../harness/RawClient.ts'
import { useStage } from '../harness/Stage.ts'

const meeting = 'doors'
const stage = useStage({ browser: false })

interface Guest {
  readonly client: RawClient
  readonly participantId: string
}

async function enter(name: string): Promise<Guest> {
  const client = await openRaw(stage.server.url, meeting)
  const { participantId } = await client.join(name)
  return { client, participantId }
}

const codeOf = ({ ok, error }: RawReply): string | undefined => (ok ? undefined : error?.code)

function go({ client, participantId }: Guest, roomId: string, password?: string): Promise<RawReply> {
  return client.command('participant.move', { participantId, roomId, ...(password !== undefined && { password }) })
}

test('a room with a password lets in those who know it, moderators and those assigned, and holds back who guesses', async () => {
  stage.explainFailure()
  const [ann, bob, cat, mal] = [await enter('Ann'), await enter('Bob'), await enter('Cat'), await enter('Mal')]
  const made = await ann.client.command('room.create', { name: 'Vault', password: 'open sesame', task: 'Talk' })
  const roomId = String(made.result?.roomId)
  expect(codeOf(await go(bob, roomId))).toBe('PASSWORD_REQUIRED')
  expect(codeOf(await go(bob, roomId, 'open'))).toBe('PASSWORD_WRONG')
  expect(codeOf(await go(bob, roomId, 'open sesame'))).toBeUndefined()
  expect(codeOf(await go(ann, roomId))).toBeUndefined()
  await ann.client.command('participant.assign', { participantId: cat.participantId, roomId })
  expect(codeOf(await go(cat, roomId))).toBeUndefined()

  // Let in once, not asked again; nobody is told the password or what is kept of it.
  expect(codeOf(await go(bob, 'main'))).toBeUndefined()
  expect(codeOf(await go(bob, roomId))).toBeUndefined()
  for (const { client } of [ann, bob, cat]) for (const text of client.texts) expect(text).not.toMatch(/sesame|scrypt/)

  const guesses = await Promise.all(Array.from({ length: 8 }, (_, index) => go(mal, roomId, `guess ${index}`)))
  const codes = guesses.map(codeOf)
  expect(codes.filter((code) => code === 'PASSWORD_WRONG')).toHaveLength(5)
  expect(codes.filter((code) => code === 'TOO_OFTEN')).toHaveLength(3)
  expect(guesses.at(-1)?.error?.retryAfterMs).toBeGreaterThan(0)
  for (const { client } of [ann, bob, cat, mal]) client.socket.disconnect()
})
