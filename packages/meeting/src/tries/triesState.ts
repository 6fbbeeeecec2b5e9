// SPDX-License-Identifier: Apache-2.0
// When people did what they may do only so often.
import type { ParticipantId } from '@alcove/protocol'

export type Tried = 'hand' | 'knock' | 'ask-to-send'

/** When each person did it, newest first; of what was never done nothing is kept. */
export type Tries = ReadonlyMap<ParticipantId, Readonly<Partial<Record<Tried, readonly number[]>>>>

export const noTries: Tries = new Map()
