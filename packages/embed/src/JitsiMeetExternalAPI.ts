// SPDX-License-Identifier: Apache-2.0
// `JitsiMeetExternalAPI`: puts a meeting into a host page and speaks with it, for code that was written for Jitsi's class of this name.
import {
  type Attendance,
  type BreakoutPreview,
  type BreakoutRounds,
  type BreakoutState,
  type ConnectionStats,
  commandNames,
  type EmbedDevices,
  eventNames,
  innerEventNames,
  isRecord,
  type ListedRooms,
  maxMessageLength,
  type ParticipantInfo,
  type RoomsInfo,
  requestNames,
} from '@alcove/protocol/embed'
import type { ExternalApi, ExternalApiOptions } from './api.ts'
import { createFrame } from './createFrame.ts'
import { Emitter } from './Emitter.ts'
import { toKeyText } from './encryptionKey.ts'
import { FrameTalk } from './FrameTalk.ts'
import { readHostMemory, writeHostMemory } from './hostMemory.ts'
import { People } from './People.ts'
import { parseArguments } from './parseArguments.ts'
import { toMeetingUrl } from './toMeetingUrl.ts'

type Data = Readonly<Record<string, unknown>>
type AnyListener = (...args: never[]) => void

/** The page's scheme is that of this script, so that plain http works where the script came by it. */
const scriptUrl = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : ''
const scriptScheme = /^https?:/.exec(scriptUrl)?.[0] ?? 'https:'
const eventOf = new Map<unknown, string>(Object.entries(eventNames).map(([name, wire]) => [wire, name]))

/** Counts the meetings of this host page. */
let instances = 0

export class JitsiMeetExternalAPI extends Emitter implements ExternalApi {
  readonly #frame: HTMLIFrameElement
  readonly #talk: FrameTalk
  readonly #people = new People()
  readonly #options: ExternalApiOptions
  #videoQuality: number | undefined
  #keyToSend: string | undefined

  constructor(domain: string, ...args: readonly unknown[]) {
    super()
    const { options, noSsl } = parseArguments(args)
    const instance = instances
    instances += 1
    const scheme = noSsl ? 'http:' : scriptScheme
    this.#options = options
    this.#keyToSend = options.e2eeKey
    const url = toMeetingUrl({ scheme, domain, instance, options, localStorageContent: readHostMemory() })
    this.#frame = createFrame(url, instance, options)
    this.#talk = new FrameTalk({
      frame: this.#frame,
      instance,
      onEvent: (data) => this.#handleEvent(data),
      onRequest: (data) => this.#handleRequest(data),
    })
    if (Array.isArray(options.invitees) && options.invitees.length > 0) void this.invite(options.invitees)
  }

  addEventListener(name: string, listener: AnyListener): void {
    this.on(name, listener)
  }
  addEventListeners(listeners: object): void {
    for (const [name, listener] of Object.entries<AnyListener>({ ...listeners })) this.on(name, listener)
  }
  removeEventListener(name: string): void {
    this.removeAllListeners(name)
  }
  removeEventListeners(names: readonly string[]): void {
    for (const name of names) this.removeAllListeners(name)
  }

  executeCommand(name: string, ...args: unknown[]): void {
    const wire = isCommand(name) ? commandNames[name] : undefined
    if (wire === undefined) console.error('Not supported command name.')
    else if (!this.#talk.sendEvent({ data: args, name: wire }))
      console.error(`The command ${name} is longer than ${maxMessageLength} letters.`)
  }
  executeCommands(commands: object): void {
    for (const [name, value] of Object.entries(commands)) this.executeCommand(name, value)
  }
  dispose(): void {
    this.emit('_willDispose')
    this.#talk.close()
    this.removeAllListeners()
    this.#frame.remove()
  }

  getIFrame(): HTMLIFrameElement {
    return this.#frame
  }
  getSupportedCommands(): string[] {
    return Object.keys(commandNames)
  }
  getSupportedEvents(): string[] {
    return Object.keys(eventNames)
  }
  getNumberOfParticipants(): number {
    return this.#people.count()
  }
  updateNumberOfParticipants(rooms: unknown): void {
    this.#people.countRooms(rooms)
  }
  getParticipantsInfo(): ParticipantInfo[] {
    return this.#people.all()
  }
  getDisplayName(participantId: string): string | undefined {
    return this.#people.of(participantId)?.displayName
  }
  getEmail(participantId: string): string | undefined {
    return this.#people.of(participantId)?.email
  }
  getAvatarURL(participantId: string): string | undefined {
    return this.#people.of(participantId)?.avatarURL
  }
  getVideoQuality(): number | undefined {
    return this.#videoQuality
  }
  isVisitor(): boolean {
    return this.#people.isVisitor()
  }

  getRoomsInfo(): Promise<RoomsInfo> {
    return this.#ask(requestNames.getRoomsInfo)
  }
  listBreakoutRooms(): Promise<ListedRooms> {
    return this.#ask(requestNames.listBreakoutRooms)
  }
  getBreakoutState(): Promise<BreakoutState> {
    return this.#ask(requestNames.getBreakoutState)
  }
  getBreakoutRounds(): Promise<BreakoutRounds> {
    return this.#ask(requestNames.getBreakoutRounds)
  }
  previewBreakoutAssignment(options?: Data): Promise<BreakoutPreview> {
    return this.#ask(requestNames.previewBreakoutAssignment, { options })
  }
  getAttendance(): Promise<Attendance> {
    return this.#ask(requestNames.getAttendance)
  }
  getSessionId(): Promise<string> {
    return this.#ask(requestNames.getSessionId)
  }
  isAudioMuted(): Promise<boolean> {
    return this.#ask(requestNames.isAudioMuted)
  }
  isVideoMuted(): Promise<boolean> {
    return this.#ask(requestNames.isVideoMuted)
  }
  isAudioAvailable(): Promise<boolean> {
    return this.#ask(requestNames.isAudioAvailable)
  }
  isVideoAvailable(): Promise<boolean> {
    return this.#ask(requestNames.isVideoAvailable)
  }
  isAudioDisabled(): Promise<boolean> {
    return this.#ask(requestNames.isAudioDisabled)
  }
  isModerationOn(mediaType?: string): Promise<boolean> {
    return this.#ask(requestNames.isModerationOn, { mediaType })
  }
  isParticipantForceMuted(participantId: string, mediaType?: string): Promise<boolean> {
    return this.#ask(requestNames.isParticipantForceMuted, { participantId, mediaType })
  }
  isParticipantsPaneOpen(): Promise<boolean> {
    return this.#ask(requestNames.isParticipantsPaneOpen)
  }
  isSharingScreen(): Promise<boolean> {
    return this.#ask(requestNames.isSharingScreen)
  }
  isStartSilent(): Promise<boolean> {
    return this.#ask(requestNames.isStartSilent)
  }
  isP2pActive(): Promise<boolean | null> {
    return this.#ask(requestNames.isP2pActive)
  }
  getContentSharingParticipants(): Promise<{ sharingParticipantIds: string[] }> {
    return this.#ask(requestNames.getContentSharingParticipants)
  }
  getConnectionStats(): Promise<ConnectionStats> {
    return this.#ask(requestNames.getConnectionStats)
  }
  getDeploymentInfo(): Promise<unknown> {
    return this.#ask(requestNames.getDeploymentInfo)
  }
  getLivestreamUrl(): Promise<unknown> {
    return this.#ask(requestNames.getLivestreamUrl)
  }
  getSharedDocumentUrl(): Promise<unknown> {
    return this.#ask(requestNames.getSharedDocumentUrl)
  }
  getCustomAvatarBackgrounds(): Promise<unknown> {
    return this.#ask(requestNames.getCustomAvatarBackgrounds)
  }
  captureLargeVideoScreenshot(): Promise<unknown> {
    return this.#ask(requestNames.captureLargeVideoScreenshot)
  }
  captureCameraPicture(cameraFacingMode?: string, descriptionText?: string, titleText?: string): Promise<unknown> {
    return this.#ask(requestNames.captureCameraPicture, { cameraFacingMode, descriptionText, titleText })
  }
  invite(invitees: readonly unknown[]): Promise<unknown> {
    if (!Array.isArray(invitees) || invitees.length === 0) return Promise.reject(new TypeError('Invalid Argument'))
    return this.#ask(requestNames.invite, { invitees })
  }
  _isNewElectronScreensharingSupported(): Promise<unknown> {
    return this.#ask(requestNames._isNewElectronScreensharingSupported)
  }
  _openDesktopPicker(): Promise<unknown> {
    return this.#ask(requestNames._openDesktopPicker)
  }

  getAvailableDevices(): Promise<Partial<EmbedDevices>> {
    return this.#askDevices<Partial<EmbedDevices>>('getAvailableDevices').catch(() => ({}))
  }
  getCurrentDevices(): Promise<{ [kind: string]: unknown }> {
    return this.#askDevices<{ [kind: string]: unknown }>('getCurrentDevices').catch(() => ({}))
  }
  isDeviceListAvailable(): Promise<boolean> {
    return this.#askDevices('isDeviceListAvailable')
  }
  isDeviceChangeAvailable(deviceType?: string): Promise<boolean> {
    return this.#askDevices('isDeviceChangeAvailable', { deviceType })
  }
  isMultipleAudioInputSupported(): Promise<boolean> {
    return this.#askDevices('isMultipleAudioInputSupported')
  }
  setAudioInputDevice(label: string, id?: string): Promise<boolean> {
    return this.#askDevices('setDevice', { device: { id, kind: 'audioinput', label } })
  }
  setAudioOutputDevice(label: string, id?: string): Promise<boolean> {
    return this.#askDevices('setDevice', { device: { id, kind: 'audiooutput', label } })
  }
  setVideoInputDevice(label: string, id?: string): Promise<boolean> {
    return this.#askDevices('setDevice', { device: { id, kind: 'videoinput', label } })
  }

  pinParticipant(participantId?: string, videoType?: string): void {
    this.executeCommand('pinParticipant', participantId, videoType)
  }
  setLargeVideoParticipant(participantId?: string, videoType?: string): void {
    this.executeCommand('setLargeVideoParticipant', participantId, videoType)
  }
  resizeLargeVideo(width: number, height: number): void {
    if (width <= Number(this.#options.width) && height <= Number(this.#options.height))
      this.executeCommand('resizeLargeVideo', width, height)
  }
  startRecording(options: Data): void {
    this.executeCommand('startRecording', options)
  }
  stopRecording(mode: string, transcription?: boolean): void {
    this.executeCommand('stopRecording', mode, transcription)
  }
  setVirtualBackground(enabled: boolean, backgroundImage: string): void {
    this.executeCommand('setVirtualBackground', enabled, backgroundImage)
  }
  toggleE2EE(enabled: boolean): void {
    this.executeCommand('toggleE2EE', enabled)
  }
  async setMediaEncryptionKey({ key, index }: { key?: CryptoKey; index: number }): Promise<void> {
    const bytes = key ? [...new Uint8Array(await crypto.subtle.exportKey('raw', key))] : false
    this.executeCommand('setMediaEncryptionKey', JSON.stringify({ exportedKey: bytes, index }))
  }
  showPiP(): void {
    this.executeCommand('showPiP')
  }
  hidePiP(): void {
    this.executeCommand('hidePiP')
  }
  sendProxyConnectionEvent(event: unknown): void {
    this.#talk.sendEvent({ data: [event], name: 'proxy-connection-event' })
  }

  #ask<Result>(name: string, more: Data = {}): Promise<Result> {
    // What a page resolves with is its own affair: the types say what ours does.
    return this.#talk.request({ ...more, name }) as Promise<Result>
  }

  #askDevices<Result>(name: string, more: Data = {}): Promise<Result> {
    return this.#ask<Result>(name, { ...more, type: 'devices' })
  }

  #handleEvent({ name, ...payload }: Data): void {
    const wire = String(name)
    this.#people.handleEvent(wire, payload)
    if (wire === eventNames.videoConferenceJoined) this.#sendKey()
    if (wire === eventNames.videoQualityChanged) this.#videoQuality = Number(payload.videoQuality)
    if (wire === eventNames.ready) this.#options.onload?.()
    if (wire === innerEventNames.localStorageChanged) writeHostMemory(payload.localStorageContent)
    else if (wire === innerEventNames.onStageParticipantChanged) this.emit('largeVideoChanged')
    else if (wire === innerEventNames.largeVideoVisibilityChanged) this.emit('largeVideoChanged')
    else if (wire === innerEventNames.prejoinVideoChanged) this.emit('prejoinVideoChanged')
    const event = eventOf.get(wire)
    if (event !== undefined) this.emit(event, payload)
  }

  /** Asked by desktop applications only; whatever else is asked gets no answer, as in Jitsi. */
  #handleRequest({ name, options }: Data): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    if (name === '_request-desktop-sources') {
      this.emit('_requestDesktopSources', options, (answer: unknown) =>
        isRecord(answer) && answer.error ? reject(answer.error) : resolve(answer),
      )
    }
    return promise
  }

  #sendKey(): void {
    if (!this.#keyToSend) return
    this.executeCommand('setMediaEncryptionKey', toKeyText(this.#keyToSend))
    this.#keyToSend = undefined
  }
}

function isCommand(name: string): name is keyof typeof commandNames {
  return Object.hasOwn(commandNames, name)
}
