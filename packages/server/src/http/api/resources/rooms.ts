// SPDX-License-Identifier: Apache-2.0
// Breakout rooms over REST: making, changing, opening and closing each of them.
import type { CommandOf, Room, RunningMeeting } from '@alcove/meeting'
import {
  maxRoomPasswordLength,
  nameSchema,
  participantIdSchema,
  roomCapacitySchema,
  roomIdSchema,
  roomTaskSchema,
} from '@alcove/protocol'
import { z } from 'zod'
import type { ApiWorld } from '../apiWorld.ts'
import { carryOut, look } from '../carryOut.ts'
import { defineCommand } from '../defineCommand.ts'
import { defineOperation, type Resource } from '../operation.ts'
import { pageQuery, pageSchema, toPage } from '../pages.ts'
import { meetingPath, roomPath } from '../paths.ts'
import { Refused } from '../problem.ts'
import { time } from '../times.ts'

const roomSchema = z
  .strictObject({
    roomId: z.string(),
    name: z.string(),
    order: z.int(),
    open: z.boolean().describe('Whether people may enter by themselves.'),
    underWay: z.boolean().describe('Whether people are sent to it now.'),
    present: z.int().describe('How many people are in it.'),
    capacity: z.int().optional().describe('How many may be in it, moderators not counted; absent: no limit.'),
    task: z.string().optional().describe('What the room is to do, shown inside.'),
    locked: z.boolean().describe('People who are not assigned to it knock.'),
    hasPassword: z.boolean(),
    hosts: z.array(z.string()).describe('People who may mute and let in there.'),
    knocks: z
      .array(z.strictObject({ participantId: z.string(), since: time }))
      .describe('Who wants to be let into the locked room, in the order of knocking.'),
  })
  .meta({ id: 'Room' })

const password = z.string().min(1).max(maxRoomPasswordLength)

const newRoomSchema = z
  .strictObject({
    name: nameSchema,
    open: z.boolean(),
    capacity: roomCapacitySchema,
    task: roomTaskSchema,
    locked: z.boolean(),
    password,
  })
  .partial()
  .meta({ id: 'NewRoom', description: '`open`: whether people may enter by themselves from the beginning.' })

const roomChangeSchema = z
  .strictObject({
    name: nameSchema,
    capacity: z.nullable(roomCapacitySchema),
    task: z.nullable(roomTaskSchema),
    locked: z.boolean(),
    password: z.nullable(password),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Say at least one thing to change.')
  .meta({ id: 'RoomChange', description: 'What is not named stays; null takes it away.' })

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
    description: 'Without a name it gets the next one, such as "Room 3".',
    scope: 'meetings:write',
    params: meetingPath,
    body: newRoomSchema,
    answer: {
      status: 201,
      meaning: 'The room was added.',
      schema: z.strictObject({ roomId: z.string() }).meta({ id: 'RoomMade' }),
    },
    refusals: ['ROOMS_OFF', 'NAME_INVALID', 'TEXT_INVALID', 'ROOM_LIMIT_REACHED'],
  },
  async ({ params: { meeting }, body: { name, open, ...given }, call, world }) => {
    const properties = await propertiesOf(given, world)
    const { roomId } = await carryOut<'room.create'>({ call, world }, meeting, (from) => ({
      type: 'CreateRoom',
      roomId: world.ids.roomId(),
      ...(name !== undefined && { name }),
      ...(open !== undefined && { open }),
      properties,
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

const changeRoom = defineOperation(
  {
    id: 'changeRoom',
    method: 'PATCH',
    path: '/meetings/{meeting}/rooms/{room}',
    summary: 'Change the name, capacity, task, lock or password of a room',
    scope: 'meetings:write',
    params: roomPath,
    body: roomChangeSchema,
    answer: { status: 204, meaning: 'It is changed.' },
    refusals: ['ROOM_UNKNOWN', 'ROOM_IS_MAIN', 'NAME_INVALID', 'TEXT_INVALID'],
  },
  async ({ params: { meeting, room: roomId }, body: { name, ...given }, call, world }) => {
    const change = await propertiesOf(given, world)
    await carryOut({ call, world }, meeting, (from) => ({
      type: 'ChangeRoom',
      roomId,
      ...(name !== undefined && { name }),
      change,
      ...from,
    }))
    return {}
  },
)

const placeRoom = defineCommand(
  {
    id: 'placeRoom',
    method: 'POST',
    path: '/meetings/{meeting}/rooms/{room}/place',
    summary: 'Put a room before another one, or at the end',
    scope: 'meetings:write',
    params: roomPath,
    body: z.strictObject({ before: roomIdSchema }).partial().meta({ id: 'RoomPlace' }),
    done: 'The rooms are in this order.',
    refusals: ['ROOM_UNKNOWN', 'ROOM_IS_MAIN'],
  },
  ({ params: { room: roomId }, body: { before } }, from) => ({
    type: 'PlaceRoom',
    roomId,
    ...(before !== undefined && { before }),
    ...from,
  }),
)

const nameHost = defineCommand(
  {
    id: 'nameHost',
    method: 'POST',
    path: '/meetings/{meeting}/rooms/{room}/hosts',
    summary: 'Name somebody host of a room, or not any more',
    description: 'A host may mute and let people in there.',
    scope: 'meetings:write',
    params: roomPath,
    body: z.strictObject({ participantId: participantIdSchema, isHost: z.boolean() }).meta({ id: 'RoomHost' }),
    done: 'The person is host, or not any more.',
    refusals: ['ROOM_UNKNOWN', 'ROOM_IS_MAIN', 'PARTICIPANT_UNKNOWN'],
  },
  ({ params: { room: roomId }, body: { participantId, isHost } }, from) => ({
    type: 'NameHost',
    roomId,
    participantId,
    isHost,
    ...from,
  }),
)

const admitToRoom = defineCommand(
  {
    id: 'admitToRoom',
    method: 'POST',
    path: '/meetings/{meeting}/rooms/{room}/admit',
    summary: 'Let somebody in who knocks at a room, or not',
    scope: 'meetings:write',
    params: roomPath,
    body: z
      .strictObject({ participantId: participantIdSchema, admitted: z.boolean() })
      .meta({ id: 'RoomAdmission', description: 'Who is let in is moved there.' }),
    done: 'The knock is answered.',
    refusals: ['ROOMS_OFF', 'PARTICIPANT_UNKNOWN', 'ROOM_UNKNOWN', 'ROOM_IS_MAIN', 'ROOM_FULL'],
  },
  ({ params: { room: roomId }, body: { participantId, admitted } }, from) => ({
    type: 'AdmitToRoom',
    roomId,
    participantId,
    admitted,
    ...from,
  }),
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
    refusals: ['ROOMS_OFF', 'ROOM_UNKNOWN', 'ROOM_IS_MAIN'],
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

type Given = Omit<z.output<typeof roomChangeSchema>, 'name'>
type RoomProperties = CommandOf<'ChangeRoom'>['change']

async function propertiesOf({ password: given, ...others }: Given, { passwords }: ApiWorld): Promise<RoomProperties> {
  const { capacity, task, locked } = others
  return {
    ...(capacity !== undefined && { capacity }),
    ...(task !== undefined && { task }),
    ...(locked !== undefined && { locked }),
    ...(given !== undefined && { passwordHash: given === null ? null : await passwords.hash(given) }),
  }
}

function toRoom(state: RunningMeeting, room: Room): z.input<typeof roomSchema> {
  const { id, name, order, open, underWay, capacity, task, locked, hosts, knocks } = room
  const inside = [...state.seats.values()].filter((seat) => seat.roomId === id && seat.presence.status === 'present')
  return {
    roomId: id,
    name,
    order,
    open,
    underWay,
    present: inside.length,
    ...(capacity === undefined ? {} : { capacity }),
    ...(task === undefined ? {} : { task }),
    locked,
    hasPassword: room.password.hash !== undefined,
    hosts: [...hosts],
    knocks: [...knocks],
  }
}

export const rooms: Resource = {
  name: 'rooms',
  meaning: 'Breakout rooms, one by one.',
  operations: [
    listRooms,
    createRoom,
    getRoom,
    changeRoom,
    placeRoom,
    nameHost,
    admitToRoom,
    removeRoom,
    openRoom,
    closeRoom,
  ],
}
