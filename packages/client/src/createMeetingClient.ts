// SPDX-License-Identifier: Apache-2.0
// Puts the SDK together and gives it the public shape of api.ts. The only file that chooses real sockets and the real clock.
import { Attendance } from './Attendance.ts'
import type { MeetingClient, MeetingClientOptions } from './api.ts'
import { systemClock } from './clock.ts'
import { createCommandMethods } from './commands.ts'
import { createReconnectPolicy } from './signaling/ReconnectPolicy.ts'
import { socketOpener } from './signaling/socket.ts'

/** Makes a client for one meeting; it does nothing until {@link MeetingClient.join}. */
export function createMeetingClient(options: MeetingClientOptions): MeetingClient {
  const { serverUrl, meetingId, token } = options
  const attendance = new Attendance(options, {
    openSocket: socketOpener(serverUrl, meetingId, typeof token === 'function' ? token : () => token),
    policy: createReconnectPolicy(),
    clock: systemClock,
  })
  const { snapshots, commands, media, seats, lock } = attendance
  return {
    getSnapshot: snapshots.getSnapshot,
    subscribe: snapshots.subscribe,
    storedSeat: () => seats.current()?.participantId,
    async isSeatHeldElsewhere() {
      const seat = seats.current()?.participantId
      return seat !== undefined && (await lock.isHeldElsewhere(seat))
    },
    join: (displayName, secrets) => attendance.join(displayName, secrets),
    leave: () => attendance.leave(),
    close: () => attendance.close(),
    ...createCommandMethods(commands),
    getAttendance: () => attendance.report(),
    previewAssignment: (who, seed, assignOptions = {}) => attendance.preview(who, seed, assignOptions),
    publish: (source, track, publishOptions = {}) => media.publish(source, track, publishOptions),
    setMuted: (source, muted) => media.setMuted(source, muted),
    unpublish: (source) => media.unpublish(source),
    show: (items) => media.show(items),
    getStats: () => media.getStats(),
  }
}
