// SPDX-License-Identifier: Apache-2.0
// The public types of the script for host pages; published beside it as they are.
import type {
  Attendance,
  BreakoutPreview,
  BreakoutRounds,
  BreakoutState,
  CommandName,
  ConnectionStats,
  EmbedDevices,
  EventPayloads,
  ListedRooms,
  ParticipantInfo,
  RoomsInfo,
} from '@alcove/protocol/embed'

/** Second argument of the constructor. */
export interface ExternalApiOptions {
  /** Name of the meeting, or `<tenant>/<name>`; without one the start page shows. */
  roomName?: string
  /** Pixels, or a length of CSS. Default `100%`. */
  width?: number | string
  /** Pixels, or a length of CSS. Default `100%`. */
  height?: number | string
  /** Gets the iframe as its last child. Default `document.body`. */
  parentNode?: Element
  /** Settings of this page; see docs/jitsi-compat.md for the keys. */
  configOverwrite?: { [key: string]: unknown }
  /** Settings of this page's looks. */
  interfaceConfigOverwrite?: { [key: string]: unknown }
  /** A signed token that says who comes. */
  jwt?: string
  /** Language of the page, for example `de`. */
  lang?: string
  /** Called when the page is ready for commands. */
  onload?: () => void
  /** Sent on to the page; this product invites nobody. */
  invitees?: unknown[]
  /** Sent on to the page. */
  iceServers?: { [key: string]: unknown }
  /** Labels of the devices to begin with. */
  devices?: { audioInput?: string; audioOutput?: string; videoInput?: string }
  /** What the page knows of the person before they join. */
  userInfo?: { displayName?: string; email?: string }
  /** Sent on to the page. */
  e2eeKey?: string
  /** Sent on to the page. */
  release?: string
  /** The iframe's `sandbox` attribute. */
  sandbox?: string
}

/** A function that listens to an event. */
export type EventListenerOf<Name extends string> = (
  payload: Name extends keyof EventPayloads ? EventPayloads[Name] : never,
) => void

/** One embedded meeting. */
export interface ExternalApi {
  on<Name extends keyof EventPayloads>(name: Name, listener: EventListenerOf<Name>): this
  on(name: string, listener: (...args: never[]) => void): this
  addListener<Name extends keyof EventPayloads>(name: Name, listener: EventListenerOf<Name>): this
  addListener(name: string, listener: (...args: never[]) => void): this
  once<Name extends keyof EventPayloads>(name: Name, listener: EventListenerOf<Name>): this
  once(name: string, listener: (...args: never[]) => void): this
  off(name: string, listener: (...args: never[]) => void): this
  removeListener(name: string, listener: (...args: never[]) => void): this
  removeAllListeners(name?: string): this
  listenerCount(name: string): number
  addEventListener<Name extends keyof EventPayloads>(name: Name, listener: EventListenerOf<Name>): void
  addEventListener(name: string, listener: (...args: never[]) => void): void
  addEventListeners(listeners: { [Name in keyof EventPayloads]?: EventListenerOf<Name> }): void
  /** Removes all listeners of the event. */
  removeEventListener(name: string): void
  removeEventListeners(names: readonly string[]): void

  /** Sends a command; there is no answer. What is refused is told by the event `errorOccurred`. */
  executeCommand(name: CommandName, ...args: unknown[]): void
  /** Each value is the first argument of its command. */
  executeCommands(commands: { [Name in CommandName]?: unknown }): void
  /** Removes the iframe and all listeners. */
  dispose(): void

  getIFrame(): HTMLIFrameElement
  getSupportedCommands(): string[]
  getSupportedEvents(): string[]
  /** People in all rooms of the meeting. */
  getNumberOfParticipants(): number
  /** People in the present room. */
  getParticipantsInfo(): ParticipantInfo[]
  getDisplayName(participantId: string): string | undefined
  getEmail(participantId: string): string | undefined
  getAvatarURL(participantId: string): string | undefined
  getVideoQuality(): number | undefined
  isVisitor(): boolean

  getRoomsInfo(): Promise<RoomsInfo>
  listBreakoutRooms(): Promise<ListedRooms>
  /** Beyond Jitsi: what is set for the rooms, and what is about to happen to them. */
  getBreakoutState(): Promise<BreakoutState>
  /** Beyond Jitsi: how far the rounds are, and for moderators the rounds themselves. */
  getBreakoutRounds(): Promise<BreakoutRounds>
  /** Beyond Jitsi: what `assignBreakoutRooms` would do with these options. */
  previewBreakoutAssignment(options?: { [key: string]: unknown }): Promise<BreakoutPreview>
  /** Beyond Jitsi: who was where from when to when; for moderators. */
  getAttendance(): Promise<Attendance>
  getSessionId(): Promise<string>
  isAudioMuted(): Promise<boolean>
  isVideoMuted(): Promise<boolean>
  isAudioAvailable(): Promise<boolean>
  isVideoAvailable(): Promise<boolean>
  isAudioDisabled(): Promise<boolean>
  isModerationOn(mediaType?: string): Promise<boolean>
  isParticipantForceMuted(participantId: string, mediaType?: string): Promise<boolean>
  isParticipantsPaneOpen(): Promise<boolean>
  isSharingScreen(): Promise<boolean>
  isStartSilent(): Promise<boolean>
  isP2pActive(): Promise<boolean | null>
  getContentSharingParticipants(): Promise<{ sharingParticipantIds: string[] }>
  getConnectionStats(): Promise<ConnectionStats>
  getDeploymentInfo(): Promise<unknown>
  getLivestreamUrl(): Promise<unknown>
  getSharedDocumentUrl(): Promise<unknown>
  getCustomAvatarBackgrounds(): Promise<unknown>
  captureLargeVideoScreenshot(): Promise<unknown>
  captureCameraPicture(cameraFacingMode?: string, descriptionText?: string, titleText?: string): Promise<unknown>
  invite(invitees: readonly unknown[]): Promise<unknown>

  getAvailableDevices(): Promise<Partial<EmbedDevices>>
  getCurrentDevices(): Promise<{ [kind: string]: unknown }>
  isDeviceListAvailable(): Promise<boolean>
  isDeviceChangeAvailable(deviceType?: string): Promise<boolean>
  isMultipleAudioInputSupported(): Promise<boolean>
  setAudioInputDevice(label: string, deviceId?: string): Promise<boolean>
  setAudioOutputDevice(label: string, deviceId?: string): Promise<boolean>
  setVideoInputDevice(label: string, deviceId?: string): Promise<boolean>

  pinParticipant(participantId?: string, videoType?: string): void
  setLargeVideoParticipant(participantId?: string, videoType?: string): void
  resizeLargeVideo(width: number, height: number): void
  startRecording(options: { [key: string]: unknown }): void
  stopRecording(mode: string, transcription?: boolean): void
  setVirtualBackground(enabled: boolean, backgroundImage: string): void
  toggleE2EE(enabled: boolean): void
  setMediaEncryptionKey(keyInfo: { key?: CryptoKey; index: number }): Promise<void>
  showPiP(): void
  hidePiP(): void
  sendProxyConnectionEvent(event: unknown): void
}

/** What `window.JitsiMeetExternalAPI` is. */
export interface ExternalApiConstructor {
  /** @param domain host, with port or path if need be: `meet.example.org`, `localhost:3000` */
  new (domain: string, options?: ExternalApiOptions): ExternalApi
  /** The positional forms of old integrations. */
  new (
    domain: string,
    roomName?: string,
    width?: number | string,
    height?: number | string,
    parentNode?: Element,
    configOverwrite?: { [key: string]: unknown },
    interfaceConfigOverwrite?: { [key: string]: unknown },
    ...rest: unknown[]
  ): ExternalApi
}
