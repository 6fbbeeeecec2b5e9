// SPDX-License-Identifier: Apache-2.0
// What may be answered when the server is to put people into rooms.
import type { ApiErrorCode } from '@alcove/protocol'

export const planRefusals: readonly ApiErrorCode[] = [
  'ROOMS_OFF',
  'GROUPING_IMPOSSIBLE',
  'ROOM_NONE',
  'ROOM_UNKNOWN',
  'ROOM_IS_MAIN',
  'ROOM_LIMIT_REACHED',
  'PARTICIPANT_UNKNOWN',
  'PLANNER_BUSY',
]
