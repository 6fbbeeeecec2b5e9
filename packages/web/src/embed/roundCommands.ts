// SPDX-License-Identifier: Apache-2.0
// Commands of host pages for rounds, and the wishes by which people are put into rooms.
import type { AssignOptions, PlanRoundsOptions, RoundContent } from '@alcove/client'
import type { GroupedPeople, GroupingWishes, ParticipantId } from '@alcove/protocol'
import type { SupportedCommand } from '@alcove/protocol/embed'
import { type CommandHandler, type HostedPage, HostRefused, personIn, roomIn } from './HostedPage.ts'
import { msOf, optionsOf, textOf } from './hostArguments.ts'

type Options = Readonly<Record<string, unknown>>

export const roundCommands = {
  addBreakoutRound: (hosted, [options]) => {
    const { groups = [], ...round } = toRound(hosted, optionsOf(options))
    return hosted.client.addRound({ ...round, groups })
  },
  assignParticipantInRound: (hosted, [roundId, person, room]) =>
    hosted.client.assignInRound(Number(roundId), [personIn(hosted, person)], room ? roomIn(hosted, room) : undefined),
  changeBreakoutRound: (hosted, [roundId, options]) =>
    hosted.client.changeRound(Number(roundId), toRound(hosted, optionsOf(options))),
  planBreakoutRounds: (hosted, [count, given]) => {
    const options = optionsOf(given)
    const durationMs = msOf(options.seconds)
    const how: PlanRoundsOptions = {
      ...toSeed(options),
      ...(durationMs !== undefined && { durationMs }),
      ...(options.replace === true && { replace: true }),
      wishes: toWishes(hosted, options),
    }
    return hosted.client.planRounds(Number(count), how)
  },
  removeBreakoutRound: ({ client }, [roundId]) => client.removeRound(Number(roundId)),
  reorderBreakoutRounds: ({ client }, [roundIds]) => client.reorderRounds(listOf(roundIds).map(Number)),
  startNextBreakoutRound: ({ client }, [seconds]) => client.startNextRound(msOf(seconds)),
} satisfies Partial<Record<SupportedCommand, CommandHandler>>

const whos: readonly GroupedPeople[] = ['main-room', 'everybody', 'unassigned']

/** How people are to be put into rooms, out of what a host page says. */
export function toAssignment(
  hosted: HostedPage,
  options: Options,
): { readonly who: GroupedPeople; readonly seed: number | undefined; readonly how: AssignOptions } {
  const who = whos.find((one) => one === options.who) ?? 'main-room'
  const how = { hold: options.hold === true, wishes: toWishes(hosted, options) }
  return { who, seed: toSeed(options).seed, how }
}

function toSeed({ seed }: Options): { readonly seed?: number } {
  return typeof seed === 'number' ? { seed } : {}
}

function toWishes(hosted: HostedPage, { rooms, size, together, apart, attribute }: Options): GroupingWishes {
  const { name, how } = optionsOf(attribute)
  const people = (lists: unknown): ParticipantId[][] =>
    listOf(lists).map((list) => listOf(list).map((person) => personIn(hosted, person)))
  return {
    ...(typeof rooms === 'number' && { into: { rooms } }),
    ...(typeof size === 'number' && { into: { size } }),
    ...(together !== undefined && { together: people(together) }),
    ...(apart !== undefined && { apart: people(apart) }),
    ...(textOf(name) !== undefined && {
      attribute: { name: String(name), how: how === 'gather' ? 'gather' : 'spread' },
    }),
  }
}

function toRound(hosted: HostedPage, { name, seconds, groups }: Options): Partial<RoundContent> {
  const durationMs = msOf(seconds)
  const title = textOf(name)
  return {
    ...(title !== undefined && { name: title }),
    ...(durationMs !== undefined && { durationMs }),
    ...(groups !== undefined && {
      groups: listOf(groups)
        .map(optionsOf)
        .map(({ room, participants }) => ({
          roomId: roomIn(hosted, room),
          participantIds: listOf(participants).map((person) => personIn(hosted, person)),
        })),
    }),
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new HostRefused('REQUEST_INVALID', 'a list is missing')
  return value
}
