// SPDX-License-Identifier: Apache-2.0
// Tells a moderator at all times that they are heard elsewhere, where, and how to end it.
import { Volume2 } from 'lucide-react'
import { formatNames } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import type { OwnPodium } from './podiumModel.ts'
import './podium.css'

export interface OwnPodiumBannerProps {
  /** Undefined: one is heard nowhere else. */
  readonly own: OwnPodium | undefined
  readonly isMicrophoneOn: boolean
  readonly onEnd: () => void
}

export function OwnPodiumBanner({ own, isMicrophoneOn, onEnd }: OwnPodiumBannerProps) {
  // The words that are read aloud have their place before there are any: what comes together with its place is read by few.
  return (
    <div {...(own && { className: 'own-podium', 'data-own-podium': true })}>
      {own ? <Volume2 aria-hidden="true" /> : null}
      <p {...(own && { className: 'own-podium-words' })} role="status">
        {own ? (
          <b>{own.names === undefined ? t('podium.liveAll') : t('podium.live', { rooms: formatNames(own.names) })}</b>
        ) : null}
        {own && !isMicrophoneOn ? <span className="muted-text"> {t('podium.muted')}</span> : null}
      </p>
      {own ? (
        <Button size="small" look="outline" onPress={onEnd}>
          {t('podium.end')}
        </Button>
      ) : null}
    </div>
  )
}
