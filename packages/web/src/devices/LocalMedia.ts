// SPDX-License-Identifier: Apache-2.0
// Owns what this tab captures: which devices are wanted, open, muted, and that a running client sends exactly that. What people ask for is kept
// at once (`wanted`); one loop per device brings the tracks and the client there, so quick clicks never race. Knows nothing of rooms or views.
import type { Source } from '@alcove/protocol'
import type { Effect } from './effects/effect.ts'
import type { Processed } from './effects/processed.ts'
import {
  canShareScreen,
  type DeviceChoice,
  type DeviceKind,
  type DeviceProblem,
  type Facing,
  facingOf,
  listDevices,
  type Opened,
  openBoth,
  openCameraFacing,
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
  /** The effect that was asked for does not work here; the track is sent as it is. */
  readonly effectFailed?: boolean
  /** Which way a phone's camera looks. */
  readonly facing?: Facing | undefined
}

export interface LocalMediaSnapshot {
  readonly microphone: DeviceState
  readonly camera: DeviceState
  readonly screen: MediaStreamTrack | undefined
  readonly canShareScreen: boolean
  /** Where voices can be heard; empty where the browser lets nobody choose. */
  readonly speakers?: readonly DeviceChoice[]
}

/** What the browser captures for one device, and what an effect makes of it. */
interface Captured {
  readonly source: MediaStreamTrack
  readonly processed: Processed | undefined
}

interface Sent {
  readonly track: MediaStreamTrack
  readonly muted: boolean
}

const deviceKinds: readonly DeviceKind[] = ['microphone', 'camera']

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
  readonly #captured: Partial<Record<DeviceKind, Captured>> = {}
  readonly #effects: Partial<Record<DeviceKind, Effect>> = {}
  #publisher: Publisher | undefined
  #screenAudio: MediaStreamTrack | undefined
  #stopped = false
  /** What goes on once it may: the latest wish of each kind. */
  readonly #unpermitted = new Map<DeviceKind, symbol>()
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
    this.#update('microphone', { wanted: wanted.microphone === 'on' })
    this.#update('camera', { wanted: wanted.camera === 'on' })
    // One question for both, so both queues wait for it: what is asked meanwhile finds the devices open, and opens none a second time.
    const opened = Promise.all(deviceKinds.map((kind) => this.#queues[kind])).then(() => this.#openClosed(wanted))
    for (const kind of deviceKinds)
      void this.#enqueue(kind, async () => {
        const device = (await opened)[kind]
        if (device) await this.#adopt(kind, device)
      })
    await Promise.all(deviceKinds.map((kind) => this.#converge(kind)))
    await this.refreshDevices()
  }

  /** What is asked for, also while it is not allowed yet. */
  isAsked(kind: DeviceKind): boolean {
    return this.#unpermitted.has(kind) || this.#snapshot[kind].wanted
  }

  /**
   * Switches on what has to be permitted first. Whoever changes their mind in the meantime stays unheard and unseen.
   * @throws what `permit` throws
   */
  async setOnOnce(kind: DeviceKind, permit: () => Promise<void>): Promise<void> {
    const wish = Symbol(kind)
    this.#unpermitted.set(kind, wish)
    const isStillAsked = () => this.#unpermitted.get(kind) === wish
    try {
      await permit()
      if (isStillAsked()) await this.setOn(kind, true)
    } finally {
      if (isStillAsked()) this.#unpermitted.delete(kind)
    }
  }

  setOn(kind: DeviceKind, on: boolean): Promise<void> {
    this.#unpermitted.delete(kind)
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
      this.#close(kind)
      this.#update(kind, { opening: true })
      await this.#adopt(kind, await openDevice(kind, deviceId))
    }).then(() => this.#converge(kind))
  }

  /**
   * To the camera on the other side of a phone; back to the first one when there is none.
   * @param wanted undefined: the other side
   */
  flipCamera(wanted?: Facing): Promise<void> {
    return this.#enqueue('camera', async () => {
      const { track, facing, chosenId } = this.#snapshot.camera
      if (!track || facing === undefined || facing === wanted) return
      this.#close('camera')
      this.#update('camera', { opening: true })
      const opened = await openCameraFacing(facing === 'user' ? 'environment' : 'user')
      await this.#adopt('camera', opened.ok ? opened : await openDevice('camera', chosenId))
    }).then(() => this.#converge('camera'))
  }

  /** What happens to a device's track from now on before it is sent; undefined: nothing. */
  setEffect(kind: DeviceKind, effect: Effect | undefined): Promise<void> {
    if (this.#effects[kind] === effect) return Promise.resolve()
    if (effect) this.#effects[kind] = effect
    else delete this.#effects[kind]
    return this.#enqueue(kind, async () => {
      const captured = this.#captured[kind]
      if (!captured) return this.#update(kind, { effectFailed: false })
      await this.#process(kind, captured.source)
      captured.processed?.stop()
    }).then(() => this.#converge(kind))
  }

  /** @throws what the browser throws when the screen cannot be captured for a reason other than the person's no. */
  async shareScreen(): Promise<void> {
    const opened = await openScreen()
    if (!opened) return
    const { video, audio } = opened
    // The meeting may be over by the time that the person has chosen.
    if (this.#stopped) {
      video.stop()
      audio?.stop()
      return
    }
    this.#dropScreen()
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
    await Promise.all(deviceKinds.map((kind) => this.#converge(kind)))
  }

  /** Ends all capturing and sending; `start` begins anew. */
  stop(): void {
    this.#stopped = true
    this.#unpermitted.clear()
    this.#dropScreen()
    for (const kind of deviceKinds) {
      this.#close(kind)
      this.#update(kind, { opening: false })
    }
    for (const source of [...this.#sent.keys()]) this.#withdraw(source)
    this.#publisher = undefined
  }

  async refreshDevices(): Promise<void> {
    const [microphones, cameras, speakers] = await Promise.all([
      listDevices('microphone'),
      listDevices('camera'),
      listDevices('speaker'),
    ])
    this.#update('microphone', { choices: microphones })
    this.#update('camera', { choices: cameras })
    this.#set({ speakers })
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
    if (track) this.#close('camera')
  }

  /** Of what is wanted, which is not open. */
  async #openClosed({ microphone, camera }: TabMedia): Promise<Partial<Record<DeviceKind, Opened>>> {
    if (this.#stopped) return {}
    const wanted = { microphone: microphone !== 'off', camera: camera === 'on' }
    const due = deviceKinds.filter((kind) => wanted[kind] && !this.#snapshot[kind].track)
    for (const kind of due) this.#update(kind, { opening: true })
    const idOf = (kind: DeviceKind) => this.#snapshot[kind].chosenId
    if (due.length === 2) return openBoth({ microphone: idOf('microphone'), camera: idOf('camera') })
    const [kind] = due
    return kind ? { [kind]: await openDevice(kind, idOf(kind)) } : {}
  }

  async #openIfClosed(kind: DeviceKind): Promise<void> {
    if (this.#snapshot[kind].track) return
    this.#update(kind, { opening: true })
    await this.#adopt(kind, await openDevice(kind, this.#snapshot[kind].chosenId))
    if (this.#snapshot[kind].choices.length === 0) await this.refreshDevices()
  }

  async #adopt(kind: DeviceKind, opened: Opened): Promise<void> {
    if (!opened.ok) {
      this.#update(kind, { wanted: false, opening: false, track: undefined, problem: opened.problem })
      return
    }
    const { track: source } = opened
    if (this.#stopped) {
      source.stop()
      return
    }
    source.addEventListener('ended', () => this.#handleEnded(kind, source))
    await this.#process(kind, source)
    if (source.readyState === 'ended') {
      this.#update(kind, { wanted: false, opening: false, problem: 'disconnected' })
      return
    }
    this.#update(kind, {
      opening: false,
      problem: undefined,
      chosenId: source.getSettings().deviceId ?? this.#snapshot[kind].chosenId,
      facing: facingOf(source),
    })
  }

  /** Makes the track that is sent out of the one that is captured. Without an effect, and where it fails, they are the same. */
  async #process(kind: DeviceKind, source: MediaStreamTrack): Promise<void> {
    const effect = this.#effects[kind]
    let processed: Processed | undefined
    try {
      processed = await effect?.(source)
    } catch (error) {
      console.warn(`The effect for the ${kind} does not work in this browser`, error)
    }
    // Much may have happened while the effect was loaded.
    if (this.#stopped || source.readyState === 'ended') {
      processed?.stop()
      source.stop()
      return
    }
    const track = processed?.track ?? source
    if (kind === 'microphone') {
      source.enabled = true
      track.enabled = this.#snapshot.microphone.wanted
    }
    this.#captured[kind] = { source, processed }
    this.#update(kind, { track, effectFailed: effect !== undefined && !processed })
  }

  #close(kind: DeviceKind): void {
    const captured = this.#captured[kind]
    delete this.#captured[kind]
    captured?.processed?.stop()
    captured?.source.stop()
    this.#update(kind, { track: undefined })
  }

  /** The browser ended it: unplugged, or permission withdrawn. Our own `stop()` gives no such event. */
  #handleEnded(kind: DeviceKind, source: MediaStreamTrack): void {
    if (this.#captured[kind]?.source !== source) return
    this.#close(kind)
    this.#update(kind, { wanted: false, problem: 'disconnected' })
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
    this.#withdraw(source)
    if (this.#stopped) return
    // What nobody gets is not captured either, and the page does not say that it runs.
    if (source === 'screen') this.stopSharing()
    if (source === 'microphone' || source === 'camera') {
      this.#close(source)
      this.#update(source, { wanted: false })
    }
    this.#onSendFailed(error)
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
