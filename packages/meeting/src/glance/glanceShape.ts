// SPDX-License-Identifier: Apache-2.0
// Glances as plain data and back, with the guard of their shape (see snapshot.ts).
import type { JsonObject, ParticipantId } from '@alcove/protocol'
import { isListOf, isNumber, isRecord, isString } from '../shapes.ts'
import type { Glance, GlanceState } from './glanceState.ts'

export interface GlanceSnapshot {
  readonly allowed: boolean
  readonly lookers: readonly { readonly id: ParticipantId; readonly glances: readonly Glance[] }[]
}

export function toGlanceSnapshot({ allowed, lookers }: GlanceState): JsonObject {
  return {
    allowed,
    lookers: [...lookers].map(([id, glances]) => ({ id, glances: glances.map((each) => ({ ...each })) })),
  }
}

export function fromGlanceSnapshot({ allowed, lookers }: GlanceSnapshot): GlanceState {
  return { allowed, lookers: new Map(lookers.map(({ id, glances }) => [id, glances])) }
}

export function isGlanceState(value: unknown): boolean {
  return isRecord(value) && typeof value.allowed === 'boolean' && isListOf(value.lookers, isLooker)
}

function isLooker(value: unknown): boolean {
  return isRecord(value) && isString(value.id) && isListOf(value.glances, isGlance)
}

function isGlance(value: unknown): boolean {
  return isRecord(value) && isString(value.roomId) && isNumber(value.since)
}
