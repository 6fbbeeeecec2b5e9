// SPDX-License-Identifier: Apache-2.0
// Tells host pages where the pointer is over the meeting.
import type { MousePayload } from '@alcove/protocol/embed'
import type { EmbedEvent } from './picture.ts'

const usualIntervalMs = 1000
const shortestIntervalMs = 100

type Root = Pick<HTMLElement, 'addEventListener'>

/** @param intervalMs between two moves that are told; asked at each move. @returns how to end it */
export function watchMouse(
  send: (event: EmbedEvent) => void,
  intervalMs: () => number | undefined,
  root: Root = document.documentElement,
): () => void {
  const scope = new AbortController()
  let lastMoveAt = Number.NEGATIVE_INFINITY
  root.addEventListener('mouseenter', (event) => send({ name: 'mouseEnter', payload: toPayload(event) }), scope)
  root.addEventListener('mouseleave', (event) => send({ name: 'mouseLeave', payload: toPayload(event) }), scope)
  root.addEventListener(
    'mousemove',
    (event) => {
      const now = performance.now()
      if (now - lastMoveAt < Math.max(shortestIntervalMs, intervalMs() ?? usualIntervalMs)) return
      lastMoveAt = now
      send({ name: 'mouseMove', payload: toPayload(event) })
    },
    scope,
  )
  return () => scope.abort()
}

function toPayload(event: MouseEvent): MousePayload {
  const { clientX, clientY, movementX, movementY, offsetX, offsetY, pageX, pageY, x, y, screenX, screenY } = event
  return {
    event: { clientX, clientY, movementX, movementY, offsetX, offsetY, pageX, pageY, x, y, screenX, screenY },
  }
}
