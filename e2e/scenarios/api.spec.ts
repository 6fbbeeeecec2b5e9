// SPDX-License-Identifier: Apache-2.0
// Runs the worked example of docs/api.md as it is written, with bash and curl against a server; people are played where it says that they come.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Server, waitFor } from '../harness/index.ts'
import { newToken, openRaw, type RawClient } from '../harness/RawClient.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(repository, 'docs/api.md'), 'utf8')
const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? '')

interface Shell {
  /** @returns what the lines printed. @throws with it when one of them fails */
  run(lines: string): Promise<string>
  close(): void
}

/** One bash for all blocks, so that each finds the variables of those before. */
function openShell(env: Readonly<Record<string, string>>): Shell {
  const child = spawn('bash', ['-eu', '-o', 'pipefail', '-s'], { cwd: repository, env: { ...process.env, ...env } })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk
  })
  return {
    async run(lines) {
      const from = printed.length
      const end = `the end of block ${from}`
      child.stdin.write(`${lines}\necho "${end}"\n`)
      await waitFor(
        () => (printed.includes(end) || child.exitCode !== null ? undefined : `bash is busy: ${printed.slice(from)}`),
        { timeoutMs: 60_000 },
      )
      const output = printed.slice(from).replace(end, '')
      if (child.exitCode !== null) throw new Error(`bash ended with code ${child.exitCode} in\n${lines}\n${output}`)
      return output.trim()
    },
    close: () => child.kill(),
  }
}

interface Report {
  readonly people: readonly {
    readonly participantId: string
    readonly visits: readonly { readonly roomId: string; readonly from: number; readonly to?: number }[]
  }[]
  readonly rounds: readonly { readonly startedAt: number; readonly endedAt: number }[]
}

/** Pairs of people who were in one breakout room, once for each round. Whoever stays in a room for two rounds has one visit for both. */
function pairsOf({ people, rounds }: Report): string[] {
  return rounds.flatMap(({ startedAt, endedAt }) => {
    const inside = new Map<string, string[]>()
    for (const { participantId, visits } of people)
      for (const { roomId, from, to = endedAt } of visits)
        if (roomId !== 'main' && from < endedAt && to > startedAt)
          inside.set(roomId, [...(inside.get(roomId) ?? []), participantId])
    return [...inside.values()].flatMap((group) =>
      group.flatMap((a, index) => group.slice(index + 1).map((b) => [a, b].sort().join(' '))),
    )
  })
}

let server: Server
let shell: Shell
const people: RawClient[] = []

beforeAll(async () => {
  server = await Server.start()
  shell = openShell({ ALCOVE_URL: server.url, ALCOVE_DATA: server.dataDir })
})
afterAll(async () => {
  for (const person of people) person.close()
  shell?.close()
  await server?.stop()
})

describe('the worked example of docs/api.md', () => {
  it('prepares, runs and reports a workshop of 24 people in 6 rooms and 3 rounds', async () => {
    const [abbreviations = '', meeting = '', table = '', rounds = '', ...running] = blocks
    const [first = '', second = '', third = '', report = '', forget = ''] = running
    await shell.run(abbreviations)
    const folder = await shell.run('pwd')
    const read = (file: string) => readFileSync(join(folder, file), 'utf8')
    await shell.run(meeting)
    await shell.run(table)
    await shell.run(rounds)
    expect(JSON.parse(read('rounds.json'))).toMatchObject({ repeats: 0, roundIds: [1, 2, 3] })

    const seats: { displayName: string; claimCode: string; participantId: string }[] = JSON.parse(
      read('seats.json'),
    ).people
    expect(seats).toHaveLength(24)
    for (const { displayName, claimCode, participantId } of seats) {
      const person = await openRaw(server.url, 'spring-workshop')
      people.push(person)
      const joined = await person.command('meeting.join', { displayName, claimCode, resumeToken: newToken() })
      expect(joined.result).toMatchObject({ participantId })
    }
    for (const round of [first, second, third]) await shell.run(round)
    await shell.run(report)
    for (const person of people)
      await waitFor(() => (person.socket.connected ? 'somebody is still in a meeting that has ended' : undefined))

    const held: Report = JSON.parse(read('report.json'))
    expect(held.people).toHaveLength(24)
    const pairs = pairsOf(held)
    // Six rooms of four have six pairs each, in each of three rounds.
    expect(pairs).toHaveLength(3 * 6 * 6)
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(read('report.csv')).toMatch(
      /^name,role,room,from,to,minutes,round,minutes spoken\r\nPerson 1,participant,Main room,/,
    )

    await shell.run(forget)
    expect(await shell.run('call "$meeting/report" 2>&1 || echo "nothing is left"')).toContain('nothing is left')
  })
})
