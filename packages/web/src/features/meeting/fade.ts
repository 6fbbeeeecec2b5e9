// SPDX-License-Identifier: Apache-2.0
// Changes the volume of what plays without a jump.

const fadeMs = 300
const stepMs = 30

/** @returns a function that stops it where it is. */
export function fade(element: Pick<HTMLMediaElement, 'volume'>, target: number): () => void {
  const steps = fadeMs / stepMs
  const change = (target - element.volume) / steps
  if (change === 0) return () => {}
  let left = steps
  const timer = setInterval(() => {
    left -= 1
    element.volume = left === 0 ? target : Math.min(1, Math.max(0, element.volume + change))
    if (left === 0) clearInterval(timer)
  }, stepMs)
  return () => clearInterval(timer)
}
