// SPDX-License-Identifier: Apache-2.0
// Commands of host pages for breakout rooms: Jitsi's and those beyond. Where the page's configuration says no rooms, all are refused.
import { type LateJoin, mainRoomId, type SelfMove } from '@alcove/protocol'
import type { SupportedCommand } from '@alcove/protocol/embed'
import { type CommandHandler, type HostedPage, HostRefused, personIn, roomIn, viewOf } from './HostedPage.ts'
import { msOf, optionsOf, textOf } from './hostArguments.ts'

const policies: readonly SelfMove[] = ['anywhere', 'main-only', 'nowhere']
const lateJoins: readonly LateJoin[] = ['main', 'fewest', 'choose']

const commands = {
  addBreakoutRoom: ({ client }, [name]) => client.createRoom(textOf(name)),
  autoAssignToBreakoutRooms: ({ client }) => client.assignRooms('main-room'),
  closeBreakoutRoom: async (hosted, [room]) => {
    const roomId = roomIn(hosted, room)
    const wasOpen = viewOf(hosted).meeting.rooms[roomId]?.open ?? false
    await hosted.client.closeRoom(roomId)
    // Jitsi's rooms stay open to everybody; one that a moderator locked stays locked.
    if (wasOpen) await hosted.client.openRoom(roomId)
  },
  joinBreakoutRoom: (hosted, [room]) =>
    hosted.client.move(viewOf(hosted).self.participantId, room ? roomIn(hosted, room) : mainRoomId),
  removeBreakoutRoom: (hosted, [room]) => hosted.client.removeRoom(roomIn(hosted, room)),
  sendParticipantToRoom: (hosted, [person, room]) => hosted.client.move(personIn(hosted, person), roomIn(hosted, room)),

  allowBreakoutRooms: ({ client }, [allowed]) => client.allowRooms(allowed === true),
  announce: (hosted, [text, rooms]) =>
    hosted.client.announce(
      Array.isArray(rooms) && rooms.length > 0 ? rooms.map((room) => roomIn(hosted, room)) : 'all',
      String(text ?? ''),
    ),
  answerHelp: ({ client }, [requestId]) => client.answerHelp(Number(requestId)),
  askForHelp: ({ client }, [text]) => client.askForHelp(textOf(text)),
  assignParticipantToRoom: (hosted, [person, room]) =>
    hosted.client.assign(personIn(hosted, person), room ? roomIn(hosted, room) : undefined),
  assignBreakoutRooms: ({ client }, [options]) => {
    const { who, seed, hold } = optionsOf(options)
    const whom = who === 'everybody' ? 'everybody' : 'main-room'
    return client.assignRooms(whom, typeof seed === 'number' ? seed : undefined, { hold: hold === true })
  },
  cancelBreakoutCountdown: ({ client }) => client.cancelCountdown(),
  closeAllBreakoutRooms: ({ client }, [seconds]) => client.closeAllRooms(msOf(seconds)),
  enterToHelp: ({ client }, [requestId]) => client.takeHelp(Number(requestId), { enter: true }),
  extendBreakoutTimer: ({ client }, [seconds]) => client.extendTimer(timeOf(seconds)),
  leaveHelp: ({ client }) => client.returnFromHelp(),
  lockBreakoutRoom: (hosted, [room]) => hosted.client.closeRoom(roomIn(hosted, room)),
  openAllBreakoutRooms: ({ client }, [seconds]) => client.openAllRooms(msOf(seconds)),
  openBreakoutRoom: (hosted, [room]) => hosted.client.openRoom(roomIn(hosted, room)),
  renameBreakoutRoom: (hosted, [room, name]) => hosted.client.renameRoom(roomIn(hosted, room), String(name ?? '')),
  setBreakoutPolicy: async ({ client }, [options]) => {
    const { selfMove, lateJoin } = optionsOf(options)
    const policy = policies.find((one) => one === selfMove)
    const rule = lateJoins.find((one) => one === lateJoin)
    if (policy === undefined && rule === undefined) throw new HostRefused('REQUEST_INVALID', 'no policy was given')
    if (policy !== undefined) await client.setSelfMove(policy)
    if (rule !== undefined) await client.setLateJoin(rule)
  },
  startBreakoutTimer: ({ client }, [seconds, options]) =>
    client.startTimer(timeOf(seconds), optionsOf(options).bringBack === false ? 'nothing' : 'bring-back'),
  stopBreakoutTimer: ({ client }) => client.stopTimer(),
  withdrawHelp: ({ client }) => client.withdrawHelp(),
} satisfies Partial<Record<SupportedCommand, CommandHandler>>

export const roomCommands: Readonly<Record<keyof typeof commands, CommandHandler>> = guarded(commands)

function guarded<Name extends string>(all: Readonly<Record<Name, CommandHandler>>): Record<Name, CommandHandler> {
  const entries = Object.entries<CommandHandler>(all).map(([name, handler]): [string, CommandHandler] => [
    name,
    (hosted, args) => {
      refuseWithoutRooms(hosted)
      return handler(hosted, args)
    },
  ])
  // The same names as before.
  return Object.fromEntries(entries) as Record<Name, CommandHandler>
}

function refuseWithoutRooms({ page }: HostedPage): void {
  if (page.getSnapshot().config['breakoutRooms.enabled'] === false)
    throw new HostRefused('notSupported', 'breakoutRooms.enabled is false for this page')
}

function timeOf(seconds: unknown): number {
  const ms = msOf(seconds)
  if (ms === undefined) throw new HostRefused('REQUEST_INVALID', `${String(seconds)} is no number of seconds`)
  return ms
}
