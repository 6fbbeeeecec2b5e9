// SPDX-License-Identifier: Apache-2.0
// The report of a meeting that is over, by the key of whoever ended it. Over HTTP: there is no meeting any more to be connected to.
import type { AttendanceReport } from '@alcove/protocol'
import { RequestFailed } from './errors.ts'

export interface EndedReport {
  readonly serverUrl: string
  readonly meetingId: string
  readonly reportKey: string
}

/** @throws RequestFailed */
export async function fetchEndedReport({ serverUrl, meetingId, reportKey }: EndedReport): Promise<AttendanceReport> {
  const address = new URL(`/api/v1/ended-reports/${encodeURIComponent(meetingId)}`, serverUrl)
  const response = await fetch(address, { headers: { authorization: `Bearer ${reportKey}` } }).catch(() => undefined)
  if (response?.status === 404) throw new RequestFailed('MEETING_UNKNOWN')
  // Whatever else stands in the way may be gone when it is asked again, too many requests among it.
  if (!response?.ok) throw new RequestFailed('SERVER_UNREACHABLE')
  // The server is the author of the report; its shape is the contract of the REST interface.
  return (await response.json()) as AttendanceReport
}
