// SPDX-License-Identifier: Apache-2.0
// A person without a picture: initials on a colour of their own. Decoration: the name stands beside it.
import type { CSSProperties } from 'react'
import './avatar.css'
import { toHue, toInitials } from './avatarLook.ts'

export function Avatar({
  id,
  name,
  size,
}: {
  readonly id: string
  readonly name: string
  readonly size: 'small' | 'tile'
}) {
  return (
    <span className={`avatar avatar-${size}`} style={{ '--hue': toHue(id) } as CSSProperties} aria-hidden="true">
      {toInitials(name)}
    </span>
  )
}
