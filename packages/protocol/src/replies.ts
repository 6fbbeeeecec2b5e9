// SPDX-License-Identifier: Apache-2.0
// What the server answers to each request, through the acknowledgement of socket.io.
import type { ChatMessage } from './chat.ts'
import type { WireError } from './errors.ts'
import type { AssignmentPreview, RoundId } from './grouping.ts'
import type { ParticipantId, RoomId } from './ids.ts'
import type { MediaObject } from './mediaObject.ts'
import type { PartSnapshot } from './messages.ts'
import type { AttendanceReport } from './report.ts'
import type { CommandRequest, RequestType } from './requests.ts'
import type { ExpectedResult } from './roster.ts'

/** Options for mediasoup-client's createSendTransport and createRecvTransport. */
export interface TransportOffer {
  readonly id: string
  readonly iceParameters: MediaObject
  readonly iceCandidates: readonly MediaObject[]
  readonly dtlsParameters: MediaObject
}

export interface IceServer {
  readonly urls: readonly string[]
  readonly username?: string
  readonly credential?: string
}

export interface MediaOffer {
  readonly routerRtpCapabilities: MediaObject
  readonly iceServers: readonly IceServer[]
  readonly send: TransportOffer
  readonly receive: TransportOffer
}

export interface SeatReply {
  readonly participantId: ParticipantId
  /** Parts that the client does not hold in this version yet. */
  readonly parts: readonly PartSnapshot[]
  /** The server's clock (ms since 1970) as it answered: times in the view are by it. */
  readonly serverNow: number
}

interface OtherResults {
  'meeting.join': SeatReply
  'meeting.resume': SeatReply
  'people.expect': ExpectedResult
  'room.create': { readonly roomId: RoomId }
  'rooms.assign': { readonly seed: number }
  /** `repeats`: how often two people meet again, over all rounds made. */
  'rounds.plan': { readonly seed: number; readonly roundIds: readonly RoundId[]; readonly repeats: number }
  'round.add': { readonly roundId: RoundId }
  'rooms.preview': AssignmentPreview
  'meeting.report': AttendanceReport
  'chat.send': { readonly seq: number }
  'announcement.send': { readonly announcementId: number }
  'help.ask': { readonly requestId: number }
  'chat.history': { readonly messages: readonly ChatMessage[]; readonly more: boolean }
  'media.open': MediaOffer
  'media.restartIce': { readonly iceParameters: MediaObject }
  'media.produce': { readonly producerId: string }
}

/** Result of a request; `null` where there is nothing to say but that it is done. */
export type ResultOf<Type extends RequestType> = Type extends keyof OtherResults ? OtherResults[Type] : null
/** Results that are stored with a command's outcome (a seat reply is made anew each time). */
export type StoredResult = ResultOf<Exclude<CommandRequest['type'], 'meeting.join'>>

export type Reply<Type extends RequestType = RequestType> =
  | { readonly ok: true; readonly result: ResultOf<Type> }
  | { readonly ok: false; readonly error: WireError }
