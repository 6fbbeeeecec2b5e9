// SPDX-License-Identifier: Apache-2.0
// What this browser remembers: one's name and chosen devices (for all tabs), and whether microphone and camera were on, and the e-mail that a host page
// gave (for this tab, so that a reload comes back as it was). Storage may be missing or full; then nothing is remembered and nothing breaks.
import type { DeviceKind } from './openDevice.ts'

export interface TabMedia {
  readonly microphone: 'on' | 'muted' | 'off'
  readonly camera: 'on' | 'off'
}

const nameKey = 'alcove.name'
const mediaKey = 'alcove.media'
const emailKey = 'alcove.email'
const deviceKeys: Readonly<Record<DeviceKind, string>> = { microphone: 'alcove.microphone', camera: 'alcove.camera' }

export function rememberedName(): string {
  return read(() => localStorage.getItem(nameKey)) ?? ''
}

export function rememberName(name: string): void {
  write(() => localStorage.setItem(nameKey, name))
}

export function rememberedDevice(kind: DeviceKind): string | undefined {
  return read(() => localStorage.getItem(deviceKeys[kind])) ?? undefined
}

export function rememberDevice(kind: DeviceKind, deviceId: string): void {
  write(() => localStorage.setItem(deviceKeys[kind], deviceId))
}

export function rememberedTabMedia(): TabMedia | undefined {
  const [microphone, camera] = (read(() => sessionStorage.getItem(mediaKey)) ?? '').split(',')
  if (microphone !== 'on' && microphone !== 'muted' && microphone !== 'off') return undefined
  return { microphone, camera: camera === 'on' ? 'on' : 'off' }
}

export function rememberTabMedia(media: TabMedia): void {
  write(() => sessionStorage.setItem(mediaKey, `${media.microphone},${media.camera}`))
}

/** @param whose of somebody else who uses the tab it is not told */
export function rememberedEmail(whose: string): string | undefined {
  const [owner, email] = (read(() => sessionStorage.getItem(emailKey)) ?? '').split('\n')
  return owner === whose ? email : undefined
}

export function rememberEmail(whose: string, email: string): void {
  write(() => sessionStorage.setItem(emailKey, `${whose}\n${email}`))
}

function read(get: () => string | null): string | null {
  try {
    return get()
  } catch {
    return null
  }
}

function write(set: () => void): void {
  try {
    set()
  } catch {
    // Private windows and full storage refuse: the page works without memory.
  }
}
