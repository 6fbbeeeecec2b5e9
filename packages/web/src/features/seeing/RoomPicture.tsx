// SPDX-License-Identifier: Apache-2.0
// The picture that a room gives who looks in, with the name; marked while somebody speaks there.
import type { ReactNode } from 'react'
import { VideoView } from '../../ui/VideoView.tsx'
import type { LookInPicture } from './seeingModel.ts'

export interface RoomPictureProps {
  readonly className: string
  readonly picture: LookInPicture | undefined
  /** How loud it is there; 0: nobody speaks. */
  readonly level: number
  /** In place of a picture. */
  readonly none: ReactNode
  /** Over it. */
  readonly children?: ReactNode
}

export function RoomPicture({ className, picture, level, none, children }: RoomPictureProps) {
  return (
    <div className={className} data-speaking={level > 0 || undefined}>
      {picture ? (
        <>
          <VideoView track={picture.track} fit="cover" />
          <span className="tile-name">
            <span className="tile-name-words">{picture.name}</span>
          </span>
        </>
      ) : (
        none
      )}
      {children}
    </div>
  )
}
