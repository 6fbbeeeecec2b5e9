// SPDX-License-Identifier: Apache-2.0
// What events carry and functions resolve with. Nothing is imported here: this file is published as it is, beside the script of host pages.

/** Rights of a person in a meeting. */
export type EmbedRole = 'moderator' | 'participant'

/** A medium, in Jitsi's words; `desktop` is a shared screen. */
export type MediaType = 'audio' | 'video' | 'desktop'

/** A person in a list of rooms. */
export interface ListedParticipant {
  /** Address of the person's connection. */
  jid: string
  role: EmbedRole
  displayName: string
  userContext?: { id?: string; name?: string }
}

/** A room in a list of rooms. */
export interface ListedRoom {
  id: string
  jid: string
  /** Only on the main room. */
  isMainRoom?: true
  name?: string
  /** By address of the person in the room: `<jid of the room>/<endpoint id>`. */
  participants: { [occupantJid: string]: ListedParticipant }
}

/** All rooms by their id, the main room among them. */
export type ListedRooms = { [roomId: string]: ListedRoom }

/** A person as `getRoomsInfo` tells of them. */
export interface RoomsInfoParticipant {
  id: string
  jid?: string
  role: EmbedRole
  displayName: string
  avatarUrl?: string
  userContext?: { id?: string; name?: string }
}

/** Result of `getRoomsInfo`. */
export interface RoomsInfo {
  rooms: { isMainRoom: boolean; id: string; jid: string; name: string; participants: RoomsInfoParticipant[] }[]
}

/** Result of `getParticipantsInfo`. */
export interface ParticipantInfo {
  participantId: string
  displayName: string | undefined
  formattedDisplayName: string | undefined
  avatarURL: string | undefined
  email: string | undefined
}

/** Of each person, by SSRC, of what arrives of them. */
type ByStream<Value> = { [participantId: string]: { [ssrc: string]: Value } }
interface BothWays {
  download: number
  upload: number
}
/** Result of `getConnectionStats`: rates in kbit/s, losses in percent, times in ms. */
export interface ConnectionStats {
  /** 100 without any loss. */
  connectionQuality: number
  /** To the server and back. */
  jvbRTT: number
  bridgeCount: number
  bandwidth: BothWays
  bitrate: BothWays & { audio: BothWays; video: BothWays }
  packetLoss: BothWays & { total: number }
  codec: ByStream<{ audio?: string; video?: string }>
  framerate: ByStream<number>
  framesDecoded: ByStream<number>
  resolution: ByStream<{ width: number; height: number }>
  transport: { ip: string; localCandidateType: string; p2p: false; rtt: number; type: string }[]
}

/** Result of `getBreakoutState`. Times are in ms since 1970. */
export interface BreakoutState {
  selfMove: 'anywhere' | 'main-only' | 'nowhere'
  lateJoin: 'main' | 'fewest' | 'choose' | 'lobby'
  /** Who switched breakout rooms off. */
  roomsOff?: 'server' | 'token' | 'meeting'
  countdown?: BreakoutCountdown
  timer?: BreakoutTimer
  podium: PodiumSpeaker[]
  /** Endpoint id → id of the room where the person should be; for moderators only. */
  assignments?: { [participantId: string]: string }
}
/** Somebody speaks to rooms from elsewhere. */
export interface PodiumSpeaker {
  /** Endpoint id. */
  id: string
  /** Ids of rooms. */
  rooms: 'all' | string[]
}
/** A round of breakout rooms. */
export interface BreakoutRound {
  roundId: number
  name: string
  /** Place among the rounds, from 1. */
  order: number
  seconds?: number
  status: 'waiting' | 'running' | 'over'
  startedAt?: number
  endedAt?: number
  groups: { room: string; participants: string[] }[]
}
export interface BreakoutRounds {
  /** How far the rounds are; absent while none is planned. */
  progress?: { status: 'planned' | 'running' | 'over'; count: number; next?: number; number?: number; name?: string }
  /** For moderators only. */
  rounds?: BreakoutRound[]
}
/** What an assignment by the server would be. A room without an id would be made. */
export interface BreakoutPreview {
  seed: number
  groups: { room?: string; participants: string[] }[]
}
/** Who was where from when to when; times in ms since 1970. */
export interface Attendance {
  at: number
  people: {
    participantId: string
    displayName: string
    role: EmbedRole
    visits: { room: string; roomName?: string; from: number; to?: number; spokenMs: number }[]
  }[]
}
export interface BreakoutCountdown {
  action: 'open-all' | 'bring-back' | 'next-round'
  dueAt: number
}
export interface BreakoutTimer {
  endsAt: number
  atEnd: 'bring-back' | 'nothing'
}

/** One microphone, loudspeaker or camera. */
export interface EmbedDevice {
  deviceId: string
  groupId: string
  kind: 'audioinput' | 'audiooutput' | 'videoinput'
  label: string
}
export interface EmbedDevices {
  audioInput: EmbedDevice[]
  audioOutput: EmbedDevice[]
  videoInput: EmbedDevice[]
}

/** An error as host pages are told of it. */
export interface EmbedError {
  /** A code of docs/errors.md, or `notSupported`. */
  name: string
  message?: string
  details?: unknown
  type: 'CONFIG' | 'CONNECTION' | 'CONFERENCE'
  /** The meeting is over for this page. */
  isFatal: boolean
}

/** Somebody in a room asks the moderators for help. */
export interface HelpRequest {
  requestId: number
  /** Endpoint id of who asks. */
  id: string
  /** Id of the room. */
  room: string
  text?: string
  askedAt: number
  /** Endpoint id of the moderator who takes care of it. */
  takenBy?: string
}

/** How much a line of the page's console matters. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'log' | 'warn' | 'error'

type MousePlace = 'clientX' | 'clientY' | 'movementX' | 'movementY' | 'offsetX' | 'offsetY' | 'pageX' | 'pageY'
/** Where the pointer is, in pixels. */
export type MousePayload = { event: { [place in MousePlace | 'x' | 'y' | 'screenX' | 'screenY']: number } }

/** What listeners of each event get. */
export interface EventPayloads {
  ready: Record<string, never>
  browserSupport: { supported: boolean }
  prejoinScreenLoaded: { id: 'local'; displayName: string; formattedDisplayName: string }
  videoConferenceJoined: {
    roomName: string
    id: string
    displayName: string
    formattedDisplayName: string
    avatarURL?: string
    breakoutRoom: boolean
    email?: string
    visitor: boolean
  }
  videoConferenceLeft: { roomName: string }
  readyToClose: Record<string, never>
  participantJoined: {
    id: string
    displayName: string
    formattedDisplayName: string
    userContext?: { id?: string; name?: string }
  }
  participantLeft: { id: string }
  participantRoleChanged: { id: string; role: EmbedRole }
  participantKickedOut: {
    kicked: { id: string; local: boolean; name: string }
    kicker: { id: string; local?: boolean; name: string }
  }
  participantMuted: { id: string; isMuted: boolean; mediaType: MediaType }
  audioMuteStatusChanged: { muted: boolean }
  videoMuteStatusChanged: { muted: boolean }
  audioAvailabilityChanged: { available: boolean }
  videoAvailabilityChanged: { available: boolean }
  breakoutRoomsUpdated: { rooms: ListedRooms }
  displayNameChange: { id: string; displayname: string; formattedDisplayName: string }
  avatarChanged: { id: string; avatarURL?: string }
  emailChange: { id: string; email: string }
  subjectChange: { subject: string }
  knockingParticipant: { participant: { id: string; name: string } }
  passwordRequired: Record<string, never>
  moderationStatusChanged: { mediaType: 'audio' | 'video'; enabled: boolean }
  moderationParticipantApproved: { id: string; mediaType: 'audio' | 'video' }
  moderationParticipantRejected: { id: string; mediaType: 'audio' | 'video' }
  raiseHandUpdated: { id: string; handRaised: number }
  chatUpdated: { unreadCount: number; isOpen: boolean }
  incomingMessage: {
    from: string
    nick: string
    message: string
    privateMessage: boolean
    /** When it was written, as an ISO date. */
    stamp: string
    messageId: string
  }
  outgoingMessage: { message: string; privateMessage: boolean }
  endpointTextMessageReceived: {
    data: {
      senderInfo: { jid: string; id: string }
      eventData: { name: 'endpoint-text-message'; text: string }
    }
  }
  errorOccurred: { error: EmbedError }
  screenSharingStatusChanged: { on: boolean; details: { sourceType?: string } }
  contentSharingParticipantsChanged: { data: string[] }
  dominantSpeakerChanged: { id: string }
  tileViewChanged: { enabled: boolean }
  videoQualityChanged: { videoQuality: number }
  audioOnlyChanged: { enabled: boolean }
  lowBandwidthModeChanged: { enabled: boolean }
  pipEntered: Record<string, never>
  pipLeft: Record<string, never>
  suspendDetected: Record<string, never>
  peerConnectionFailure: { isP2P: boolean; wasConnected: boolean }
  participantsPaneToggled: { open: boolean }
  toolbarButtonClicked: { key: string; preventExecution: boolean }
  participantMenuButtonClick: { key: string; participantId: string; preventExecution: boolean }
  notificationTriggered: { title: string; description: string }
  customNotificationActionTriggered: { data: { id: string } }
  cameraError: { type: string; message: string }
  micError: { type: string; message: string }
  deviceListChanged: { devices: EmbedDevices }
  conferenceCreatedTimestamp: { timestamp: number }
  log: { logLevel: LogLevel; args: string[] }
  mouseEnter: MousePayload
  mouseLeave: MousePayload
  mouseMove: MousePayload
  announcementReceived: { id: number; text: string; from: string; fromName?: string }
  breakoutAssignmentsChanged: { assignments: { [participantId: string]: string } }
  breakoutCountdownChanged: Partial<BreakoutCountdown>
  breakoutKnocksChanged: { knocks: { id: string; room: string; since: number }[] }
  breakoutRoundsChanged: BreakoutRounds
  breakoutTimerChanged: Partial<BreakoutTimer>
  helpRequestsChanged: { requests: HelpRequest[] }
  podiumChanged: { speakers: PodiumSpeaker[] }
}
