// SPDX-License-Identifier: Apache-2.0
// Whether the page fills the screen, and the switch for it; undefined where the browser has none (phones of one maker).
import { useSyncExternalStore } from 'react'

export interface Fullscreen {
  readonly isOn: boolean
  readonly toggle: () => void
}

export function useFullscreen(): Fullscreen | undefined {
  const isOn = useSyncExternalStore(
    (listener) => {
      document.addEventListener('fullscreenchange', listener)
      return () => document.removeEventListener('fullscreenchange', listener)
    },
    () => document.fullscreenElement !== null,
  )
  if (!document.fullscreenEnabled) return undefined
  const toggle = () =>
    void (isOn ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => {})
  return { isOn, toggle }
}
