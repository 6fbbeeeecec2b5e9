// SPDX-License-Identifier: Apache-2.0
// A person by their picture, where there is one, else by initials on a colour of their own. Decoration: the name stands beside it.
import { type CSSProperties, createContext, memo, useContext, useState } from 'react'
import './avatar.css'
import { toHue, toInitials } from './avatarLook.ts'

/** Addresses of pictures by id of the person. */
export const PicturesContext = createContext<Readonly<Record<string, string>>>({})

export interface AvatarProps {
  readonly id: string
  readonly name: string
  readonly size: 'small' | 'tile'
}

export const Avatar = memo(function Avatar({ id, name, size }: AvatarProps) {
  const picture = useContext(PicturesContext)[id]
  return (
    <span className={`avatar avatar-${size}`} style={{ '--hue': toHue(id) } as CSSProperties} aria-hidden="true">
      {toInitials(name)}
      {picture === undefined ? null : <Picture key={picture} address={picture} />}
    </span>
  )
})

/** Over the initials, once it is there; they stay where it does not come. */
function Picture({ address }: { readonly address: string }) {
  const [state, setState] = useState<'coming' | 'there' | 'failed'>('coming')
  if (state === 'failed') return null
  return (
    <img
      className="avatar-picture"
      src={address}
      alt=""
      // The site that has the picture is not told in which meeting it is looked at.
      referrerPolicy="no-referrer"
      decoding="async"
      draggable={false}
      data-there={state === 'there' || undefined}
      onLoad={() => setState('there')}
      onError={() => setState('failed')}
    />
  )
}
