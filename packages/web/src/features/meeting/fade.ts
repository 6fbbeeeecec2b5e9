// SPDX-License-Identifier: Apache-2.0
// Changes the volume of what plays without a jump. iOS leaves the volume to the buttons of the device: there, silence at least is silent.

const fadeMs = 300
const stepMs = 30

/** @returns a function that stops it where it is. */
export function fade(element: Pick<HTMLMediaElement, 'volume' | 'muted'>, target: number): () => void {
  if (target > 0) element.muted = false
  const steps = fadeMs / stepMs
  const change = (target - element.volume) / steps
  if (change === 0) {
    element.muted = target === 0
    return () => {}
  }
  let left = steps
  const timer = setInterval(() => {
    left -= 1
    element.volume = left === 0 ? target : Math.min(1, Math.max(0, element.volume + change))
    if (left > 0) return
    element.muted = target === 0
    clearInterval(timer)
  }, stepMs)
  return () => clearInterval(timer)
}
