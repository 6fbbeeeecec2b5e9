// SPDX-License-Identifier: Apache-2.0
// What somebody has tried, as plain data and back.
import type { JsonObject, ParticipantId } from '@alcove/protocol'
import { isListOf, isNumber, isRecord, isString } from '../shapes.ts'
import type { Tried, Tries } from './triesState.ts'

export type TriesSnapshot = readonly {
  readonly by: ParticipantId
  readonly tried: Readonly<Partial<Record<Tried, readonly number[]>>>
}[]

export function toTriesSnapshot(tries: Tries): readonly JsonObject[] {
  return [...tries].map(([by, tried]) => ({ by, tried: { ...tried } }))
}

export function fromTriesSnapshot(snapshot: TriesSnapshot): Tries {
  return new Map(snapshot.map(({ by, tried }) => [by, tried]))
}

export function isTries(value: unknown): value is TriesSnapshot {
  return isListOf(value, (one) => isRecord(one) && isString(one.by) && isTried(one.tried))
}

function isTried(value: unknown): boolean {
  const known: readonly string[] = ['hand', 'knock', 'ask-to-send'] satisfies readonly Tried[]
  return (
    isRecord(value) && Object.entries(value).every(([what, times]) => known.includes(what) && isListOf(times, isNumber))
  )
}
