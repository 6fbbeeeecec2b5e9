// SPDX-License-Identifier: Apache-2.0
// What commands and questions of a host page work on: the running client, what is captured, and what the page shows.
import type { MeetingClient, MeetingView } from '@alcove/client'
import type { ParticipantId, RoomId } from '@alcove/protocol'
import type { LocalMedia } from '../devices/LocalMedia.ts'
import type { PassingNoticesStore } from '../features/meeting/PassingNoticesStore.ts'
import type { PageStore } from '../state/PageStore.ts'
import type { Places } from './places.ts'

export interface HostedPage {
  readonly client: MeetingClient
  readonly media: LocalMedia
  readonly page: PageStore
  readonly notices: PassingNoticesStore
  readonly places: Places
  /** Title of the meeting without the page's own. */
  readonly title: string
  readonly leave: () => void
  /** Tries to join with it, if a password is asked for; false: none is. */
  readonly givePassword: (password: string) => boolean
  /** Name to begin with on the page before joining. */
  readonly offerName: (displayName: string) => void
}

/** What a command does; a promise is waited for. */
export type CommandHandler = (hosted: HostedPage, args: readonly unknown[]) => unknown

/** A command or question that this page does not follow. */
export class HostRefused extends Error {
  override readonly name = 'HostRefused'
  /** Of docs/errors.md, or `notSupported`. */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** @throws HostRefused while one is not in the meeting */
export function viewOf({ client }: HostedPage): MeetingView {
  const { state, view } = client.getSnapshot()
  if (!view || (state.status !== 'joined' && state.status !== 'reconnecting'))
    throw new HostRefused('NOT_JOINED', 'not in the meeting')
  return view
}

/** @throws HostRefused when nobody is meant */
export function personIn(hosted: HostedPage, named: unknown): ParticipantId {
  const participantId = hosted.places.findPerson(viewOf(hosted), named)
  if (participantId === undefined)
    throw new HostRefused('PARTICIPANT_UNKNOWN', `there is no participant ${String(named)}`)
  return participantId
}

/** @throws HostRefused when no room is meant */
export function roomIn(hosted: HostedPage, named: unknown): RoomId {
  const roomId = hosted.places.findRoom(viewOf(hosted), named)
  if (roomId === undefined) throw new HostRefused('ROOM_UNKNOWN', `there is no room ${String(named)}`)
  return roomId
}
