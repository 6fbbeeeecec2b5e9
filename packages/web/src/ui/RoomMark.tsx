// SPDX-License-Identifier: Apache-2.0
// The mark of a room: a colour, and a shape for those who do not tell colours apart. The main room's is a grey ring.
import './roomMark.css'

const shapes = ['circle', 'square', 'diamond', 'triangle'] as const
export const roomColourCount = 8

/** `index` counts rooms in their order; undefined is the main room. */
export function RoomMark({ index }: { readonly index: number | undefined }) {
  if (index === undefined) return <span className="room-mark room-mark-main" aria-hidden="true" />
  const shape = shapes[index % shapes.length] ?? 'circle'
  return (
    <span
      className={`room-mark room-mark-${shape}`}
      style={{ background: `var(--room-${index % roomColourCount})` }}
      aria-hidden="true"
    />
  )
}
