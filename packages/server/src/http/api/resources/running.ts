// SPDX-License-Identifier: Apache-2.0
// Running the rooms over REST: all open, all back, the countdown before it, and the timer.
import { countdownMsSchema, durationMsSchema, timerEndSchema } from '@alcove/protocol'
import { z } from 'zod'
import { defineCommand } from '../defineCommand.ts'
import type { Resource } from '../operation.ts'
import { meetingPath } from '../paths.ts'

const countdownSchema = z
  .strictObject({ inMs: countdownMsSchema })
  .partial()
  .meta({ id: 'Countdown', description: '`inMs`: how long people see it coming; 0 or absent: it happens at once.' })

const openAllRooms = defineCommand(
  {
    id: 'openAllRooms',
    method: 'POST',
    path: '/meetings/{meeting}/open-all',
    summary: 'Open all rooms and send everybody to the room they are assigned to',
    scope: 'meetings:write',
    params: meetingPath,
    body: countdownSchema,
    done: 'The rooms are open, or the countdown runs.',
    refusals: ['ROOMS_OFF', 'ROOM_NONE'],
  },
  ({ body: { inMs = 0 } }, from) => ({ type: 'OpenAllRooms', inMs, ...from }),
)

const closeAllRooms = defineCommand(
  {
    id: 'closeAllRooms',
    method: 'POST',
    path: '/meetings/{meeting}/close-all',
    summary: 'Close all rooms and bring everybody back',
    scope: 'meetings:write',
    params: meetingPath,
    body: countdownSchema,
    done: 'Everybody is back, or the countdown runs.',
  },
  ({ body: { inMs = 0 } }, from) => ({ type: 'CloseAllRooms', inMs, ...from }),
)

const cancelCountdown = defineCommand(
  {
    id: 'cancelCountdown',
    method: 'DELETE',
    path: '/meetings/{meeting}/countdown',
    summary: 'Cancel the countdown; what it announced does not happen',
    scope: 'meetings:write',
    params: meetingPath,
    done: 'No countdown runs.',
  },
  (_given, from) => ({ type: 'CancelCountdown', ...from }),
)

const startTimer = defineCommand(
  {
    id: 'startTimer',
    method: 'PUT',
    path: '/meetings/{meeting}/timer',
    summary: 'Give the rooms a time; a timer that runs is replaced',
    scope: 'meetings:write',
    params: meetingPath,
    body: z
      .strictObject({ durationMs: durationMsSchema, atEnd: timerEndSchema })
      .meta({ id: 'NewTimer', description: '`atEnd`: whether everybody is brought back when it is over.' }),
    done: 'The timer runs.',
    refusals: ['ROOMS_OFF', 'ROOM_NONE'],
  },
  ({ body: { durationMs, atEnd } }, from) => ({ type: 'StartTimer', durationMs, atEnd, ...from }),
)

const extendTimer = defineCommand(
  {
    id: 'extendTimer',
    method: 'POST',
    path: '/meetings/{meeting}/timer/extend',
    summary: 'Give the rooms more time',
    scope: 'meetings:write',
    params: meetingPath,
    body: z.strictObject({ byMs: durationMsSchema }).meta({ id: 'TimerExtension' }),
    done: 'The timer ends later.',
    refusals: ['TIMER_NONE'],
  },
  ({ body: { byMs } }, from) => ({ type: 'ExtendTimer', byMs, ...from }),
)

const stopTimer = defineCommand(
  {
    id: 'stopTimer',
    method: 'DELETE',
    path: '/meetings/{meeting}/timer',
    summary: 'Stop the timer; nothing follows',
    scope: 'meetings:write',
    params: meetingPath,
    done: 'No timer runs.',
  },
  (_given, from) => ({ type: 'StopTimer', ...from }),
)

export const running: Resource = {
  name: 'running',
  meaning: 'All rooms at once: opening, bringing back, countdown and timer.',
  operations: [openAllRooms, closeAllRooms, cancelCountdown, startTimer, extendTimer, stopTimer],
}
