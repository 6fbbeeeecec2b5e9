// SPDX-License-Identifier: Apache-2.0
// The names by which JaaS and Jitsi call meetings and people: application, tenant, room, JIDs, and ids made of them.
import { createHash } from 'node:crypto'
import type { MeetingId, ParticipantId } from '@alcove/protocol'

export interface Naming {
  readonly appId: string
  /** Domain in JIDs. */
  readonly domain: string
}

export interface MeetingNames {
  readonly appId: string
  /** 32 hex digits. */
  readonly customerId: string
  /** `<AppID>/<room>`. */
  readonly fqn: string
  /** JID of the room. */
  readonly conference: string
}

/** A meeting of a tenant is the tenant's app. */
export function namesOf(meetingId: MeetingId, { appId: ownAppId, domain }: Naming): MeetingNames {
  const slash = meetingId.lastIndexOf('/')
  const appId = slash < 0 ? ownAppId : meetingId.slice(0, slash)
  const room = meetingId.slice(slash + 1)
  return {
    appId,
    customerId: /^vpaas-magic-cookie-([\da-f]{32})$/.exec(appId)?.[1] ?? sha256(appId).slice(0, 32),
    fqn: `${appId}/${room}`,
    conference: `${encodeURIComponent(room).toLowerCase()}@conference.${appId}.${domain}`,
  }
}

export function jidOf(participantId: ParticipantId, { domain }: Naming): string {
  return `${participantId}@${domain}`
}

/** A GUID that is always the same for the same words. */
export function guidOf(...words: readonly (string | number)[]): string {
  const hex = sha256(words.join('\n'))
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
