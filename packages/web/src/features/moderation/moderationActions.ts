// SPDX-License-Identifier: Apache-2.0
// What moderation lets one ask for: over others as a moderator, and for oneself.
import type { MeetingClient } from '@alcove/client'
import type { Invitable, Kind, ParticipantId, Stoppable, Whom } from '@alcove/protocol'
import type { LocalMedia } from '../../devices/LocalMedia.ts'
import type { DeviceKind } from '../../devices/openDevice.ts'

export interface ModerationActions {
  readonly stop: (source: Stoppable, whom: Whom) => void
  readonly invite: (participantId: ParticipantId, source: Invitable) => void
  readonly setMustAsk: (kind: Kind, mustAsk: boolean) => void
  readonly allow: (kind: Kind, whom: Whom, allowed: boolean) => void
  /** Takes somebody off the podium. */
  readonly endPodium: (participantId: ParticipantId) => void
  readonly remove: (participantId: ParticipantId, bar: boolean) => void
  readonly endMeeting: () => void
  /** Ends it with nothing kept. */
  readonly deleteMeeting: () => void
  readonly limitPeople: (maxPeople: number | undefined) => void
}

export interface OwnSendingActions {
  readonly ask: (kind: Kind, asking: boolean) => void
  readonly decline: (source: Invitable) => void
}

type Tried = (work: Promise<unknown>) => void

export function toModerationActions(client: MeetingClient, tried: Tried): ModerationActions {
  return {
    stop: (source, whom) => tried(client.stopMedia(source, whom)),
    invite: (participantId, source) => tried(client.inviteToStart(participantId, source)),
    setMustAsk: (kind, mustAsk) => tried(client.setMustAsk(kind, mustAsk)),
    allow: (kind, whom, allowed) => tried(client.allowMedia(kind, whom, allowed)),
    endPodium: (participantId) => tried(client.endPodium(participantId)),
    remove: (participantId, bar) => tried(client.removeParticipant(participantId, bar)),
    endMeeting: () => tried(client.endMeeting()),
    deleteMeeting: () => tried(client.deleteMeeting()),
    limitPeople: (maxPeople) => tried(client.limitPeople(maxPeople)),
  }
}

export function toOwnSendingActions(client: MeetingClient, tried: Tried): OwnSendingActions {
  return {
    ask: (kind, asking) => tried(client.askToSend(kind, asking)),
    decline: (source) => tried(client.declineInvitation(source)),
  }
}

/** Switches a device of one's own; what a moderator stopped or asked for is taken up first. */
export function switchDevice(client: MeetingClient, media: LocalMedia, kind: DeviceKind, on: boolean): Promise<void> {
  return on ? media.setOnOnce(kind, () => takeUp(client, kind)) : media.setOn(kind, false)
}

/** Takes up what a moderator stopped or asked for; where neither holds there is nothing to do. */
export async function takeUp(client: MeetingClient, source: Stoppable): Promise<void> {
  const own = client.getSnapshot().view?.self.media
  const isInvited = source !== 'screen' && own?.invited[source] !== undefined
  if (own?.stopped[source] !== undefined || isInvited) await client.startMedia(source)
}
