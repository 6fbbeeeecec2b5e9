// SPDX-License-Identifier: Apache-2.0
// `npm run bench -- grouping`: how long the planner takes for rounds, and how often people meet again, over several seeds. The aims are those of the
// rules of grouping (packages/meeting/SPEC.md, GR8); a missed aim is said, and is no failure of the program.
import { writeFileSync } from 'node:fs'
import { groupPeople } from '@alcove/meeting'
import type { ParticipantId } from '@alcove/protocol'
import { describeMachine } from './machine/describeMachine.ts'

interface Case {
  readonly people: number
  readonly groups: number
  readonly rounds: number
  /** No two people meet again, within about this long. */
  readonly aimMs?: number
}

const cases: readonly Case[] = [
  { people: 20, groups: 5, rounds: 4, aimMs: 2_000 },
  { people: 30, groups: 6, rounds: 5, aimMs: 2_000 },
  { people: 100, groups: 20, rounds: 6, aimMs: 2_000 },
  { people: 22, groups: 5, rounds: 4 },
  { people: 47, groups: 10, rounds: 6 },
  { people: 500, groups: 100, rounds: 10 },
  { people: 500, groups: 5, rounds: 5 },
]
const seeds = [1, 2, 3, 4, 5, 6, 7, 8]

const page = process.argv[2] === '--page' ? process.argv[3] : undefined
const rows = cases.map(toRow)
const text = [
  '# Planning rounds',
  '',
  `Time of one plan in milliseconds of CPU, over ${seeds.length} seeds; written by \`npm run bench -- grouping --page FILE\`.`,
  '',
  '| People | Groups | Rounds | Median ms | Most ms | Repeats (least to most) | Aim |',
  '|---|---|---|---|---|---|---|',
  ...rows,
  '',
  `${new Date().toISOString().slice(0, 10)}, ${JSON.stringify(describeMachine())}`,
  '',
].join('\n')
process.stdout.write(text)
if (page !== undefined) writeFileSync(page, text)

function toRow({ people, groups, rounds, aimMs }: Case): string {
  const found = seeds.map((seed) => measure(people, groups, rounds, seed))
  const times = found.map(({ ms }) => ms).sort((a, b) => a - b)
  const repeats = found.map((one) => one.repeats).sort((a, b) => a - b)
  const [median, most] = [times[Math.floor(times.length / 2)] ?? 0, times.at(-1) ?? 0]
  const isMet = aimMs !== undefined && most <= aimMs && repeats.at(-1) === 0
  const aim = aimMs === undefined ? '' : isMet ? 'met' : 'missed'
  return `| ${people} | ${groups} | ${rounds} | ${median.toFixed(0)} | ${most.toFixed(0)} | ${repeats[0]} to ${repeats.at(-1)} | ${aim} |`
}

function measure(count: number, groups: number, rounds: number, seed: number): { ms: number; repeats: number } {
  const people = Array.from({ length: count }, (_, place) => ({
    id: place.toString(16).padStart(8, '0') as ParticipantId,
    attributes: {},
  }))
  const before = process.cpuUsage()
  const grouped = groupPeople({
    people,
    groups: Array.from({ length: groups }, () => ({})),
    rounds,
    criteria: [],
    keepTogether: [],
    keepApart: [],
    metBefore: [],
    seed,
  })
  const { user, system } = process.cpuUsage(before)
  if (!grouped.ok) throw new Error(JSON.stringify(grouped.problem))
  return { ms: (user + system) / 1000, repeats: grouped.repeats }
}
