// SPDX-License-Identifier: Apache-2.0
// What everybody may know of how the rooms are run: times are those of the server, and clients count down by themselves.
import type { MeetingPart } from '@alcove/protocol'
import type { ConductState } from './conduct.ts'

export function timesView({
  countdown,
  timer,
  lateJoin,
}: ConductState): Pick<MeetingPart, 'countdown' | 'timer' | 'lateJoin'> {
  return {
    lateJoin,
    ...(countdown.status === 'pending' && {
      countdown: { action: countdown.action, dueAt: countdown.dueAt, cause: countdown.cause },
    }),
    ...(timer.status !== 'off' && { timer: { endsAt: timer.endsAt, atEnd: timer.atEnd } }),
  }
}
