// SPDX-License-Identifier: Apache-2.0
// Owns what this tab captures: which devices are wanted, open, muted, and that a running client sends exactly that. What people ask for is kept
// at once (`wanted`); one loop per device brings the tracks and the client there, so quick clicks never race. Knows nothing of rooms or views.
import type { Source } from '@alcove/protocol'
import {
  canShareScreen,
  type DeviceChoice,
  type DeviceKind,
  type DeviceProblem,
  listDevices,
  type Opened,
  openBoth,
  openDevice,
  openScreen,
} from './openDevice.ts'
import { rememberDevice, rememberedDevice, rememberTabMedia, type TabMedia } from './remembered.ts'

/** The part of the client that sends. */
export interface Publisher {
  publish(source: Source, track: MediaStreamTrack, options?: { readonly muted?: boolean }): Promise<void>
  setMuted(source: Source, muted: boolean): Promise<void>
  unpublish(source: Source): Promise<void>
}

export interface DeviceState {
  /** What the person asked for; what shows on the button. */
  readonly wanted: boolean
  readonly opening: boolean
  readonly track: MediaStreamTrack | undefined
  readonly problem: DeviceProblem | undefined
  readonly choices: readonly DeviceChoice[]
  readonly chosenId: string | undefined
}

export interface LocalMediaSnapshot {
  readonly microphone: DeviceState
  readonly camera: DeviceState
  readonly screen: MediaStreamTrack | undefined
  readonly canShareScreen: boolean
}

interface Sent {
  readonly track: MediaStreamTrack
  readonly muted: boolean
}

const noDevice: DeviceState = {
  wanted: false,
  opening: false,
  track: undefined,
  problem: undefined,
  choices: [],
  chosenId: undefined,
}

export class LocalMedia {
  #snapshot: LocalMediaSnapshot
  readonly #listeners = new Set<() => void>()
  readonly #sent = new Map<Source, Sent>()
  readonly #queues: Record<DeviceKind, Promise<void>> = { microphone: Promise.resolve(), camera: Promise.resolve() }
  readonly #onSendFailed: (error: unknown) => void
  #publisher: Publisher | undefined
  #screenAudio: MediaStreamTrack | undefined
  #stopped = false
  /** What the person chose. Stays when a device fails, so that a reload tries again. */
  #wish: TabMedia = { microphone: 'off', camera: 'off' }

  constructor(onSendFailed: (error: unknown) => void = () => {}) {
    this.#onSendFailed = onSendFailed
    this.#snapshot = {
      microphone: { ...noDevice, chosenId: rememberedDevice('microphone') },
      camera: { ...noDevice, chosenId: rememberedDevice('camera') },
      screen: undefined,
      canShareScreen: canShareScreen(),
    }
  }

  getSnapshot = (): LocalMediaSnapshot => this.#snapshot

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Opens what is asked for, both devices with one question, and sends it when there is a publisher. A muted microphone is opened too: unmuting
   * is then instant.
   */
  async start(wanted: TabMedia, publisher?: Publisher): Promise<void> {
    this.#stopped = false
    this.#publisher = publisher
    this.#remember(wanted)
    this.#update('microphone', { wanted: wanted.microphone === 'on', opening: wanted.microphone !== 'off' })
    this.#update('camera', { wanted: wanted.camera === 'on', opening: wanted.camera === 'on' })
    if (wanted.microphone !== 'off' && wanted.camera === 'on') {
      const { microphone, camera } = this.#snapshot
      const opened = await openBoth({ microphone: microphone.chosenId, camera: camera.chosenId })
      this.#adopt('microphone', opened.microphone)
      this.#adopt('camera', opened.camera)
    } else {
      if (wanted.microphone !== 'off')
        this.#adopt('microphone', await openDevice('microphone', this.#snapshot.microphone.chosenId))
      if (wanted.camera === 'on') this.#adopt('camera', await openDevice('camera', this.#snapshot.camera.chosenId))
    }
    await Promise.all([this.#converge('microphone'), this.#converge('camera')])
    await this.refreshDevices()
  }

  setOn(kind: DeviceKind, on: boolean): Promise<void> {
    this.#remember(
      kind === 'microphone'
        ? { ...this.#wish, microphone: on ? 'on' : 'muted' }
        : { ...this.#wish, camera: on ? 'on' : 'off' },
    )
    this.#update(kind, { wanted: on, problem: undefined })
    const { track } = this.#snapshot[kind]
    // Silent at once, whatever the loop is still waiting for.
    if (track && !on) track.enabled = false
    return this.#converge(kind)
  }

  choose(kind: DeviceKind, deviceId: string): Promise<void> {
    rememberDevice(kind, deviceId)
    this.#update(kind, { chosenId: deviceId, problem: undefined })
    return this.#enqueue(kind, async () => {
      if (!this.#snapshot[kind].track) return
      // Some systems open a camera only once: the old track ends before the new one starts.
      this.#snapshot[kind].track?.stop()
      this.#update(kind, { opening: true, track: undefined })
      this.#adopt(kind, await openDevice(kind, deviceId))
    }).then(() => this.#converge(kind))
  }

  /** @throws what the browser throws when the screen cannot be captured for a reason other than the person's no. */
  async shareScreen(): Promise<void> {
    const opened = await openScreen()
    if (!opened) return
    this.#dropScreen()
    const { video, audio } = opened
    video.addEventListener('ended', () => this.#snapshot.screen === video && this.stopSharing())
    this.#screenAudio = audio
    this.#set({ screen: video })
    this.#send('screen', video, false)
    if (audio) this.#send('screen-audio', audio, false)
  }

  stopSharing(): void {
    this.#dropScreen()
    this.#withdraw('screen')
    this.#withdraw('screen-audio')
  }

  /** From now on the publisher sends what is captured here. */
  async attach(publisher: Publisher): Promise<void> {
    this.#publisher = publisher
    await Promise.all([this.#converge('microphone'), this.#converge('camera')])
  }

  /** Ends all capturing and sending; `start` begins anew. */
  stop(): void {
    this.#stopped = true
    this.#dropScreen()
    for (const kind of ['microphone', 'camera'] as const) {
      this.#snapshot[kind].track?.stop()
      this.#update(kind, { track: undefined, opening: false })
    }
    for (const source of [...this.#sent.keys()]) this.#withdraw(source)
    this.#publisher = undefined
  }

  async refreshDevices(): Promise<void> {
    const [microphones, cameras] = await Promise.all([listDevices('microphone'), listDevices('camera')])
    this.#update('microphone', { choices: microphones })
    this.#update('camera', { choices: cameras })
  }

  #enqueue(kind: DeviceKind, work: () => Promise<void>): Promise<void> {
    const next = this.#queues[kind].then(work).catch(this.#onSendFailed)
    this.#queues[kind] = next
    return next
  }

  #converge(kind: DeviceKind): Promise<void> {
    return this.#enqueue(kind, () => (kind === 'microphone' ? this.#convergeMicrophone() : this.#convergeCamera()))
  }

  async #convergeMicrophone(): Promise<void> {
    if (this.#stopped) return
    if (this.#snapshot.microphone.wanted) await this.#openIfClosed('microphone')
    const { track, wanted } = this.#snapshot.microphone
    if (!track) return this.#withdraw('microphone')
    track.enabled = wanted
    this.#send('microphone', track, !wanted)
  }

  async #convergeCamera(): Promise<void> {
    if (this.#stopped) return
    if (this.#snapshot.camera.wanted) await this.#openIfClosed('camera')
    const { track, wanted } = this.#snapshot.camera
    if (track && wanted) return this.#send('camera', track, false)
    this.#withdraw('camera')
    // A camera that is off is closed, so that its light goes out.
    track?.stop()
    if (track) this.#update('camera', { track: undefined })
  }

  async #openIfClosed(kind: DeviceKind): Promise<void> {
    if (this.#snapshot[kind].track) return
    this.#update(kind, { opening: true })
    this.#adopt(kind, await openDevice(kind, this.#snapshot[kind].chosenId))
    if (this.#snapshot[kind].choices.length === 0) await this.refreshDevices()
  }

  #adopt(kind: DeviceKind, opened: Opened): void {
    if (!opened.ok) {
      this.#update(kind, { wanted: false, opening: false, track: undefined, problem: opened.problem })
      return
    }
    const { track } = opened
    if (this.#stopped) {
      track.stop()
      return
    }
    if (kind === 'microphone') track.enabled = this.#snapshot.microphone.wanted
    track.addEventListener('ended', () => this.#handleEnded(kind, track))
    this.#update(kind, {
      opening: false,
      track,
      problem: undefined,
      chosenId: track.getSettings().deviceId ?? this.#snapshot[kind].chosenId,
    })
  }

  /** The browser ended it: unplugged, or permission withdrawn. Our own `stop()` gives no such event. */
  #handleEnded(kind: DeviceKind, track: MediaStreamTrack): void {
    if (this.#snapshot[kind].track !== track) return
    this.#update(kind, { wanted: false, track: undefined, problem: 'disconnected' })
    void this.refreshDevices()
    void this.#converge(kind)
  }

  /** The client keeps what it is told over reconnects; waiting for it here would only hold back the next click. */
  #send(source: Source, track: MediaStreamTrack, muted: boolean): void {
    const publisher = this.#publisher
    if (!publisher) return
    const sent = this.#sent.get(source)
    this.#sent.set(source, { track, muted })
    if (sent?.track !== track)
      publisher.publish(source, track, { muted }).catch((error) => this.#handleSendFailed(source, track, error))
    else if (sent.muted !== muted)
      publisher.setMuted(source, muted).catch((error) => this.#handleSendFailed(source, track, error))
  }

  #withdraw(source: Source): void {
    if (!this.#sent.delete(source)) return
    this.#publisher?.unpublish(source).catch(() => {}) // Gone either way: the track ends here.
  }

  #handleSendFailed(source: Source, track: MediaStreamTrack, error: unknown): void {
    if (this.#sent.get(source)?.track !== track) return
    this.#sent.delete(source)
    if (!this.#stopped) this.#onSendFailed(error)
  }

  #dropScreen(): void {
    this.#snapshot.screen?.stop()
    this.#screenAudio?.stop()
    this.#screenAudio = undefined
    if (this.#snapshot.screen) this.#set({ screen: undefined })
  }

  #update(kind: DeviceKind, change: Partial<DeviceState>): void {
    this.#set({ [kind]: { ...this.#snapshot[kind], ...change } })
  }

  #set(change: Partial<LocalMediaSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of this.#listeners) listener()
  }

  #remember(wish: TabMedia): void {
    this.#wish = wish
    rememberTabMedia(wish)
  }
}
