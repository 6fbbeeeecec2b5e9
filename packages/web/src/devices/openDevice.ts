// SPDX-License-Identifier: Apache-2.0
// The one place that asks the browser for microphone, camera and screen, and turns its many ways to say no into a closed union.

export type DeviceKind = 'microphone' | 'camera'

export type DeviceProblem =
  /** The page is plain http and not localhost: browsers offer no devices at all. */
  | 'insecure-page'
  /** The person, the browser or the system said no. */
  | 'refused'
  | 'missing'
  /** Another program holds it. */
  | 'busy'
  /** It was taken away while in use: unplugged, or permission withdrawn. */
  | 'disconnected'
  | 'unknown'

/** `user`: at the person; `environment`: away from them. */
export type Facing = 'user' | 'environment'

export type Opened =
  | { readonly ok: true; readonly track: MediaStreamTrack }
  | { readonly ok: false; readonly problem: DeviceProblem }

/** Opens one device. A chosen device that is gone gives way to the default one. */
export async function openDevice(kind: DeviceKind, deviceId: string | undefined): Promise<Opened> {
  if (!navigator.mediaDevices) return { ok: false, problem: 'insecure-page' }
  try {
    return { ok: true, track: await openTrack(kind, deviceId) }
  } catch (error) {
    if (deviceId === undefined || !isOneOf(error, ['OverconstrainedError', 'NotFoundError']))
      return { ok: false, problem: toDeviceProblem(error) }
    return openDevice(kind, undefined)
  }
}

/**
 * Opens both with one question to the person; when that fails, each by itself, so that one problem does not cost the other device. Who has put a question
 * away is not asked the same again: after three times browsers ask no more.
 */
export async function openBoth(
  ids: Readonly<Record<DeviceKind, string | undefined>>,
): Promise<Record<DeviceKind, Opened>> {
  if (!navigator.mediaDevices)
    return { microphone: { ok: false, problem: 'insecure-page' }, camera: { ok: false, problem: 'insecure-page' } }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: constraintsOf('microphone', ids.microphone),
      video: constraintsOf('camera', ids.camera),
    })
    return {
      microphone: { ok: true, track: firstTrack(stream.getAudioTracks()) },
      camera: { ok: true, track: firstTrack(stream.getVideoTracks()) },
    }
  } catch (error) {
    const isRefused = toDeviceProblem(error) === 'refused'
    const permissions = isRefused
      ? { microphone: await permissionOf('microphone'), camera: await permissionOf('camera') }
      : undefined
    const openAgain = async (kind: DeviceKind): Promise<Opened> => {
      const other = kind === 'microphone' ? 'camera' : 'microphone'
      const isWorthIt = !permissions || isWorthAsking(permissions[kind], permissions[other])
      return isWorthIt ? openDevice(kind, ids[kind]) : { ok: false, problem: 'refused' }
    }
    return { microphone: await openAgain('microphone'), camera: await openAgain('camera') }
  }
}

/** After both were refused together. A question was put only where neither was forbidden already. Undefined: the browser does not tell. */
export function isWorthAsking(own: PermissionState | undefined, other: PermissionState | undefined): boolean {
  return own === undefined || own === 'granted' || (own === 'prompt' && other === 'denied')
}

async function permissionOf(kind: DeviceKind): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions.query({ name: kind })).state
  } catch {
    return undefined
  }
}

/** The camera on the other side of a phone. */
export async function openCameraFacing(facing: Facing): Promise<Opened> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { ...constraintsOf('camera', undefined), facingMode: { exact: facing } },
    })
    return { ok: true, track: firstTrack(stream.getVideoTracks()) }
  } catch (error) {
    return { ok: false, problem: toDeviceProblem(error) }
  }
}

/** Which way a phone's camera looks; undefined for others. */
export function facingOf(track: MediaStreamTrack): Facing | undefined {
  const { facingMode } = track.getSettings()
  return facingMode === 'user' || facingMode === 'environment' ? facingMode : undefined
}

/**
 * Asks what to share. Undefined when the person changed their mind.
 * @throws what the browser throws, also where it refuses without having asked
 */
export async function openScreen(): Promise<
  { video: MediaStreamTrack; audio: MediaStreamTrack | undefined } | undefined
> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      video: { frameRate: { ideal: 15, max: 30 } },
      audio: true,
    })
    const video = firstTrack(stream.getVideoTracks())
    video.contentHint = 'detail'
    return { video, audio: stream.getAudioTracks()[0] }
  } catch (error) {
    if (isOneOf(error, ['NotAllowedError', 'AbortError']) && wasAsked(error)) return undefined
    throw error
  }
}

/** Browsers say no in the same way where the page around this one, or the system, does not let them ask. */
function wasAsked(error: unknown): boolean {
  // Of Chromium, which alone tells; as it is elsewhere, the person was most likely asked.
  const { featurePolicy } = document as { featurePolicy?: { allowsFeature(name: string): boolean } }
  const isAllowed = featurePolicy?.allowsFeature('display-capture') ?? true
  return isAllowed && !/by system/i.test(error instanceof Error ? error.message : '')
}

/** Phones and plain http have no screen to share. */
export function canShareScreen(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function'
}

export interface DeviceChoice {
  readonly deviceId: string
  readonly label: string
}

/** The devices that can be chosen. Without permission browsers give no names: then there is nothing to choose. */
export async function listDevices(kind: DeviceKind | 'speaker'): Promise<readonly DeviceChoice[]> {
  if (!navigator.mediaDevices) return []
  const wanted = kindsOfDevice[kind]
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => [])
  return devices
    .filter((device) => device.kind === wanted && device.deviceId !== '' && device.label !== '')
    .map(({ deviceId, label }) => ({ deviceId, label }))
}

const kindsOfDevice: Readonly<Record<DeviceKind | 'speaker', MediaDeviceKind>> = {
  microphone: 'audioinput',
  camera: 'videoinput',
  speaker: 'audiooutput',
}

export function toDeviceProblem(error: unknown): DeviceProblem {
  if (isOneOf(error, ['NotAllowedError', 'SecurityError', 'PermissionDeniedError'])) return 'refused'
  if (isOneOf(error, ['NotFoundError', 'OverconstrainedError', 'DevicesNotFoundError'])) return 'missing'
  if (isOneOf(error, ['NotReadableError', 'AbortError', 'TrackStartError'])) return 'busy'
  return 'unknown'
}

async function openTrack(kind: DeviceKind, deviceId: string | undefined): Promise<MediaStreamTrack> {
  const constraints = constraintsOf(kind, deviceId)
  const stream = await navigator.mediaDevices.getUserMedia(
    kind === 'microphone' ? { audio: constraints } : { video: constraints },
  )
  return firstTrack(stream.getTracks())
}

function constraintsOf(kind: DeviceKind, deviceId: string | undefined): MediaTrackConstraints {
  const device = deviceId === undefined ? {} : { deviceId: { exact: deviceId } }
  return kind === 'microphone'
    ? { ...device, echoCancellation: true, noiseSuppression: true, autoGainControl: true }
    : { ...device, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } }
}

function firstTrack(tracks: readonly MediaStreamTrack[]): MediaStreamTrack {
  const track = tracks[0]
  if (!track) throw new DOMException('The browser gave no track', 'NotFoundError')
  return track
}

function isOneOf(error: unknown, names: readonly string[]): boolean {
  return error instanceof DOMException || error instanceof Error ? names.includes(error.name) : false
}
