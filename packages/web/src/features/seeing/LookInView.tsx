// SPDX-License-Identifier: Apache-2.0
// The look inside a room: the small picture of who speaks there, or that there is none, and the way to end it.
import { Eye, EyeOff } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { VideoView } from '../../ui/VideoView.tsx'
import { LevelBar } from './LevelBar.tsx'
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
      <div className="look-in-picture" data-speaking={level > 0 || undefined}>
        {picture ? (
          <>
            <VideoView track={picture.track} fit="cover" />
            <span className="tile-name">
              <span className="tile-name-words">{picture.name}</span>
            </span>
          </>
        ) : (
          <span className="look-in-none" role="img" aria-label={t('seeing.noPicture')}>
            <LevelBar level={level} size="large" />
          </span>
        )}
      </div>
      <p className="look-in-words">
        <Eye aria-hidden="true" /> {t('seeing.youLookIn')}
      </p>
      <Button size="small" look="plain" onPress={onEnd} aria-label={t('seeing.lookAwayFrom', { room })}>
        <EyeOff aria-hidden="true" /> {t('seeing.lookAway')}
      </Button>
    </div>
  )
}
