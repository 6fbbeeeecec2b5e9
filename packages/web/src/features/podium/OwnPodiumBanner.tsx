// SPDX-License-Identifier: Apache-2.0
// Tells a moderator at all times that they are heard elsewhere, where, and how to end it.
import { Volume2 } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import type { OwnPodium } from './podiumModel.ts'
import './podium.css'

export interface OwnPodiumBannerProps {
  readonly own: OwnPodium
  readonly isMicrophoneOn: boolean
  readonly onEnd: () => void
  /** Shown a second time elsewhere, where it is not read aloud again. */
  readonly isSilent?: boolean
}

export function OwnPodiumBanner({ own, isMicrophoneOn, onEnd, isSilent = false }: OwnPodiumBannerProps) {
  const text = own.names === undefined ? t('podium.liveAll') : t('podium.live', { rooms: own.names.join(', ') })
  return (
    <div className="own-podium" data-own-podium>
      <Volume2 aria-hidden="true" />
      <p className="own-podium-words" {...(isSilent ? {} : { role: 'status' })}>
        <b>{text}</b>
        {isMicrophoneOn ? null : <span className="muted-text"> {t('podium.muted')}</span>}
      </p>
      <Button size="small" look="outline" onPress={onEnd}>
        {t('podium.end')}
      </Button>
    </div>
  )
}
