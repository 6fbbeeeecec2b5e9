// SPDX-License-Identifier: Apache-2.0
// Breakout rooms over REST: making, changing, opening and closing each of them.
import type { Room, RunningMeeting } from '@alcove/meeting'
import { nameSchema } from '@alcove/protocol'
import { z } from 'zod'
import { carryOut, look } from '../carryOut.ts'
import { defineCommand } from '../defineCommand.ts'
import { defineOperation, type Resource } from '../operation.ts'
import { pageQuery, pageSchema, toPage } from '../pages.ts'
import { meetingPath, roomPath } from '../paths.ts'
import { Refused } from '../problem.ts'

const roomSchema = z
  .strictObject({
    roomId: z.string(),
    name: z.string(),
    order: z.int(),
    open: z.boolean().describe('Whether people may enter by themselves.'),
    underWay: z.boolean().describe('Whether people are sent to it now.'),
    present: z.int().describe('How many people are in it.'),
  })
  .meta({ id: 'Room' })

const listRooms = defineOperation(
  {
    id: 'listRooms',
    method: 'GET',
    path: '/meetings/{meeting}/rooms',
    summary: 'The breakout rooms of a meeting',
    scope: 'meetings:read',
    params: meetingPath,
    query: pageQuery,
    answer: { status: 200, meaning: 'In their order.', schema: pageSchema(roomSchema) },
  },
  async ({ params: { meeting }, query, world }) => ({
    body: await look({ world }, meeting, (state) => {
      const rooms = [...state.rooms.values()].sort((a, b) => a.order - b.order)
      const page = toPage(rooms, query, (room) => room.order)
      return { ...page, items: page.items.map((room) => toRoom(state, room)) }
    }),
  }),
)

const createRoom = defineOperation(
  {
    id: 'createRoom',
    method: 'POST',
    path: '/meetings/{meeting}/rooms',
    summary: 'Add a room',
    description: 'Without a name it gets the next one, such as "Room 3". Rooms begin closed.',
    scope: 'meetings:write',
    params: meetingPath,
    body: z.strictObject({ name: nameSchema }).partial().meta({ id: 'NewRoom' }),
    answer: {
      status: 201,
      meaning: 'The room was added.',
      schema: z.strictObject({ roomId: z.string() }).meta({ id: 'RoomMade' }),
    },
    refusals: ['NAME_INVALID', 'ROOM_LIMIT_REACHED'],
  },
  async ({ params: { meeting }, body, call, world }) => {
    const { roomId } = await carryOut<'room.create'>({ call, world }, meeting, (from) => ({
      type: 'CreateRoom',
      roomId: world.ids.roomId(),
      ...(body.name === undefined ? {} : { name: body.name }),
      ...from,
    }))
    return { body: { roomId }, location: `/meetings/${encodeURIComponent(meeting)}/rooms/${roomId}` }
  },
)

const getRoom = defineOperation(
  {
    id: 'getRoom',
    method: 'GET',
    path: '/meetings/{meeting}/rooms/{room}',
    summary: 'One room',
    scope: 'meetings:read',
    params: roomPath,
    answer: { status: 200, meaning: 'The room.', schema: roomSchema },
    refusals: ['ROOM_UNKNOWN'],
  },
  async ({ params: { meeting, room: roomId }, world }) => ({
    body: await look({ world }, meeting, (state) => {
      const room = state.rooms.get(roomId)
      if (!room) throw new Refused({ code: 'ROOM_UNKNOWN', details: { roomId } })
      return toRoom(state, room)
    }),
  }),
)

const changeRoom = defineCommand(
  {
    id: 'changeRoom',
    method: 'PATCH',
    path: '/meetings/{meeting}/rooms/{room}',
    summary: 'Rename a room',
    scope: 'meetings:write',
    params: roomPath,
    body: z.strictObject({ name: nameSchema }).meta({ id: 'RoomChange' }),
    done: 'It is changed.',
    refusals: ['ROOM_UNKNOWN', 'ROOM_IS_MAIN', 'NAME_INVALID'],
  },
  ({ params: { room: roomId }, body: { name } }, from) => ({ type: 'RenameRoom', roomId, name, ...from }),
)

const removeRoom = defineCommand(
  {
    id: 'removeRoom',
    method: 'DELETE',
    path: '/meetings/{meeting}/rooms/{room}',
    summary: 'Remove a room',
    description: 'People who are in it come back to the main room.',
    scope: 'meetings:write',
    params: roomPath,
    done: 'It is gone.',
    refusals: ['ROOM_UNKNOWN', 'ROOM_IS_MAIN'],
  },
  ({ params: { room: roomId } }, from) => ({ type: 'RemoveRoom', roomId, ...from }),
)

const openRoom = defineCommand(
  {
    id: 'openRoom',
    method: 'POST',
    path: '/meetings/{meeting}/rooms/{room}/open',
    summary: 'Open one room, so that people may enter by themselves',
    scope: 'meetings:write',
    params: roomPath,
    done: 'It is open.',
    refusals: ['ROOM_UNKNOWN', 'ROOM_IS_MAIN'],
  },
  ({ params: { room: roomId } }, from) => ({ type: 'OpenRoom', roomId, ...from }),
)

const closeRoom = defineCommand(
  {
    id: 'closeRoom',
    method: 'POST',
    path: '/meetings/{meeting}/rooms/{room}/close',
    summary: 'Close one room; people who are in it come back',
    scope: 'meetings:write',
    params: roomPath,
    done: 'It is closed.',
    refusals: ['ROOM_UNKNOWN', 'ROOM_IS_MAIN'],
  },
  ({ params: { room: roomId } }, from) => ({ type: 'CloseRoom', roomId, ...from }),
)

function toRoom(state: RunningMeeting, { id, name, order, open, underWay }: Room): z.input<typeof roomSchema> {
  const inside = [...state.seats.values()].filter((seat) => seat.roomId === id && seat.presence.status === 'present')
  return { roomId: id, name, order, open, underWay, present: inside.length }
}

export const rooms: Resource = {
  name: 'rooms',
  meaning: 'Breakout rooms, one by one.',
  operations: [listRooms, createRoom, getRoom, changeRoom, removeRoom, openRoom, closeRoom],
}
