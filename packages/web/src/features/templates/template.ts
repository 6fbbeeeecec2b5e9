// SPDX-License-Identifier: Apache-2.0
// A template of a meeting: its rooms and rules, and how long rounds and rooms are to last. Read from storage and files, which may hold anything. Pure.
import type { MeetingView } from '@alcove/client'
import {
  type LateJoin,
  lateJoinSchema,
  nameSchema,
  roomCapacitySchema,
  roomTaskSchema,
  type SelfMove,
  selfMoveSchema,
  type TimerEnd,
  timerEndSchema,
} from '@alcove/protocol'
import type { roomIdsInOrder } from '../../state/inOrder.ts'
import { toServerRoomName } from '../../state/withRoomNames.ts'

export interface RoomTemplate {
  /** As the server calls it. */
  readonly name: string
  readonly task: string | undefined
  readonly capacity: number | undefined
  readonly locked: boolean
}

export interface RulesTemplate {
  readonly selfMove: SelfMove
  readonly lateJoin: LateJoin
  readonly mayLookIn: boolean
  readonly mustAskAudio: boolean
  readonly mustAskVideo: boolean
}

export interface Template {
  readonly name: string
  /** In their order. */
  readonly rooms: readonly RoomTemplate[]
  readonly rules: RulesTemplate
  /** Planned for who is there when it is applied; `minutes` 0: without an end. */
  readonly rounds: { readonly count: number; readonly minutes: number } | undefined
  readonly timer: { readonly minutes: number; readonly atEnd: TimerEnd } | undefined
}

/** The file says what it is, so that no other one is taken for a template, and a later version is told apart. */
const format = 'alcove-template'
const version = 1
const mostRooms = 100
const mostMinutes = 480

export type TemplateRead =
  | { readonly ok: true; readonly template: Template }
  /** `newer`: made by a later version of the app. */
  | { readonly ok: false; readonly fault: 'unreadable' | 'newer' }

export function templateOf(
  { meeting, moderators }: MeetingView,
  name: string,
  { rounds, timer }: Pick<Template, 'rounds' | 'timer'>,
  roomIds: ReturnType<typeof roomIdsInOrder>,
): Template {
  return {
    name,
    rooms: roomIds.flatMap((roomId) => {
      const room = meeting.rooms[roomId]
      return room
        ? [
            {
              name: toServerRoomName(room.name),
              task: moderators?.tasks[roomId],
              capacity: room.capacity,
              locked: room.locked,
            },
          ]
        : []
    }),
    rules: rulesOf(meeting),
    rounds,
    timer,
  }
}

export function rulesOf({ selfMove, lateJoin, mayLookIn, mustAsk }: MeetingView['meeting']): RulesTemplate {
  return { selfMove, lateJoin, mayLookIn, mustAskAudio: mustAsk.audio, mustAskVideo: mustAsk.video }
}

export function toTemplateText(template: Template): string {
  return `${JSON.stringify({ format, version, ...template }, undefined, 2)}\n`
}

export function readTemplate(text: string): TemplateRead {
  const unreadable = { ok: false, fault: 'unreadable' } as const
  const found = asObject(parseJson(text))
  if (found?.format !== format || typeof found.version !== 'number') return unreadable
  if (found.version > version) return { ok: false, fault: 'newer' }
  const name = nameSchema.safeParse(found.name)
  const rules = asObject(found.rules)
  const selfMove = selfMoveSchema.safeParse(rules?.selfMove)
  const lateJoin = lateJoinSchema.safeParse(rules?.lateJoin)
  const rooms = Array.isArray(found.rooms) && found.rooms.length <= mostRooms ? found.rooms.map(readRoom) : undefined
  const rounds = readRounds(found.rounds)
  const timer = readTimer(found.timer)
  if (!name.success || !rules || !selfMove.success || !lateJoin.success || rounds === bad || timer === bad)
    return unreadable
  const goodRooms = rooms?.filter((room) => room !== undefined)
  if (!rooms || goodRooms?.length !== rooms.length) return unreadable
  return {
    ok: true,
    template: {
      name: name.data,
      rooms: goodRooms,
      rules: {
        selfMove: selfMove.data,
        lateJoin: lateJoin.data,
        mayLookIn: rules.mayLookIn !== false,
        mustAskAudio: rules.mustAskAudio === true,
        mustAskVideo: rules.mustAskVideo === true,
      },
      rounds,
      timer,
    },
  }
}

const bad = Symbol('not what a template has')

function readRoom(value: unknown): RoomTemplate | undefined {
  const found = asObject(value)
  const name = nameSchema.safeParse(found?.name)
  if (!found || !name.success) return undefined
  const task = found.task === undefined ? undefined : roomTaskSchema.safeParse(found.task)
  const capacity = found.capacity === undefined ? undefined : roomCapacitySchema.safeParse(found.capacity)
  if (task?.success === false || capacity?.success === false) return undefined
  return { name: name.data, task: task?.data, capacity: capacity?.data, locked: found.locked === true }
}

function readRounds(value: unknown): Template['rounds'] | typeof bad {
  if (value === undefined) return undefined
  const found = asObject(value)
  const count = wholeNumber(found?.count, 1, 20)
  const minutes = wholeNumber(found?.minutes, 0, mostMinutes)
  return count === undefined || minutes === undefined ? bad : { count, minutes }
}

function readTimer(value: unknown): Template['timer'] | typeof bad {
  if (value === undefined) return undefined
  const found = asObject(value)
  const minutes = wholeNumber(found?.minutes, 1, mostMinutes)
  const atEnd = timerEndSchema.safeParse(found?.atEnd)
  return minutes === undefined || !atEnd.success ? bad : { minutes, atEnd: atEnd.data }
}

function wholeNumber(value: unknown, least: number, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
