// SPDX-License-Identifier: Apache-2.0
// The look inside a room: the small picture of a face there, or that there is none, and the way to end it.
import { Eye, EyeOff } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { LevelBar } from './LevelBar.tsx'
import { RoomPicture } from './RoomPicture.tsx'
import type { LookInPicture } from './seeingModel.ts'
import './seeing.css'

export interface LookInViewProps {
  readonly room: string
  readonly picture: LookInPicture | undefined
  readonly level: number
  readonly onEnd: () => void
}

export function LookInView({ room, picture, level, onEnd }: LookInViewProps) {
  return (
    <div className="look-in" data-look-in>
      <RoomPicture
        className="look-in-picture"
        picture={picture}
        level={level}
        none={
          <span className="look-in-none" role="img" aria-label={t('seeing.noPicture')}>
            <LevelBar level={level} size="large" />
          </span>
        }
      />
      <p className="look-in-words">
        <Eye aria-hidden="true" /> {t('seeing.youLookIn')}
      </p>
      <Button size="small" look="plain" onPress={onEnd} aria-label={t('seeing.lookAwayFrom', { room })}>
        <EyeOff aria-hidden="true" /> {t('seeing.lookAway')}
      </Button>
    </div>
  )
}
