// SPDX-License-Identifier: Apache-2.0
// What a meeting tells those who have not entered. Over HTTP: there is no seat yet, and nobody inside learns of who looks.
import type { OutsideView } from '@alcove/protocol'

export interface OutsideQuestion {
  readonly serverUrl: string
  readonly meetingId: string
  readonly token: string | undefined
}

/** Nothing where the server cannot be reached, does not tell, or something before it answers in its place. */
export async function fetchOutside({ serverUrl, meetingId, token }: OutsideQuestion): Promise<OutsideView> {
  const address = new URL(`/api/v1/outside/${encodeURIComponent(meetingId)}`, serverUrl)
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  try {
    const response = await fetch(address, { headers })
    // The server is the author of the answer; its shape is the contract.
    return response.ok ? ((await response.json()) as OutsideView) : {}
  } catch {
    return {}
  }
}
