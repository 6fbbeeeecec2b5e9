// SPDX-License-Identifier: Apache-2.0
// The podium as plain data and back, with the guard of its shape (see snapshot.ts).
import type { JsonObject, ParticipantId, PodiumRooms } from '@alcove/protocol'
import { isListOf, isRecord, isString } from '../shapes.ts'
import type { PodiumState } from './podiumState.ts'

export type PodiumSnapshot = readonly { readonly id: ParticipantId; readonly rooms: PodiumRooms }[]

export function toPodiumSnapshot(podium: PodiumState): readonly JsonObject[] {
  return [...podium].map(([id, rooms]) => ({ id, rooms: rooms === 'all' ? rooms : [...rooms] }))
}

export function fromPodiumSnapshot(podium: PodiumSnapshot): PodiumState {
  return new Map(podium.map(({ id, rooms }) => [id, rooms]))
}

export function isPodium(value: unknown): boolean {
  return isListOf(value, isSpeaking)
}

function isSpeaking(value: unknown): boolean {
  return isRecord(value) && isString(value.id) && (value.rooms === 'all' || isListOf(value.rooms, isString))
}
