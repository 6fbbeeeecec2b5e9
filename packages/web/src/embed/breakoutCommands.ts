// SPDX-License-Identifier: Apache-2.0
// Commands of host pages for breakout rooms: Jitsi's and those beyond. Where the page's configuration says no rooms, all are refused.
import type { NewRoom, RoomChange } from '@alcove/client'
import { type LateJoin, mainRoomId, type SelfMove } from '@alcove/protocol'
import type { SupportedCommand } from '@alcove/protocol/embed'
import { type CommandHandler, type HostedPage, HostRefused, personIn, roomIn, viewOf } from './HostedPage.ts'
import { msOf, optionsOf, textOf } from './hostArguments.ts'
import { roundCommands, toAssignment } from './roundCommands.ts'

const policies: readonly SelfMove[] = ['anywhere', 'main-only', 'nowhere']
const lateJoins: readonly LateJoin[] = ['main', 'fewest', 'choose', 'lobby']

const commands = {
  addBreakoutRoom: ({ client }, [name, options]) => client.createRoom(textOf(name), toProperties(optionsOf(options))),
  autoAssignToBreakoutRooms: ({ client }) => client.assignRooms('main-room'),
  closeBreakoutRoom: async (hosted, [room]) => {
    const roomId = roomIn(hosted, room)
    const wasOpen = viewOf(hosted).meeting.rooms[roomId]?.open ?? false
    await hosted.client.closeRoom(roomId)
    // Jitsi's rooms stay open to everybody; one that a moderator locked stays locked.
    if (wasOpen) await hosted.client.openRoom(roomId)
  },
  joinBreakoutRoom: (hosted, [room, given]) => {
    const password = textOf(given)
    const roomId = room ? roomIn(hosted, room) : mainRoomId
    return hosted.client.move(viewOf(hosted).self.participantId, roomId, password === undefined ? {} : { password })
  },
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
  assignBreakoutRooms: (hosted, [options]) => {
    const { who, seed, how } = toAssignment(hosted, optionsOf(options))
    return hosted.client.assignRooms(who, seed, how)
  },
  answerBreakoutKnock: (hosted, [room, person, admitted]) =>
    hosted.client.admitToRoom(roomIn(hosted, room), personIn(hosted, person), admitted === true),
  changeBreakoutRoom: (hosted, [room, options]) => {
    const { name, ...given } = optionsOf(options)
    const title = textOf(name)
    return hosted.client.changeRoom(roomIn(hosted, room), {
      ...(title !== undefined && { name: title }),
      ...toChange(given),
    })
  },
  cancelBreakoutCountdown: ({ client }) => client.cancelCountdown(),
  closeAllBreakoutRooms: ({ client }, [seconds]) => client.closeAllRooms(msOf(seconds)),
  enterToHelp: ({ client }, [requestId]) => client.takeHelp(Number(requestId), { enter: true }),
  extendBreakoutTimer: ({ client }, [seconds]) => client.extendTimer(timeOf(seconds)),
  knockAtBreakoutRoom: (hosted, [room, knocking = true]) =>
    hosted.client.knock(roomIn(hosted, room), knocking === true),
  leavePodium: ({ client }) => client.leavePodium(),
  lowerHands: (hosted, [options]) => {
    const { participantId, room } = optionsOf(options)
    if (participantId !== undefined) return hosted.client.lowerHands({ participantId: personIn(hosted, participantId) })
    return hosted.client.lowerHands(room === undefined ? 'everybody' : { roomId: roomIn(hosted, room) })
  },
  placeBreakoutRoom: (hosted, [room, before]) =>
    hosted.client.placeRoom(roomIn(hosted, room), before ? roomIn(hosted, before) : undefined),
  setRoomHost: (hosted, [room, person, isHost = true]) =>
    hosted.client.setHost(roomIn(hosted, room), personIn(hosted, person), isHost === true),
  takePodium: (hosted, [rooms]) =>
    hosted.client.takePodium(
      Array.isArray(rooms) && rooms.length > 0 ? rooms.map((room) => roomIn(hosted, room)) : 'all',
    ),
  undoBreakoutAssignment: ({ client }) => client.undoAssignment(),
  ...roundCommands,
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

/** What is not of its kind counts as not given; the server looks at the values. */
function toProperties({ open, ...given }: Readonly<Record<string, unknown>>): NewRoom {
  const { capacity, task, locked, password } = toChange(given)
  return {
    ...(typeof open === 'boolean' && { open }),
    ...(capacity && { capacity }),
    ...(task && { task }),
    ...(locked !== undefined && { locked }),
    ...(password && { password }),
  }
}

function toChange({ capacity, task, locked, password }: Readonly<Record<string, unknown>>): RoomChange {
  return {
    ...((typeof capacity === 'number' || capacity === null) && { capacity }),
    ...((typeof task === 'string' || task === null) && { task }),
    ...(typeof locked === 'boolean' && { locked }),
    ...((typeof password === 'string' || password === null) && { password }),
  }
}

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
