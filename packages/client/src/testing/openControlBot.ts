// SPDX-License-Identifier: Apache-2.0
// A participant without media, for plain Node: fills meetings and gives commands in tests and load programs.
import type { MeetingClient } from '../api.ts'
import { createMeetingClient } from '../createMeetingClient.ts'

/** Where the bot goes and how it is called there. */
export interface ControlBotOptions {
  /** Origin of the server. */
  readonly serverUrl: string
  /** A parsed meeting name. */
  readonly meetingId: string
  readonly displayName: string
  readonly token?: string
}

/**
 * Joins a meeting with its seat in memory; receives no media. The caller must `close` or `leave`.
 * @throws RequestFailed as {@link MeetingClient.join}.
 */
export async function openControlBot({ displayName, ...where }: ControlBotOptions): Promise<MeetingClient> {
  const client = createMeetingClient({ ...where, receive: false })
  await client.join(displayName)
  return client
}
