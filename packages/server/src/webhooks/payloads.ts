// SPDX-License-Identifier: Apache-2.0
// The parts of which the data of webhooks are made, by the field names of JaaS. What is not known is an empty text, as there.
import type { Seat } from '@alcove/meeting'
import { mainRoomId, type ParticipantId, type RoomId } from '@alcove/protocol'
import { jidOf, type MeetingNames, type Naming } from './addresses.ts'

export type Data = Readonly<Record<string, unknown>>

export interface Context {
  readonly naming: Naming
  readonly names: MeetingNames
}

/** A webhook without its envelope. */
export interface Told {
  readonly eventType: string
  readonly data: Data | readonly Data[]
}

/** Fields that name people, wherever they stand in `data`. */
const personalKeys: ReadonlySet<string> = new Set([
  'name',
  'currentName',
  'email',
  'avatar',
  'group',
  'id',
  'userId',
  'text',
])

export function personFields(seat: Seat, { naming, names }: Context): Data {
  return {
    moderator: seat.role === 'moderator',
    name: seat.displayName,
    group: seat.identity.attributes.group ?? '',
    email: seat.identity.email ?? '',
    id: seat.identity.userId ?? '',
    participantJid: jidOf(seat.id, naming),
    participantId: seat.id,
    avatar: seat.identity.avatar ?? '',
    conference: names.conference,
    participantFullJid: `${names.conference}/${seat.id}`,
    role: seat.role,
  }
}

export function whoFields(participantId: ParticipantId, naming: Naming): Data {
  return { participantJid: jidOf(participantId, naming), participantId }
}

export function roomFields(roomId: RoomId): { readonly isBreakout: boolean; readonly breakoutRoomId?: RoomId } {
  return roomId === mainRoomId ? { isBreakout: false } : { isBreakout: true, breakoutRoomId: roomId }
}

/** A webhook's JSON without what names people. */
export function blankPersonal(body: string): string {
  const webhook = JSON.parse(body)
  return JSON.stringify({ ...webhook, data: blanked(webhook.data) })
}

function blanked(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => blanked(item, key))
  if (typeof value !== 'object' || value === null)
    return personalKeys.has(key) && typeof value === 'string' ? '' : value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, blanked(inner, name)]))
}
