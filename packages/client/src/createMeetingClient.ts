// SPDX-License-Identifier: Apache-2.0
// Puts the SDK together and gives it the public shape of api.ts. The only file that chooses real sockets and the real clock.
import { Attendance } from './Attendance.ts'
import type { MeetingClient, MeetingClientOptions } from './api.ts'
import { systemClock } from './clock.ts'
import { createCommandMethods } from './commands.ts'
import { RequestFailed } from './errors.ts'
import { fetchEndedReport } from './fetchEndedReport.ts'
import { fetchOutside } from './fetchOutside.ts'
import { ReportKeyStore } from './seat/ReportKeyStore.ts'
import { newCommandId } from './seat/randomIds.ts'
import { createReconnectPolicy } from './signaling/ReconnectPolicy.ts'
import { socketOpener } from './signaling/socket.ts'

/** Makes a client for one meeting; it does nothing until {@link MeetingClient.join}. */
export function createMeetingClient(options: MeetingClientOptions): MeetingClient {
  const { serverUrl, meetingId, token } = options
  const currentToken = typeof token === 'function' ? token : () => token
  const attendance = new Attendance(options, {
    openSocket: socketOpener(serverUrl, meetingId, currentToken),
    policy: createReconnectPolicy(),
    clock: systemClock,
  })
  const { snapshots, commands, media, seats, lock } = attendance
  const reportKeys = new ReportKeyStore(meetingId, options.storage)
  return {
    getSnapshot: snapshots.getSnapshot,
    subscribe: snapshots.subscribe,
    storedSeat: () => seats.current()?.participantId,
    async isSeatHeldElsewhere() {
      const seat = seats.current()?.participantId
      return seat !== undefined && (await lock.isHeldElsewhere(seat))
    },
    prepare: () => media.prepare(),
    lookFromOutside: async () => fetchOutside({ serverUrl, meetingId, token: await currentToken() }),
    async join(displayName, secrets) {
      await attendance.join(displayName, secrets)
      // From here on it is about the meeting in which one is.
      reportKeys.drop()
    },
    leave: () => attendance.leave(),
    close: () => attendance.close(),
    ...createCommandMethods(commands),
    async endMeeting() {
      const reportKey = reportKeys.make()
      try {
        await commands.submit({ type: 'meeting.end', id: newCommandId(), reportKey })
      } catch (error) {
        // Closed is the client also by the end itself, when that comes before the answer.
        if (!(error instanceof RequestFailed && error.code === 'CLIENT_CLOSED')) reportKeys.drop()
        throw error
      }
    },
    hasEndedMeeting: () => reportKeys.current() !== undefined,
    async getEndedReport() {
      const reportKey = reportKeys.current()
      if (reportKey === undefined) throw new RequestFailed('MEETING_UNKNOWN')
      try {
        return await fetchEndedReport({ serverUrl, meetingId, reportKey })
      } catch (error) {
        if (error instanceof RequestFailed && error.code === 'MEETING_UNKNOWN') reportKeys.drop()
        throw error
      }
    },
    react: (reaction) => attendance.react(reaction),
    onReaction: (listener) => attendance.onReaction(listener),
    sendPageText: (to, text) => attendance.sendPageText(to, text),
    onPageText: (listener) => attendance.onPageText(listener),
    getAttendance: () => attendance.report(),
    previewAssignment: (who, seed, assignOptions = {}) => attendance.preview(who, seed, assignOptions),
    publish: (source, track, publishOptions = {}) => media.publish(source, track, publishOptions),
    setMuted: (source, muted) => media.setMuted(source, muted),
    unpublish: (source) => media.unpublish(source),
    show: (items) => media.show(items),
    getStats: () => media.getStats(),
  }
}
