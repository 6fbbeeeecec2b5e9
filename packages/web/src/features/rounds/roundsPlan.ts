// SPDX-License-Identifier: Apache-2.0
// A plan of rounds looked at as a whole: who meets again, who is in no room of a round, and the plan as text and as a table. Pure.
import type { MeetingView } from '@alcove/client'
import { type ParticipantId, type RoundId, writeCsv } from '@alcove/protocol'
import { compareNames, formatNames } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import { peopleInOrder } from '../../state/inOrder.ts'
import type { PickablePerson } from '../../ui/PeoplePicker.tsx'
import type { PrintBlock } from '../../ui/printBlocks.ts'
import type { RoundModel } from './roundsModel.ts'

export type NamedPair = readonly [string, string]

/** Of each round, who is together in it and was in a round before it. */
export function toRepeats(rounds: readonly RoundModel[]): ReadonlyMap<RoundId, readonly NamedPair[]> {
  const met = new Set<string>()
  const repeats = new Map<RoundId, readonly NamedPair[]>()
  for (const { roundId, groups } of rounds) {
    const pairs = groups.flatMap(({ people }) =>
      people.flatMap((first, place) => people.slice(place + 1).map((second) => ({ first, second }))),
    )
    const keyed = pairs.map(({ first, second }) => ({
      key: [first.participantId, second.participantId].sort().join(' '),
      names: [first.name, second.name] as const,
    }))
    repeats.set(
      roundId,
      keyed.filter(({ key }) => met.has(key)).map(({ names }) => names),
    )
    for (const { key } of keyed) met.add(key)
  }
  return repeats
}

const mostNamed = 3

/** In words; undefined: nobody meets again. */
export function toRepeatsText(pairs: readonly NamedPair[]): string | undefined {
  if (pairs.length === 0) return undefined
  const named = pairs.slice(0, mostNamed).map((pair) => formatNames(pair))
  const names = pairs.length > mostNamed ? `${named.join('; ')}; …` : named.join('; ')
  return t('rounds.repeats', { count: pairs.length, names })
}

/** Who is here, is no moderator, and is in no room of the round. */
export function toLeftOut(view: MeetingView, { groups }: RoundModel): readonly PickablePerson<ParticipantId>[] {
  const seated = new Set(groups.flatMap(({ people }) => people.map(({ participantId }) => participantId)))
  return peopleInOrder(view)
    .filter(([id, { role }]) => role !== 'moderator' && !seated.has(id))
    .map(([id, { displayName }]) => ({ id, name: displayName }))
    .sort((first, second) => compareNames(first.name, second.name))
}

/** A round for each block, a room for each line. */
export function toPlanBlocks(rounds: readonly RoundModel[]): readonly PrintBlock[] {
  return rounds.map(({ name, minutes, groups }) => ({
    title: minutes === undefined ? name : `${name} (${t('rounds.minutes', { count: minutes })})`,
    lines: groups.map(({ roomName, people }) => `${roomName}: ${formatNames(people.map((person) => person.name))}`),
  }))
}

export function toPlanText(rounds: readonly RoundModel[]): string {
  return toPlanBlocks(rounds)
    .map(({ title, lines }) => [title, ...lines].join('\n'))
    .join('\n\n')
}

/** A line for each person of each round. */
export function toPlanCsv(rounds: readonly RoundModel[]): string {
  const rows = rounds.flatMap(({ name, groups }, place) =>
    groups.flatMap(({ roomName, people }) => people.map((person) => [`${place + 1}`, name, roomName, person.name])),
  )
  return writeCsv(
    [t('rounds.column.number'), t('rounds.column.round'), t('words.room'), t('rounds.column.person')],
    rows,
  )
}
