// SPDX-License-Identifier: Apache-2.0
// Commands over lost connections and impatient servers.
import type { CommandId, RequestOf } from '@alcove/protocol'
import { expect, test } from 'vitest'
import { RequestFailed } from '../errors.ts'
import { FakeClock, settle } from '../testing/FakeClock.ts'
import type { SendRequest } from './Line.ts'
import { PendingCommands } from './PendingCommands.ts'

const command: RequestOf<'rooms.close'> = { type: 'rooms.close', id: 'command-1' as CommandId }

/** Answers each request with the next of these; a missing answer never comes. */
function sender(...answers: ('done' | RequestFailed)[]) {
  const sent: unknown[] = []
  const send = ((request) => {
    sent.push(request)
    const answer = answers.shift()
    if (!answer) return new Promise(() => {})
    return answer === 'done' ? Promise.resolve(null) : Promise.reject(answer)
  }) as SendRequest
  return { sent, send }
}

function opened() {
  const clock = new FakeClock()
  const commands = new PendingCommands(clock)
  commands.open()
  return { clock, commands }
}

test('a command without an outcome is sent again with the same id on the next connection', async () => {
  const { commands } = opened()
  const first = sender(new RequestFailed('SERVER_UNREACHABLE'))
  const second = sender('done')
  commands.handleReady(first.send)
  const outcome = commands.submit(command)
  await settle()
  commands.handleLost()
  commands.handleReady(second.send)
  await expect(outcome).resolves.toBeNull()
  expect(first.sent).toEqual([command])
  expect(second.sent).toEqual([command])
})

test('commands wait for a connection and go out in order', async () => {
  const { commands } = opened()
  const { send, sent } = sender('done', 'done')
  const other = { ...command, id: 'command-2' as CommandId }
  const outcomes = Promise.all([commands.submit(command), commands.submit(other)])
  commands.handleReady(send)
  await outcomes
  expect(sent).toEqual([command, other])
})

test('a command with an outcome is not sent again', async () => {
  const { commands } = opened()
  commands.handleReady(sender('done').send)
  await commands.submit(command)
  const next = sender()
  commands.handleReady(next.send)
  expect(next.sent).toEqual([])
})

test('a server that asks for patience is asked again after that time', async () => {
  const { clock, commands } = opened()
  const { send, sent } = sender(new RequestFailed('STORE_UNAVAILABLE', { retryAfterMs: 700 }), 'done')
  commands.handleReady(send)
  const outcome = commands.submit(command)
  await clock.advance(699)
  expect(sent).toHaveLength(1)
  await clock.advance(1)
  expect(sent).toEqual([command, command])
  await expect(outcome).resolves.toBeNull()
})

test('what is asked while a server asks for patience overtakes nothing', async () => {
  const { clock, commands } = opened()
  const { send, sent } = sender(new RequestFailed('RATE_LIMITED', { retryAfterMs: 700 }), 'done', 'done')
  commands.handleReady(send)
  const first = commands.submit(command)
  await settle()
  const other = { ...command, id: 'command-2' as CommandId }
  const second = commands.submit(other)
  await settle()
  expect(sent).toEqual([command])
  await clock.advance(700)
  await Promise.all([first, second])
  expect(sent).toEqual([command, command, other])
})

test('what is under way is not sent a second time when another one is', async () => {
  const { clock, commands } = opened()
  const { send, sent } = sender(new RequestFailed('RATE_LIMITED', { retryAfterMs: 700 }))
  commands.handleReady(send)
  const other = { ...command, id: 'command-2' as CommandId }
  void commands.submit(command).catch(() => {})
  void commands.submit(other).catch(() => {})
  await clock.advance(700)
  expect(sent).toEqual([command, other, command])
})

test('what was asked for another seat fails and is not sent for the new one', async () => {
  const { commands } = opened()
  commands.handleReady(sender().send)
  const outcome = expect(commands.submit(command)).rejects.toMatchObject({ code: 'SEAT_UNKNOWN' })
  commands.handleLost()
  commands.abandon()
  const { send, sent } = sender()
  commands.handleReady(send)
  await outcome
  expect(sent).toEqual([])
})

test('a rejection is the outcome', async () => {
  const { commands } = opened()
  commands.handleReady(sender(new RequestFailed('PERMISSION_DENIED')).send)
  await expect(commands.submit(command)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' })
})

test('after 20 seconds without an outcome the caller is told', async () => {
  const { clock, commands } = opened()
  const outcome = expect(commands.submit(command)).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' })
  await clock.advance(20_000)
  await outcome
})

test('an answer that comes in one piece with the end counts', async () => {
  const { clock, commands } = opened()
  const answer = Promise.withResolvers<null>()
  commands.handleReady((() => answer.promise) as Parameters<typeof commands.handleReady>[0])
  const outcome = expect(commands.submit(command)).resolves.toBeNull()
  answer.resolve(null)
  commands.close('CLIENT_CLOSED')
  await clock.advance(0)
  await outcome
})

test('when it is over, what waits fails and nothing more is taken', async () => {
  const { clock, commands } = opened()
  const outcome = expect(commands.submit(command)).rejects.toMatchObject({ code: 'CLIENT_CLOSED' })
  commands.close('CLIENT_CLOSED')
  await clock.advance(0)
  await outcome
  await expect(commands.submit(command)).rejects.toMatchObject({ code: 'NOT_JOINED' })
})
